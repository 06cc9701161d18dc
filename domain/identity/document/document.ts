import type { Hkid } from './hkid.ts';
import type { PartialDate } from './partial-date.ts';

/**
 * What a reader says about whether the card itself is real. The reference ID reader and OCR devices say
 * `not-performed`: a check digit proves nothing about the card (facts/domain.md §2.2). Only an authorised
 * middleware behind the adapter may say `passed` (facts/hardware.md §2.5).
 */
export interface AuthenticityEvidence {
  readonly method: 'none' | 'chip';
  readonly result: 'passed' | 'failed' | 'not-performed';
  /** Name and version of the middleware that did the check; empty when none did. */
  readonly middleware: string;
}

/** A Hong Kong identity card as printed (facts/domain.md §1.2). Never at rest, never in a log. */
export interface HkidDocument {
  readonly kind: 'hkid';
  readonly number: Hkid;
  /** As printed, in the printed order; long names are kept whole. */
  readonly surname: string;
  /** Empty for a single name. */
  readonly givenNames: string;
  /** From the card or none; the member is never asked to type Chinese. */
  readonly nameChinese: string | null;
  /** As printed: the card may show a year, or a year and a month only. */
  readonly dateOfBirth: PartialDate;
  readonly sex: 'M' | 'F' | null;
  /** ISO date YYYY-MM-DD, or null when the reader does not give it. */
  readonly dateOfIssue: string | null;
  readonly authenticity: AuthenticityEvidence;
}

/** A passport read from its MRZ (ICAO 9303 TD3). Only used to say what to bring where (facts/domain.md §1.3). */
export interface PassportDocument {
  readonly kind: 'passport';
  readonly issuingState: string;
  readonly surname: string;
  readonly givenNames: string;
}

export type IdentityDocument = HkidDocument | PassportDocument;
