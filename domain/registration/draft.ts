import type { HkidDocument } from '../identity/document/document.ts';
import type { Hkid } from '../identity/document/hkid.ts';
import type { IamSmartEvidence } from '../identity/proof/iam-smart.ts';
import type { ConfirmedMobile } from '../identity/proof/mobile-code.ts';
import type { Interpretation } from '../identity/interpretation.ts';
import type { OwnLanguage } from '../notices/own-language.ts';
import type { MismatchCase } from '../identity/differing/mismatch.ts';
import type { Attestation } from '../identity/staff.ts';
import type { Locale } from '../locale.ts';
import type { Prefill } from '../roster/prefill.ts';
import type { RegistrationAnswers, RegistrationStep } from './answers.ts';

/** How the member was identified: a card read by a reader, or a number typed because the reader could not. */
export type IdentifiedMember =
  | { readonly means: 'reader'; readonly document: HkidDocument }
  | { readonly means: 'typed'; readonly number: Hkid };

/** A text the member was shown and went on from: digest of the words, in which language, when (ISO instant). */
export interface Shown {
  readonly digest: string;
  readonly locale: Locale;
  readonly at: string;
}

/** Everything collected for one registration; in memory only, wiped at the end of the session. */
export interface RegistrationDraft {
  readonly identified: IdentifiedMember;
  readonly answers: RegistrationAnswers;
  readonly attestation: Attestation | null;
  /** Left out or null where nobody signed in. */
  readonly iamSmart?: IamSmartEvidence | null;
  readonly notice: Shown;
  /** The number that a code was typed for; counts only while it is the one in the answers. */
  readonly confirmedMobile?: ConfirmedMobile | null;
  /** Null until the member declares. */
  readonly declaration: Shown | null;
  /** Pages answered while staff held the session; marked on the review page. */
  readonly byStaff: readonly RegistrationStep[];
  /** Set where document and record differ and the member left it as a case. */
  readonly mismatch?: MismatchCase;
  /** Only what a van asks was asked; the rest is left for later. */
  readonly remainderLeft?: true;
  /** What a list or a form brought; left out where nothing was. */
  readonly prefill?: Prefill;
  /** Set where an interpreter was recorded. */
  readonly interpretation?: Interpretation;
  /** Set where notice, consents and declaration were put to the member in a language of their own. */
  readonly ownLanguage?: OwnLanguage;
}
