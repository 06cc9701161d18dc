import type { StaffMember } from '../../domain/identity/staff.ts';
import type { Contrast, Locale, TextSize } from '../../domain/locale.ts';
import type { Failure, Result } from '../../domain/result.ts';
import type { ServiceStatus } from '../../domain/service/status.ts';
import type { HardwareEvent } from '../../domain/terminal/ports/hardware.ts';
import type { TicketFault, TicketPurpose } from '../../domain/terminal/ports/tickets.ts';
import type { WorkDay, WorkDayFault } from '../../domain/terminal/ports/work-day.ts';
import type { Outside } from '../outside.ts';
import type { UpkeepIntent } from '../operations/upkeep.machine.ts';
import type { Ending } from '../session/context/visit.ts';
import type { Serving } from '../van/context.ts';
import type { CasesEvent } from './cases.machine.ts';

/** Who was called to the counter. */
interface Called {
  /** Null: not from the queue. */
  readonly ticketId: string | null;
  /** Null: without a ticket. */
  readonly number: string | null;
  readonly purpose: TicketPurpose | null;
  readonly appointmentAt: string | null;
}

interface Waiting {
  readonly count: number;
  readonly oldestMinutes: number | null;
}

export type ShiftEvent =
  /** Staff's intents, on the counter's own pages. */
  | { readonly type: 'STAFF_PIN'; readonly pin: string }
  | { readonly type: 'STATION_CALL_NEXT' }
  | { readonly type: 'STATION_TYPE_TICKET' }
  | { readonly type: 'STATION_WITHOUT_TICKET' }
  | { readonly type: 'STATION_MISSED' }
  | { readonly type: 'STATION_CASES' }
  | { readonly type: 'STATION_END_DAY' }
  | { readonly type: 'STATION_SIGN_OUT' }
  | { readonly type: 'STAFF_STATUS' }
  | UpkeepIntent
  | Extract<CasesEvent, { readonly type: 'CASE_OPEN' | 'CASE_NOTE' | 'CASE_GO_ON' }>
  | { readonly type: 'START'; readonly locale: Locale | null }
  | { readonly type: 'MENU'; readonly locale: Locale }
  | { readonly type: 'ENQUIRE'; readonly locale: Locale }
  | { readonly type: 'RESUME'; readonly locale: Locale }
  | { readonly type: 'FIELD_DRAFT'; readonly value: string }
  | { readonly type: 'ANSWER'; readonly value: string }
  | { readonly type: 'DAY_CLOSE' }
  | { readonly type: 'DAY_PRINT' }
  | { readonly type: 'BACK' }
  | { readonly type: 'RETRY' }
  | { readonly type: 'DONE' }
  | { readonly type: 'SET_LOCALE'; readonly locale: Locale }
  | { readonly type: 'SET_TEXT_SIZE'; readonly textSize: TextSize }
  | { readonly type: 'SET_CONTRAST'; readonly contrast: Contrast }
  /** Follows every accepted intent. */
  | { readonly type: 'TOUCHED' }
  /** From the hardware, the queue and the session, by the terminal. */
  | { readonly type: 'BADGE_SCANNED'; readonly text: string }
  | { readonly type: 'STATUS'; readonly status: ServiceStatus }
  | Extract<HardwareEvent, { readonly type: 'DEVICE_STATE' }>
  | { readonly type: 'VISIT_BEGUN' }
  | { readonly type: 'VISIT_OVER'; readonly how: Ending; readonly locked: boolean }
  /** A second badge took the visit over: the counter is theirs. */
  | { readonly type: 'ATTENDED'; readonly staff: StaffMember }
  /** From the counter's own watches. */
  | { readonly type: 'WAITING'; readonly answer: Result<Waiting, Failure<TicketFault>> }
  | { readonly type: 'MEMBER_SCREEN'; readonly there: boolean; readonly staffs?: boolean }
  /** Waits of `delays.ts`. */
  | { readonly type: 'SHIFT_DUE' }
  | { readonly type: 'TICKET_OVERDUE' }
  | { readonly type: 'WORK_OVERDUE' }
  | { readonly type: 'SERVE_OVERDUE' };

export interface ShiftInput {
  readonly outside: Outside;
  /** State of each device, for the report. */
  readonly devices: Readonly<Record<string, string>>;
  readonly status: ServiceStatus | null;
}

/** Nothing in it says anything of a person: numbers of tickets are not derived from one. */
export interface ShiftContext extends ShiftInput {
  /** Of staff's window; the member's are the session's. */
  readonly locale: Locale;
  readonly textSize: TextSize;
  readonly contrast: Contrast;
  readonly memberScreen: boolean;
  /** Staff's display is there. */
  readonly staffScreen: boolean;
  readonly day: WorkDay | null;
  readonly fault: WorkDayFault | null;
  /** Signed in for the shift. */
  readonly staff: StaffMember | null;
  /** On the machine's clock: when the shift has to be signed in anew, whatever is done. */
  readonly shiftEnds: number;
  readonly waiting: Waiting | null;
  readonly queueFault: TicketFault | null;
  /** The queue was asked for the next one, and nobody waited. */
  readonly nobody: boolean;
  readonly typed: string;
  readonly typedWrong: boolean;
  /** Null: nobody is at the counter, nor called to it. */
  readonly called: Called | null;
  readonly serving: Serving | null;
}

export const NO_SHIFT = {
  staff: null,
  shiftEnds: 0,
  waiting: null,
  queueFault: null,
  nobody: false,
  typed: '',
  typedWrong: false,
  serving: null,
} as const;

/** Without a ticket. */
export const WALKED_UP: Called = { ticketId: null, number: null, purpose: null, appointmentAt: null };

/** What this counter is called to those who wait. */
export function counterOf({ config }: Outside): string {
  return config.counter ?? config.terminalId;
}
