/**
 * Codes of everything that can be wrong with an answer. Each has a message `error.<code>` in every catalogue: what
 * happened and what to do, never "invalid".
 */
export const FIELD_ERRORS = [
  'required',
  'hkid-incomplete',
  'hkid-characters',
  'hkid-check-digit',
  'name-characters',
  'name-too-long',
  'ccc-incomplete',
  'ccc-too-many',
  'ccc-pick-each',
  'date-not-real',
  'date-in-future',
  'date-incomplete',
  'age-too-young',
  'mobile-length',
  'mobile-prefix',
  'mobile-different',
  'mobile-code-format',
  'mobile-code-wrong',
  'mobile-code-too-soon',
  'email-format',
  'email-too-long',
  'address-too-short',
  'address-too-long',
  'choose-one',
  'reference-format',
  'reference-check-character',
  'enquiry-code-format',
  'resume-row',
  'resume-slip',
  'booking-reference',
  'ticket-unreadable',
  'practice-slip',
  'live-slip',
  'practice-number',
] as const;
export type FieldErrorCode = (typeof FIELD_ERRORS)[number];

/** Why a staff sign-in was refused; message `staff.<code>`. */
export const STAFF_REFUSALS = [
  'unknown-badge',
  'wrong-pin',
  'too-soon',
  'locked-out',
  'badge-blocked',
  'inactive',
  'list-ended',
  'list-not-available',
] as const;
export type StaffRefusal = (typeof STAFF_REFUSALS)[number];

/** Why a new PIN was not taken; message `new-pin.<code>`. */
export const PIN_REFUSALS = ['pin-same', 'pin-easy', 'pin-differs', 'pin-not-saved'] as const;
export type PinRefusal = (typeof PIN_REFUSALS)[number];

/** Why something about another staff member was not done; message `staff-people.<code>`. */
export const STAFF_CHANGE_REFUSALS = ['not-permitted', 'not-locked', 'not-known', 'not-saved'] as const;
export type StaffChangeRefusal = (typeof STAFF_CHANGE_REFUSALS)[number];

/** Why the terminal is out of service; message `out-of-service.<code>`. */
export const OUT_OF_SERVICE_REASONS = [
  'not-enrolled',
  'configuration',
  'database-newer',
  'database-damaged',
  'database-locked',
  'database-not-durable',
  'database-salvaged',
  'disk-full',
  'storage-fault',
  'simulated-devices-in-release',
  'screen-keeps-failing',
] as const;
export type OutOfServiceReason = (typeof OUT_OF_SERVICE_REASONS)[number];

/** Why a submission could not be kept; message `not-saved.<code>`. */
export const SUBMIT_FAULTS = [
  'incomplete',
  'disk-full',
  'storage-fault',
  'sealing-key',
  /** What was taken up here was submitted at another terminal meanwhile; that one counts. */
  'submitted-elsewhere',
  'unavailable',
] as const;
export type SubmitFault = (typeof SUBMIT_FAULTS)[number];

/** Why a card could not be read; message `reader.<code>`. */
export const READER_TROUBLES = [
  'unreadable',
  'removed-while-reading',
  'absent',
  'faulted',
  'timed-out',
  'not-a-document-we-know',
  'middleware-down',
] as const;
export type ReaderTrouble = (typeof READER_TROUBLES)[number];

/** What is wrong with the way to the platform; message `connection.<code>`. */
export const CONNECTION_TROUBLES = [
  'no-network',
  'not-the-platform',
  'terminal-refused',
  'platform-busy',
  'receipt-not-trusted',
  'keys-not-trusted',
] as const;
export type ConnectionTrouble = (typeof CONNECTION_TROUBLES)[number];

/** Why the platform did not accept a submission, or what has to be corrected; message `outcome.<code>`. */
export const OUTCOME_CODES = [
  'already-registered',
  'assurance-too-low',
  'payload-refused',
  'trustee-declined',
  'details-differ',
  'evidence-unclear',
  'arrived-too-late',
  'too-late-to-withdraw',
  'not-the-same-person',
  /** Rows of an employer's file that cannot be opened, or are not those that the submission states. */
  'rows-differ',
  'rows-to-correct',
  /** The same was submitted from another terminal before: taken up twice, it counts once. */
  'submitted-before',
  /** Put to the member by words that nobody signed off, that were withdrawn, of another notice, or not heard at all. */
  'notice-not-known',
  'notice-withdrawn',
  'notice-out-of-date',
  'notice-not-heard',
] as const;
export type OutcomeCode = (typeof OUTCOME_CODES)[number];

/** Why new sessions are not begun, or soon will not be; message `freeze.<code>`. */
export const FREEZE_REASONS = [
  'too-many-pending',
  'pending-too-old',
  'reference-data-old',
  'sealing-key-ending',
  'disk-nearly-full',
  'clock-not-trusted',
  'taken-out',
] as const;
export type FreezeReason = (typeof FREEZE_REASONS)[number];

/** Why what was begun could not be put aside for later; message `parking.<code>`. */
export const PARK_FAULTS = ['disk-full', 'storage-fault', 'too-large', 'unavailable'] as const;
export type ParkFault = (typeof PARK_FAULTS)[number];

/**
 * Why what was put aside could not be opened; message `resume.<code>`. An unknown slip, one whose time is over and the
 * card of somebody else are all `not-found`.
 */
export const TAKE_UP_FAULTS = [
  'not-found',
  'offline',
  'other-version',
  'practice-slip',
  'live-slip',
  'too-many-tries',
  /** It is being worked on at another terminal, which is named. */
  'held',
  'unavailable',
] as const;
export type TakeUpFault = (typeof TAKE_UP_FAULTS)[number];

/** Why an enquiry, a withdrawal or a correction could not be made now; message `enquiry.<code>`. */
export const ENQUIRY_FAULTS = [
  'offline',
  'too-many-tries',
  'not-found',
  /** Without a network: nothing that is kept on this machine. */
  'not-here',
  /** By document: nothing that its holder left. */
  'nothing-left',
  'not-correctable',
  'assurance-too-low',
  'unavailable',
] as const;
export type EnquiryFault = (typeof ENQUIRY_FAULTS)[number];
