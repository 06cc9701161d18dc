import type { Label } from '../../../catalogue/ask.ts';
import type { FieldErrorCode, ReaderTrouble } from '../../../codes.ts';
import type { Difference } from '../../../identity/differing/difference.ts';
import type { MismatchAgainst } from '../../../identity/differing/mismatch.ts';
import type { PartialDate } from '../../../identity/document/partial-date.ts';
import type { WhereNext } from '../../../reference-data/look-up/where-next.ts';

/** Whose document it is: read or typed, and held against what is known already. */
export type IdentityScreen =
  /** Waiting for a card. `liftFirst`: one has lain on the reader since before the visit; it is not read. */
  | { readonly id: 'identify'; readonly liftFirst: boolean }
  | { readonly id: 'reading' }
  /** Name with the masked number only; the full number never stands beside a name. */
  | {
      readonly id: 'read-result';
      readonly maskedNumber: string;
      readonly nameEnglish: string;
      readonly nameChinese: string | null;
      readonly dateOfBirth: PartialDate;
      readonly cardStillThere: boolean;
      /** A difference between card and record can be left here as a case. */
      readonly canDiffer: boolean;
    }
  /** What is read or typed now differs from what was typed or recorded before. Names, and no number at all. */
  | {
      readonly id: 'mismatch';
      readonly against: MismatchAgainst;
      /** Whether the letters of now are the card's own, or typed. */
      readonly now: 'card' | 'typed';
      readonly differences: readonly (Difference & { readonly here: string; readonly there: string })[];
      readonly bring: readonly Label[];
      readonly where?: readonly WhereNext[];
    }
  | {
      readonly id: 'reader-trouble';
      readonly trouble: ReaderTrouble;
      readonly attempt: number;
      readonly readerReady: boolean;
    }
  /** The card says that its holder cannot be a member yet; `least` in years. */
  | { readonly id: 'too-young'; readonly least: number }
  | { readonly id: 'no-hkid' }
  | {
      readonly id: 'bring-documents';
      readonly document: 'passport' | 'replacement-slip';
      /** Somebody who only asks submits nothing anyway. */
      readonly enquiring: boolean;
      readonly where?: readonly WhereNext[];
    }
  | { readonly id: 'typed-number'; readonly value: string; readonly error: FieldErrorCode | null }
  /**
   * The one time the full number is shown, alone. `lookAlikes`: prefix letters that pass the same check digit, so the
   * letter must be confirmed (facts/domain.md §1.1).
   */
  | {
      readonly id: 'typed-number-check';
      readonly number: string;
      readonly prefix: string;
      readonly lookAlikes: readonly string[];
    };
