import type {
  ConnectionTrouble,
  EnquiryFault,
  OutcomeCode,
  OutOfServiceReason,
  PinRefusal,
  ParkFault,
  ReaderTrouble,
  StaffChangeRefusal,
  StaffRefusal,
  SubmitFault,
  TakeUpFault,
} from '../codes.ts';
import type { IdentityDocument } from '../identity/document.ts';
import type { StaffMember, StaffRole } from '../identity/staff.ts';
import type { InstructionPayload } from '../catalogue/instruction.ts';
import type { CancellationPayload } from '../kinds/cancellation.ts';
import type { FeedbackPayload } from '../kinds/feedback.ts';
import type { InstructionKind } from '../kinds/kinds.ts';
import type { ReferenceData } from '../reference-data/schema/reference-data.ts';
import type { LookUp, Records } from '../records/records.ts';
import type { Draft } from '../parking/draft.ts';
import type { HeldBy } from '../parking/held-by.ts';
import type { Paper, PaperOutput, PrinterStatus, PrintFault } from '../paper/paper.ts';
import type { RegistrationPayload } from '../registration/payload.ts';
import type { OperationsPort } from '../operations/port.ts';
import type { Failure, Result } from '../result.ts';
import type { FormCode, FormCodeFault } from '../roster/form-code.ts';
import type { ServiceStatus } from '../service/status.ts';
import type { Bill } from '../wire/bill.ts';
import type { StoredRules } from '../wire/employer-rules.ts';
import type { EnquiryAnswer, EnquiryStatus, IdentityClaim, LeftAnswer } from '../wire/enquiry.ts';
import type { SignInBegun, SignInState } from '../wire/iam-smart.ts';
import type { MobileCodeAnswer, MobileCodeSent } from '../wire/mobile-code.ts';
import type { Locale } from '../locale.ts';
import type { LightPattern } from './light.ts';
import type { ScannedTicket } from '../tickets/ticket-code.ts';
import type { CasesPort } from './cases.ts';
import type { RemittanceFilesPort } from './remittance-files.ts';
import type { TicketPort } from './tickets.ts';
import type { NoticeSounds } from './notice-sounds.ts';
import type { SpeechPort } from './speech.ts';
import type { RosterPort } from './roster.ts';
import type { VanPorts, WorkDayPort } from './work-day.ts';

export const DEVICES = ['id-reader', 'badge-reader', 'light'] as const;
export type DeviceName = (typeof DEVICES)[number];

export type DeviceStatus = 'absent' | 'connecting' | 'ready' | 'busy' | 'faulted';

/** What the hardware process tells the terminal. A closed list; none of it can be sent by a page. */
export type HardwareEvent =
  | {
      readonly type: 'DEVICE_STATE';
      readonly device: DeviceName;
      readonly status: DeviceStatus;
      readonly simulated: boolean;
      /** Redacted detail for logs only, never shown. */
      readonly detail?: string;
    }
  | { readonly type: 'CARD_PRESENT'; readonly device: 'id-reader' }
  | { readonly type: 'CARD_REMOVED'; readonly device: 'id-reader' }
  | { readonly type: 'DOCUMENT_READ'; readonly readId: string; readonly document: IdentityDocument }
  | { readonly type: 'READ_FAILED'; readonly readId: string; readonly trouble: ReaderTrouble }
  | { readonly type: 'BADGE_SCANNED'; readonly text: string }
  /** A resume slip was held before the scanner; null: it is one, and cannot be read. */
  | { readonly type: 'SLIP_SCANNED'; readonly code: string | null }
  /** The QR code of a queue ticket or of an appointment; null: it is one, and cannot be read. */
  | { readonly type: 'TICKET_SCANNED'; readonly scanned: ScannedTicket | null }
  /** The QR code of a partner's registration form, or one that is nothing we know; whoever awaits none ignores it. */
  | { readonly type: 'FORM_SCANNED'; readonly scanned: Result<FormCode, Failure<FormCodeFault>> }
  /** The hardware process itself died or came back; its supervisor in main sends these. */
  | { readonly type: 'HARDWARE_DOWN' }
  | { readonly type: 'HARDWARE_UP' };

