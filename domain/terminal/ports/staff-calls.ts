import type { Locale } from '../../locale.ts';
import type { Failure, Result } from '../../result.ts';

/** Roughly where the member stands; `other`: nothing is said of it. Message `staff-call.step.<step>`. */
export const CALL_STEPS = ['reader', 'registration', 'instruction', 'enquiry', 'other'] as const;
export type CallStep = (typeof CALL_STEPS)[number];

/**
 * How far a call has come. `open`: the platform has it, and nobody has seen it; `shown`: it stands on the window of
 * somebody of the staff of the same place; `going`: somebody said that they are on the way.
 */
export const CALL_STANDINGS = ['open', 'shown', 'going'] as const;
export type CallStanding = (typeof CALL_STANDINGS)[number];

/**
 * That somebody is wanted at a terminal (ADR 0045). Nothing in it is of a person, and nothing of it leads to the visit:
 * its id is made for the call alone.
 */
export interface StaffCall {
  /** UUIDv7. */
  readonly callId: string;
  /** Seconds on the terminal's own steady clock, not an instant: neither side has to believe the other's clock. */
  readonly waitedSeconds: number;
  /** What the member reads. */
  readonly locale: Locale;
  readonly step: CallStep;
}

/** Who said that they go. */
export interface CallTaken {
  /** What the counter is called. */
  readonly counter: string;
  /** From this very terminal. */
  readonly here: boolean;
}

/** A call of another terminal of the same place. */
export interface CallSeen {
  readonly callId: string;
  readonly terminalId: string;
  readonly waitedSeconds: number;
  /** Null: a language that this program does not know. */
  readonly locale: Locale | null;
  readonly step: CallStep;
  readonly going: CallTaken | null;
}

/** Why nothing came of it. `over`: nobody is wanted there any more. */
export const CALL_FAULTS = ['offline', 'no-place', 'other-place', 'over', 'unavailable'] as const;
export type CallFault = (typeof CALL_FAULTS)[number];

type Answer<T> = Promise<Result<T, Failure<CallFault>>>;

/**
 * Calls for staff among the terminals of one place, through the gateway. Live only: what could not be told at once is
 * dropped, and said again with the next beat for as long as the call stands.
 */
export interface StaffCallPort {
  /** That the call stands; said again and again, since the platform forgets a call that is not repeated. */
  tell(call: StaffCall): Answer<CallStanding>;
  /** That it is over, however it ended. */
  end(callId: string): Answer<null>;
  /** The calls of the other terminals of this place. Whoever asks shows them to somebody. */
  open(): Answer<readonly CallSeen[]>;
  /** "I am going." The first is told to everybody; whoever comes later hears who it was. */
  go(callId: string, counter: string): Answer<CallTaken>;
}
