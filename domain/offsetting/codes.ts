/** Why no severance or long service payment could be computed; message `offsetting.<code>`. */
export const OFFSETTING_FAULTS = ['service-dates', 'earlier-wage-needed'] as const;
export type OffsettingFault = (typeof OFFSETTING_FAULTS)[number];

/** What is to be said about the figures; message `offsetting.<code>`. */
export const OFFSETTING_REASONS = [
  /** All service before the transition date: mandatory contributions offset all of it. */
  'all-before-transition',
  /** All service from the transition date on: mandatory contributions offset nothing. */
  'all-after-transition',
  'split-at-transition',
  /** The wage counts up to a ceiling only. */
  'wage-at-ceiling',
  /** The sum is above the greatest payment; the excess was taken off the part after the transition. */
  'cap-reached',
  /** [GK] Service is shorter than the payment usually needs. */
  'service-short',
  /** Mandatory contributions are left over that may not be used for the later part. */
  'mandatory-not-for-later-service',
  /** The employer still has to pay part of it. */
  'rest-to-pay',
] as const;
export type OffsettingReason = (typeof OFFSETTING_REASONS)[number];

/** Why a termination row's LSP/SP mark does not fit its reason; message `offsetting.<code>`. */
export const TERMINATION_CODES = ['long-service-reason', 'severance-reason'] as const;
export type TerminationCode = (typeof TERMINATION_CODES)[number];
