import type { Paper } from '../../domain/paper/paper.ts';
import type { ScreenIntent } from '../../domain/terminal/intent/intent.ts';
import type { HardwareEvent } from '../../domain/terminal/ports/hardware.ts';
import type { PrinterEvent } from '../../domain/terminal/ports/printer.ts';
import type { QueueEvent } from '../../domain/terminal/ports/queue/queue.ts';
import type { Serving } from '../van/context.ts';

/**
 * Everything the session machine reacts to. Intents come from a page; the rest cannot be sent by a page at all.
 */
export type SessionEvent =
  /** From the screen, checked against session and step before they come here. */
  | ScreenIntent
  /** From the hardware process, passed on by the terminal machine. */
  | HardwareEvent
  /** From the queue, passed on by the terminal machine. */
  | QueueEvent
  /** From the printers, passed on by the terminal machine. */
  | PrinterEvent
  /** A paper of the page that is shown, made from it when it was asked for (`present/papers.ts`). */
  | { readonly type: 'PRINT_PAPER'; readonly paper: Paper }
  /** A van's operator begins a visit for somebody, and holds it. */
  | { readonly type: 'SERVE'; readonly serving: Serving }
  /** Someone is there: every accepted intent is followed by it, and what should be read begins its time anew. */
  | { readonly type: 'TOUCHED' }
  /** Badge and PIN were right. */
  | { readonly type: 'STAFF_SIGNED_IN' }
  /** The staff list does not let in any more who holds the session. */
  | { readonly type: 'STAFF_OUT' }
  /** Staff have seen the call and are busy. */
  | { readonly type: 'HELP_SNOOZED' }
  /** Staff saw that the typed number is not the card's, and have handed back. */
  | { readonly type: 'NUMBER_REFUSED' }
  /** Staff have handed back or gone, or the call for them was taken back. */
  | { readonly type: 'HELP_OVER' }
  /** Somebody stands here who has to choose a PIN of their own first. */
  | { readonly type: 'HELPER_CAME' }
  /** Staff went away: what was begun is put aside without being asked. */
  | { readonly type: 'PARK_NOW' }
  /** The slip is made; nothing else of the visit is needed any more. */
  | { readonly type: 'PARKED' }
  | { readonly type: 'PARKING_FAILED' }
  /** Something lies over the page: what is being played there stops. */
  | { readonly type: 'HUSH' }
  /** The terminal leaves service: wipe and end. */
  | { readonly type: 'SHUT' }
  | DeadlineEvent;

/** A wait of `delays.ts` is over. */
type DeadlineEvent =
  | { readonly type: 'IDLE_DUE' }
  | { readonly type: 'WIPE_DUE' }
  | { readonly type: 'PARK_DUE' }
  | { readonly type: 'NOBODY_CAME' }
  | { readonly type: 'PIN_DUE' }
  | { readonly type: 'VERIFY_OVERDUE' }
  | { readonly type: 'SUBMIT_OVERDUE' }
  | { readonly type: 'CORRECTION_OVERDUE' }
  | { readonly type: 'LOOK_UP_OVERDUE' }
  | { readonly type: 'PARKING_OVERDUE' }
  | { readonly type: 'TAKE_UP_OVERDUE' }
  | { readonly type: 'SLIP_DUE' }
  | { readonly type: 'RECEIPT_WAIT_OVER' }
  | { readonly type: 'ENDED_DUE' }
  | { readonly type: 'SETTINGS_DUE' };