/** What the terminal asks of the hardware process. A read is armed by id; a document nobody asked for is dropped. */
export type HardwareCommand =
  | { readonly type: 'ARM_READ'; readonly readId: string }
  | { readonly type: 'DISARM_READ' }
  | { readonly type: 'LIGHT'; readonly pattern: LightPattern }
  /** Session ended: every codec and driver forgets what it holds. */
  | { readonly type: 'FORGET' };

export interface HardwarePort {
  command(command: HardwareCommand): void;
  /** Returns the function that ends the subscription. On subscribing, the current DEVICE_STATE of each device is sent. */
  subscribe(listener: (event: HardwareEvent) => void): () => void;
}

/** A confirmed draft on its way into the queue. `id` is the idempotency key: the same id submitted twice is one submission. */
export type SubmitRequest = {
  /** UUIDv7, made once when the member reaches the declaration. */
  readonly id: string;
  /** Code of the slip that this was taken up with; what was put aside is over once this is kept. */
  readonly takenUp?: string;
  /** Id of the submission that this one corrects. */
  readonly supersedes?: string;
  /** Ids of files that travel with it; the port holds their bytes. */
  readonly files?: readonly string[];
} & (
  | { readonly kind: 'member-registration'; readonly payload: RegistrationPayload }
  | { readonly kind: 'cancellation'; readonly payload: CancellationPayload }
  | { readonly kind: 'feedback'; readonly payload: FeedbackPayload }
  | { readonly kind: InstructionKind; readonly payload: InstructionPayload }
);

/** A file on its way into the queue, beside its submission. */
export interface SubmitFile {
  /** UUIDv7; also the idempotency key. */
  readonly id: string;
  readonly mediaType: 'text/csv';
  readonly bytes: Uint8Array;
}

export interface Kept {
  readonly id: string;
  /** The reference number told to the member (reference.ts). */
  readonly reference: string;
  /** ISO instant at which it was durable on this machine. */
  readonly keptAt: string;
}

