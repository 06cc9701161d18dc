import type { TrainingEnd } from '../../identity/training.ts';
import type { FreezeReason } from '../../codes.ts';
import type { TakenOutReason } from '../../operations/taken-out.ts';
import type { TicketFault, TicketPurpose } from '../ports/tickets.ts';
import type { WorkDayFault } from '../ports/work-day.ts';
import type { Locale } from '../../locale.ts';
import type { CallStep, CallTaken } from '../ports/staff-calls.ts';

/** A call for staff from another terminal of the same place, on staff's window only (ADR 0045). */
export interface StationCall {
  readonly callId: string;
  readonly terminalId: string;
  /** Whole ones, since the member called. */
  readonly minutes: number;
  /** What the member reads; null: not known. */
  readonly locale: Locale | null;
  readonly step: CallStep;
  readonly going: CallTaken | null;
  /** "I am going" is on its way. */
  readonly telling: boolean;
  /** "I am going" did not reach the platform. */
  readonly untold: boolean;
}

/** The bar of a station, on every page of both windows. */
export interface StationBar {
  readonly surface: 'member' | 'staff';
  /** Who works the page of the visit; null: there is none. */
  readonly hand: 'member' | 'staff' | null;
  /** This window's touches are taken. False: the same page, to be watched. */
  readonly works: boolean;
  /** Signed in for the shift. */
  readonly staffId: string | null;
  /** Of the person being served; null: without a ticket. */
  readonly ticket: string | null;
  /** Staff may take the page back. */
  readonly canTakeBack: boolean;
  /** The member has asked for staff. */
  readonly asked: boolean;
  /** What staff filled in is on the member's window to be confirmed. */
  readonly confirming: boolean;
  /** The member's display is there. */
  readonly memberScreen: boolean;
  /** Whoever is signed in may open the machine's own pages from here. */
  readonly canSeeMachine?: true;
  /** Somebody is wanted elsewhere; left out: nobody is. */
  readonly calls?: readonly StationCall[];
}

/** The pages of a counter that are nobody's visit, and what one window shows while the other has a page of its own. */
export type StationScreen =
  /** The member's window between two visits. */
  | {
      readonly id: 'station-rest';
      /** `moment`: staff look after the machine. `taken-out`: they took it out of service, and said why. */
      readonly state: 'closed' | 'open' | 'called' | 'moment' | 'taken-out';
      readonly number: string | null;
      readonly counter: string;
      readonly reason?: TakenOutReason;
    }
  /** The member's window while staff do what only staff see. */
  | { readonly id: 'staff-busy'; readonly about: 'card' | 'away' | 'other' | 'screen' }
  /** The staff's window while the member's shows what is theirs alone. */
  | { readonly id: 'with-member'; readonly about: 'typing' | 'secret' | 'sign-in' }
  | { readonly id: 'station-signed-out'; readonly takenOut?: TakenOutReason }
  | {
      readonly id: 'station-ready';
      readonly counter: string;
      /** Null: not known. */
      readonly waiting: { readonly count: number; readonly oldestMinutes: number | null } | null;
      /** Tickets can be called from here. */
      readonly tickets: boolean;
      readonly trouble: TicketFault | null;
      /** The queue was asked for the next one, and nobody waits. */
      readonly nobody: boolean;
      readonly memberScreen: boolean;
      readonly frozen: FreezeReason | null;
      readonly readerReady: boolean;
      /** The power went during the last visit: whether anything of it was kept. */
      readonly cut: { readonly kept: boolean } | null;
      readonly day: number;
      /** ISO date on which the day under way began, where that was not today: nobody closed it. */
      readonly unclosedSince?: string;
      readonly sessions: number;
      readonly canEndDay: boolean;
      /** Of whoever is signed in: their identity training ends soon, or has ended. */
      readonly training?: TrainingEnd;
    }
  | { readonly id: 'station-ticket'; readonly value: string; readonly error: 'number' | null }
  /** Somebody comes to the counter: what for, and in which language. */
  | {
      readonly id: 'station-called';
      readonly day: number;
      /** As on the page before. */
      readonly unclosedSince?: string;
      /** Null: without a ticket. */
      readonly number: string | null;
      readonly purpose: TicketPurpose | null;
      /** ISO instant of a booking. */
      readonly appointmentAt: string | null;
      /** Called from the queue: not there is said to the queue. */
      readonly fromQueue: boolean;
      readonly memberScreen: boolean;
      readonly frozen: FreezeReason | null;
      readonly readerReady: boolean;
    }
  | {
      readonly id: 'station-waiting';
      readonly about: 'looking' | 'calling' | 'serving' | 'ending' | 'machine';
    }
  | { readonly id: 'station-trouble'; readonly fault: WorkDayFault };
