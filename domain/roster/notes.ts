import type { FormCodeFault } from './form-code.ts';

/** What is said of a code that was held before the scanner in a van's visit; message `prefill.note.<code>`. */
export type PrefillNote =
  | 'qr-held'
  | 'qr-used'
  | 'qr-nothing-open'
  | 'qr-twice'
  | 'qr-other-person'
  | 'qr-needs-card'
  | 'qr-slip'
  | 'qr-ticket'
  | `qr-${FormCodeFault}`;
