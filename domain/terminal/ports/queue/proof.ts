import type { Locale } from '../../../locale.ts';

export interface SignInOfVisit {
  readonly id: string;
  /** The visit that began it. */
  readonly session: string;
}

/** A mobile number, eight digits, and in which visit and language its holder is asked. */
export interface MobileOfVisit {
  readonly session: string;
  readonly mobile: string;
  readonly locale: Locale;
}

export interface MobileCodeTyped {
  readonly id: string;
  /** The visit that had it sent. */
  readonly session: string;
  /** Six figures. */
  readonly code: string;
}
