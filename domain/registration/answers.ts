import type { Locale } from '../locale.ts';

/** The pages of a member registration, in order; which of them appear depends on the answers (`registration/steps.ts`). */
export const REGISTRATION_STEPS = [
  'surname',
  'given-names',
  'chinese-codes',
  'chinese-characters',
  'date-of-birth',
  'contact-channel',
  'mobile',
  'mobile-again',
  'email',
  'address',
  'district',
  'employer',
  'communication-language',
  'optional-uses',
  'former-name',
] as const;
export type RegistrationStep = (typeof REGISTRATION_STEPS)[number];

export const CONTACT_CHANNELS = ['mobile', 'email', 'post'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** Whether somebody works for the employer that was brought. */
export const EMPLOYER_ANSWERS = ['mine', 'not-mine'] as const;

/** The eighteen districts of Hong Kong. */
export const DISTRICTS = [
  'central-and-western',
  'eastern',
  'southern',
  'wan-chai',
  'kowloon-city',
  'kwun-tong',
  'sham-shui-po',
  'wong-tai-sin',
  'yau-tsim-mong',
  'islands',
  'kwai-tsing',
  'north',
  'sai-kung',
  'sha-tin',
  'tai-po',
  'tsuen-wan',
  'tuen-mun',
  'yuen-long',
] as const;
export type District = (typeof DISTRICTS)[number];

/**
 * What the member has answered so far; in memory only. Values are strings as normalised by the rules; a missing key
 * means not asked or not answered yet.
 */
export interface RegistrationAnswers {
  readonly surname?: string;
  /** Empty string: the member has a single name and said so. */
  readonly givenNames?: string;
  /** Groups of four digits as under the Chinese name on the card, `7115 1129`; empty: the card has no Chinese name. */
  readonly chineseCodes?: string;
  /** One character for each code; `□` where the right one was not offered. */
  readonly chineseCharacters?: string;
  /** Another name in Latin letters under which records may be; empty or missing: none. */
  readonly formerName?: string;
  /** As on the card: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly dateOfBirth?: string;
  readonly contactChannel?: ContactChannel;
  /** Eight digits, Hong Kong. */
  readonly mobile?: string;
  readonly mobileAgain?: string;
  readonly email?: string;
  /** One to three lines separated by `\n`. */
  readonly address?: string;
  readonly district?: District;
  /** What was brought about the employer, as text (roster/prefill.ts); the page is shown only where something was. */
  readonly broughtEmployment?: string;
  /** Whether all of it is right. */
  readonly employer?: (typeof EMPLOYER_ANSWERS)[number];
  readonly communicationLanguage?: Locale;
  /** Comma-separated codes of OPTIONAL_USES; empty when none were ticked. */
  readonly optionalUses?: string;
}

/** Optional uses of the contact data; separate from the terms, always unticked at first (facts/wording.md). */
export const OPTIONAL_USES = ['service-survey', 'mpf-education'] as const;
export type OptionalUse = (typeof OPTIONAL_USES)[number];
