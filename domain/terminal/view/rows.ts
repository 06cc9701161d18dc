import type { Label } from '../../catalogue/ask.ts';
import type { RegistrationStep } from '../../registration/answers.ts';
import type { PrefillSource } from '../../roster/prefill.ts';

/** One answer of an instruction on its review page. */
export interface AskedRow {
  readonly page: string;
  /** Prefix of its messages: `.row`. */
  readonly words: string;
  readonly index: number;
  readonly lines: readonly Label[];
  readonly byStaff: boolean;
}

export interface ReviewRow {
  readonly key:
    | 'document'
    | 'number'
    | 'name-english'
    | 'name-chinese'
    | 'date-of-birth'
    | 'contact-channel'
    | 'mobile'
    | 'email'
    | 'address'
    | 'employer'
    | 'communication-language'
    | 'optional-uses'
    | 'former-name'
    | 'mismatch'
    | 'attested-by'
    | 'signed-in';
  /** Literal text, or a code the renderer knows for this key (channel, district, language, use). Empty: none given. */
  readonly value: string;
  /** The page that changes it; null when it came from the document. */
  readonly change: RegistrationStep | null;
  /** Filled in by staff: marked so. */
  readonly byStaff: boolean;
  /** As a list or a form brought it. */
  readonly from?: PrefillSource;
}
