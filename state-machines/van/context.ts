import type { InterpretedLanguage } from '../../domain/identity/interpretation.ts';
import type { StaffMember } from '../../domain/identity/staff.ts';
import type { Locale } from '../../domain/locale.ts';
import type { ServiceStatus } from '../../domain/service/status.ts';
import type { HardwareEvent } from '../../domain/terminal/ports/hardware.ts';
import type { WorkDay, WorkDayFault } from '../../domain/terminal/ports/work-day.ts';
import type { Battery } from '../../domain/work-day/battery.ts';
import { type Lane, LANES } from '../../domain/work-day/stops.ts';
import type { Outside } from '../outside.ts';
import type { UpkeepIntent } from '../operations/upkeep.machine.ts';
import type { RosterPageEvent } from './roster.machine.ts';
import type { Ending } from '../session/context/visit.ts';

/** A visit as staff begin it: a van's operator, or whoever sits at a counter. */
export interface Serving {
  readonly locale: Locale;
  /** The operator of the shift: holds the visit at first. */
  readonly operator: StaffMember;
  /** Set where an interpreter was recorded. */
  readonly language: InterpretedLanguage | null;
  /** Nobody interprets: a call-back is all that is offered. */
  readonly callBack: boolean;
  /** Signed-off words in it are put to the person. */
  readonly own?: InterpretedLanguage;
  /** At a counter: what the person came for. They have a display of their own, and everything is asked. */
  readonly counter?: CounterPurpose;
}

/** With what a visit at a counter begins. */
export type CounterPurpose = 'register' | 'instruct' | 'enquire' | 'resume';

export type VanEvent =
  /** Staff's intents, on a van's pages. */
  | { readonly type: 'STAFF_PIN'; readonly pin: string }
  | { readonly type: 'VAN_CHOOSE_STOP'; readonly placeId: string | null }
  | { readonly type: 'VAN_LANE'; readonly lane: Lane }
  | { readonly type: 'FIELD_DRAFT'; readonly value: string }
  | { readonly type: 'ANSWER'; readonly value: string }
  | { readonly type: 'START'; readonly locale: Locale | null }
  | { readonly type: 'VAN_OTHER_LANGUAGE' }
  | { readonly type: 'VAN_INTERPRETED'; readonly language: InterpretedLanguage; readonly locale: Locale }
  | { readonly type: 'VAN_OWN_LANGUAGE'; readonly language: InterpretedLanguage; readonly locale: Locale }
  | { readonly type: 'VAN_CALL_BACK'; readonly locale: Locale }
  | { readonly type: 'VAN_CLOSE_STOP' }
  | { readonly type: 'VAN_END_DAY' }
  | { readonly type: 'VAN_SIGN_OUT' }
  | { readonly type: 'STAFF_STATUS' }
  | UpkeepIntent
  | { readonly type: 'VAN_ROSTER' }
  | RosterPageEvent
  | { readonly type: 'DAY_CLOSE' }
  | { readonly type: 'DAY_PRINT' }
  | { readonly type: 'RETRY' }
  | { readonly type: 'DONE' }
  /** Follows every accepted intent. */
  | { readonly type: 'TOUCHED' }
  /** From the hardware, the queue and the session, by the terminal. */
  | { readonly type: 'BADGE_SCANNED'; readonly text: string }
  | { readonly type: 'STATUS'; readonly status: ServiceStatus }
  | Extract<HardwareEvent, { readonly type: 'DEVICE_STATE' | 'FORM_SCANNED' }>
  | { readonly type: 'VISIT_BEGUN' }
  /** `locked`: staff had gone away from it, and it was covered until badge and PIN. */
  | { readonly type: 'VISIT_OVER'; readonly how: Ending; readonly locked: boolean }
  | { readonly type: 'BATTERY'; readonly battery: Battery | null }
  /** Waits of `delays.ts`. */
  | { readonly type: 'WORK_OVERDUE' }
  | { readonly type: 'SHIFT_DUE' }
  | { readonly type: 'SERVE_OVERDUE' };

export interface VanInput {
  readonly outside: Outside;
  /** State of each device, for the report. */
  readonly devices: Readonly<Record<string, string>>;
  readonly status: ServiceStatus | null;
}

export interface VanContext extends VanInput {
  readonly battery: Battery | null;
  readonly day: WorkDay | null;
  /** Signed in for the shift. */
  readonly operator: StaffMember | null;
  /** On the machine's clock: when the shift has to be signed in anew, whatever is done. */
  readonly shiftEnds: number;
  readonly chosen: string | null;
  readonly site: string;
  readonly siteError: boolean;
  readonly lane: Lane;
  readonly fault: WorkDayFault | null;
  /** A form was held before the scanner before anybody's visit had begun. */
  readonly earlyCode: boolean;
}

export const NO_SHIFT = {
  operator: null,
  shiftEnds: 0,
  chosen: null,
  site: '',
  siteError: false,
  lane: LANES[0],
  earlyCode: false,
} as const;