export const ITEM_STATES = [
  'kept',
  'received',
  'accepted',
  'rejected',
  'needs-correction',
  'superseded',
  'cancelled',
  'parked',
  'expired',
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export type QueueEvent =
  | { readonly type: 'CONNECTION'; readonly online: boolean; readonly trouble: ConnectionTrouble | null }
  | {
      readonly type: 'ITEM';
      readonly id: string;
      readonly reference: string;
      readonly state: ItemState;
      /** ISO instant from the verified receipt. */
      readonly receivedAt: string | null;
      readonly outcome: OutcomeCode | null;
      /** Under which it is paid, where it was accepted and is. */
      readonly bill?: Bill | null;
    }
  | { readonly type: 'COUNTS'; readonly pending: number; readonly parked: number }
  /** Sent on subscribing and at every change; what the staff screens show and whether a session may begin. */
  | { readonly type: 'STATUS'; readonly status: ServiceStatus };

/** Audit entries the terminal writes; no personal data. The catalogue is in audit.ts. */
export interface AuditEntry {
  readonly event: AuditEventId;
  readonly actor: 'member' | 'staff' | 'system';
  /** Staff number when the actor is staff. */
  readonly staffId?: string;
  readonly sessionId?: string;
  /** Short codes only. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

export const AUDIT_EVENTS = [
  'terminal.started',
  'terminal.out-of-service',
  'terminal.taken-out',
  'terminal.put-back',
  'terminal.tested',
  'terminal.restarted',
  'updates.window-chosen',
  'updates.taken-up',
  'practice.started',
  'practice.ended',
  'session.started',
  'session.ended',
  'session.wiped',
  'document.read',
  'document.typed',
  'document.read-failed',
  'help.asked',
  'help.nobody-came',
  'help.snoozed',
  'staff.signed-in',
  'staff.sign-in-refused',
  'staff.attested',
  'staff.handed-back',
  'staff.took-back',
  'staff.handed-over',
  'staff.work-confirmed',
  'staff.interpreter-present',
  'notice.own-language',
  'notice.known',
  'staff.more-time',
  'staff.acted',
  'staff.locked',
  'staff.unlocked',
  'staff.pin-changed',
  'staff.badge-blocked',
  'staff.attesting-unusual',
  'operations.opened',
  'usability.saved',
  'staff-list.taken',
  'staff-list.refused',
  'submission.kept',
  'submission.not-kept',
  'submission.received',
  'submission.parked',
  'submission.receipt-refused',
  'queue.recovered',
  'submission.unparked',
  'submission.outcome',
  'submission.cancelled',
  'submission.expired',
  'submission.purged',
  'attachment.kept',
  'attachment.received',
  'draft.parked',
  'draft.not-parked',
  'paper.printed',
  'paper.not-printed',
  'draft.taken-up',
  'draft.not-taken-up',
  'draft.lapsed',
  'enquiry.made',
  'correction.opened',
  'look-up.made',
  'ticket.asked',
  'iam-smart.begun',
  'iam-smart.ended',
  'mobile-code.asked',
  'mobile-code.ended',
  'export.started',
  'export.completed',
  'export.failed',
  'import.completed',
  'import.refused',
  'policy.taken',
  'policy.refused',
  'reference-data.taken',
  'reference-data.refused',
  'freeze.warned',
  'freeze.began',
  'freeze.ended',
  'database.backed-up',
  'database.checked',
  'database.salvaged',
  'database.swept',
  'terminal.wiped',
  'stop.opened',
  'stop.closed',
  'roster.taken',
  'roster.removed',
  'day.closed',
  'case.taken',
  'case.noted',
] as const;
export type AuditEventId = (typeof AUDIT_EVENTS)[number];

export interface QueuePort {
  /** Resolves only when the sealed submission and its audit entry are fsynced, or with the reason why not. Idempotent by id. */
  submit(request: SubmitRequest, files?: readonly SubmitFile[]): Promise<Result<Kept, Failure<SubmitFault>>>;
  audit(entry: AuditEntry): void;
  /**
   * What became of a submission, to who has the slip's code or the document. Without a network only what is kept on this
   * machine, by code.
   */
  enquire(request: Enquiry): Promise<Result<FoundAnswer, Failure<EnquiryFault>>>;
  /** What somebody left, to who has the document and has lost the slip; only while the platform can be reached. */
  listLeft(claim: IdentityClaim): Promise<Result<LeftAnswer, Failure<EnquiryFault>>>;
  /** What an employer described of its voluntary contributions (ADR 0023); `not-found`: nothing that was accepted. */
  employerRules(question: RulesQuestion): Promise<Result<StoredRules, Failure<EnquiryFault>>>;
  /** The payload of a submission that needs correction, to who was identified again (DESIGN.md, *Sealed means sealed*). */
  openCorrection(
    request: { readonly reference: string } & IdentityClaim,
  ): Promise<Result<Correction, Failure<EnquiryFault>>>;
  /** What the platform has on record about who was identified; only while it can be reached. Nothing of it is kept. */
  lookUp(request: { readonly what: LookUp } & IdentityClaim): Promise<Result<Records, Failure<EnquiryFault>>>;
  /** A code that the holder of the document scans with iAM Smart (DESIGN.md, *Assurance*); only while online. */
  beginSignIn(
    request: { readonly session: string } & IdentityClaim,
  ): Promise<Result<SignInBegun, Failure<EnquiryFault>>>;
  signInState(signIn: SignInOfVisit): Promise<Result<SignInState, Failure<EnquiryFault>>>;
  /** Its answer is known, or not wanted any more; the platform forgets it. */
  endSignIn(signIn: SignInOfVisit): void;
  /**
   * Has a code sent to a mobile number, which goes sealed; only while online. `not-found`: the platform sends none.
   * Left out where numbers are never confirmed.
   */
  sendMobileCode?(request: MobileOfVisit): Promise<Result<MobileCodeSent, Failure<EnquiryFault>>>;
  tryMobileCode?(typed: MobileCodeTyped): Promise<Result<MobileCodeAnswer, Failure<EnquiryFault>>>;
  /** Resolves when the encrypted draft is fsynced here, after a short try to bring it to the platform. */
  park(request: ParkRequest): Promise<Result<Parked, Failure<ParkFault>>>;
  /** Opens what was put aside, here or at the platform; it stays there until it was submitted or its time is over. */
  takeUp(request: TakeUpRequest): Promise<Result<Draft, Failure<TakeUpFault>>>;
  subscribe(listener: (event: QueueEvent) => void): () => void;
}

/** Whose rules, and who asks. */
export type RulesQuestion = { readonly employerAccount: string; readonly scheme: string } & IdentityClaim;

/** `kept`: on this machine, not received by the platform yet; `receivedAt` is then when it was kept. */
export type FoundStatus = EnquiryStatus | 'kept';
export type FoundAnswer = Omit<EnquiryAnswer, 'status'> & { readonly status: FoundStatus };

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

export type Enquiry = { readonly reference: string } &
  /** `forReceipt`: asked by the terminal itself while the receipt stands; nobody's enquiry. */
  (
    | { readonly by: 'code'; readonly code: string; readonly forReceipt?: true }
    | ({ readonly by: 'document' } & IdentityClaim)
  );

/** What is put aside, under a slip that was made for this one try. */
export interface ParkRequest {
  /** The slip's code (domain/parking/resume-code.ts). In memory only. */
  readonly code: string;
  readonly draft: Draft;
  /** Canonical number of the document that opens it again. */
  readonly number: string;
  /** Code of the slip it was taken up with: that slip is over. */
  readonly replaces: string | null;
}

export interface Parked {
  /** ISO instant. */
  readonly expiresAt: string;
  /** The platform has it, too: any terminal can take it up. False: only this one, until it could be sent. */
  readonly elsewhere: boolean;
  /**
   * Another terminal has what this was taken up from, or has ended it: this is a copy beside that, nothing was
   * overwritten. `by` null: nobody works on it any more. Left out: there is only this one.
   */
  readonly beside?: { readonly by: HeldBy | null };
}

export interface TakeUpRequest {
  readonly code: string;
  /** Canonical number of the document that was read. */
  readonly number: string;
  /** Whoever stands here knows that it is being worked on elsewhere, and goes on with a copy. */
  readonly copy?: boolean;
}

export interface Correction {
  /** Id of the submission to be superseded. */
  readonly id: string;
  readonly code: OutcomeCode;
  readonly payload: RegistrationPayload;
}

export interface StaffPort {
  /** `badge` is the text of the scanned badge. Never logs either argument. */
  verify(badge: string, pin: string): Promise<Result<StaffMember, Failure<StaffRefusal>>>;
  /**
   * Sets a new PIN for somebody who has just signed in with the old one; here at once, everywhere when the platform
   * has it.
   */
  changePin(staffId: string, newPin: string): Promise<Result<null, Failure<PinRefusal>>>;
  /** The staff number whose badge this is, for the audit chain; null: none of the list that is in force. */
  holderOf(badge: string): Promise<string | null>;
  /** Whoever may sign in here, and how they stand. */
  people(): Promise<readonly StaffPerson[]>;
  unlock(staffId: string, by: string): Promise<Result<null, Failure<StaffChangeRefusal>>>;
  blockBadge(staffId: string, by: string): Promise<Result<null, Failure<StaffChangeRefusal>>>;
}

/** Somebody on the staff list, for the page on which a supervisor unlocks and blocks. No name: the list has none. */
export interface StaffPerson {
  readonly staffId: string;
  readonly role: StaffRole;
  readonly standing: 'active' | 'inactive' | 'locked' | 'badge-blocked';
}

/** How a printer stands; one for each output on subscribing, and at every change. */
export interface PrinterEvent {
  readonly type: 'PRINTER';
  readonly output: PaperOutput;
  readonly status: PrinterStatus;
}

export interface PrinterPort {
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: PrinterEvent) => void): () => void;
  /**
   * Resolves when the printer has taken the paper, or with why not; taken is not yet printed. Keeps nothing of it, and
   * gives up at `signal` as far as nothing has gone to the printer.
   */
  print(paper: Paper, output: PaperOutput, signal: AbortSignal): Promise<Result<null, Failure<PrintFault>>>;
}

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
