import type { OutOfServiceReason } from '../../codes.ts';
import type { ReferenceData } from '../../reference-data/schema/reference-data.ts';
import type { OperationsPort } from '../../operations/port.ts';
import type { Failure } from '../../result.ts';
import type { CasesPort } from './cases.ts';
import type { RemittanceFilesPort } from './remittance-files.ts';
import type { TicketPort } from './tickets.ts';
import type { NoticeSounds } from './notice-sounds.ts';
import type { SpeechPort } from './speech.ts';
import type { RosterPort } from './roster.ts';
import type { VanPorts, WorkDayPort } from './work-day.ts';
import type { HardwarePort } from './hardware.ts';
import type { PrinterPort } from './printer.ts';
import type { QueuePort } from './queue/queue.ts';
import type { StaffPort } from './staff.ts';

export interface SelfTestReport {
  /** Empty: the terminal may go into service. */
  readonly reasons: readonly Failure<OutOfServiceReason>[];
  /** True only when an integrity check of the store passed: then the screen may say that kept items are safe. */
  readonly keptItemsSafe: boolean;
}

/**
 * Tells at once on subscribing, and whenever a display comes or goes: whether the member's is there, and staff's (left
 * out: it is). Returns the function that ends it.
 */
export interface MemberScreenPort {
  subscribe(listener: (there: boolean, staffs?: boolean) => void): () => void;
}

/** Everything the machines need from outside; each can be replaced in tests. */
export interface TerminalPorts {
  readonly hardware: HardwarePort;
  readonly queue: QueuePort;
  readonly staff: StaffPort;
  /** Left out where no drive can be read: then a file cannot be left here. */
  readonly files?: RemittanceFilesPort;
  /** Left out where nothing is printed. */
  readonly printer?: PrinterPort;
  /** Left out: the operations pages are not offered. */
  readonly operations?: OperationsPort;
  /** Left out where nothing can be read aloud. */
  readonly speech?: SpeechPort;
  /** Left out: no recorded notice can be played here; its words can be read. */
  readonly noticeSounds?: NoticeSounds;
  /** Opens and checks what the terminal cannot live without (configuration, enrolment, store). */
  runSelfTest(): Promise<SelfTestReport>;
  /** Called at every end of a session: main gives the window a fresh document in a fresh partition. */
  wipeSurface(sessionId: string): void;
  /** The newest that the platform signed, or what was shipped; schemes, funds, limits, holidays. */
  referenceData(): ReferenceData;
  /** The queue of the place where this stands; left out where there are no counters. */
  readonly tickets?: TicketPort;
  /** The day's book; left out where the terminal keeps none (a kiosk). */
  readonly workDay?: WorkDayPort;
  /** A station's cases; left out elsewhere. */
  readonly cases?: CasesPort;
  /** A van's list of workers; left out elsewhere. */
  readonly roster?: RosterPort;
  /** What a van's own devices say. */
  readonly van?: VanPorts;
  /** Of a station: whether the member's display is there. Left out: it is. */
  readonly memberScreen?: MemberScreenPort;
  /** UUIDv7. */
  newId(): string;
  /** The random code for a member's slip (service/enquiry-code.ts). */
  newEnquiryCode(): string;
  /** A new code for a resume slip (parking/resume-code.ts). */
  newResumeCode(): string;
  /** A new code for the slip of a queue ticket (tickets/ticket-code.ts). */
  newTicketCode(): string;
  /** ISO instant for display and capture; order never depends on it. */
  now(): string;
}
