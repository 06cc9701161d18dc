import type { AnyActorRef } from 'xstate';
import type { CalculatorSnapshot } from './calculator/calculators.ts';
import type { EnquirySnapshot } from './enquiry/enquiry.machine.ts';
import type { InstructionSnapshot } from './flow/flows.ts';
import type { IamSmartSnapshot } from './iam-smart.machine.ts';
import type { IdReadingSnapshot } from './id-reading/id-reading.machine.ts';
import type { MockRunSnapshot } from './mock-run/mock-run.machine.ts';
import type { OwnLanguageSnapshot } from './own-language/own-language.machine.ts';
import type { PrintingSnapshot } from './printing.machine.ts';
import type { MobileCodeSnapshot } from './mobile-code.machine.ts';
import type { OperationsSnapshot } from './operations/operations.machine.ts';
import type { RegistrationSnapshot } from './registration.machine.ts';
import type { RemittanceFileSnapshot } from './remittance-file/remittance-file.machine.ts';
import type { ResumeSnapshot } from './resume.machine.ts';
import type { SessionSnapshot } from './session/session.machine.ts';
import type { TicketSnapshot } from './ticket/ticket.machine.ts';
import type { SpeechSnapshot } from './speech.machine.ts';
import type { TerminalSnapshot } from './terminal.machine.ts';

/** The snapshots that make one picture: the session's and that of the child whose pages it shows. */
export interface SessionParts {
  readonly session: SessionSnapshot;
  readonly enquiry: EnquirySnapshot | null;
  readonly iamSmart: IamSmartSnapshot | null;
  readonly idReading: IdReadingSnapshot | null;
  readonly registration: RegistrationSnapshot | null;
  /** Below the registration: a mobile number that is confirmed. */
  readonly mobileCode: MobileCodeSnapshot | null;
  readonly instruction: InstructionSnapshot | null;
  /** An employer's file, checked and not sent. */
  readonly mockRun: MockRunSnapshot | null;
  /** Below the instruction or the mock run: a file that is chosen, read and checked. */
  readonly file: RemittanceFileSnapshot | null;
  /** Signed-off words in a language of the member's own. */
  readonly ownLanguage: OwnLanguageSnapshot | null;
  readonly calculator: CalculatorSnapshot | null;
  readonly resume: ResumeSnapshot | null;
  /** A place in the queue. */
  readonly ticket: TicketSnapshot | null;
  /** A paper on its way to the printer. */
  readonly printing: PrintingSnapshot | null;
  /** Over the page: staff look at the machine itself. */
  readonly operations: OperationsSnapshot | null;
}

interface WithChildren {
  readonly children: Readonly<Record<string, AnyActorRef | undefined>>;
}

// XState types a child by its invoke id only at the top level of a machine; ours are invoked deeper, so the type is
// given here, in one place, beside the id.
function childOf(snapshot: WithChildren, id: string): unknown {
  return snapshot.children[id]?.getSnapshot() ?? null;
}

/** The session under way and its children, or null when the terminal is not in service. */
export function sessionParts(terminal: TerminalSnapshot): SessionParts | null {
  const session = childOf(terminal, 'session') as SessionSnapshot | null;
  return session?.status === 'active' ? partsOf(session) : null;
}

/** The voice that reads pages aloud, or null when the terminal is not in service. */
export function speechPart(terminal: TerminalSnapshot): SpeechSnapshot | null {
  const speech = childOf(terminal, 'speech') as SpeechSnapshot | null;
  return speech?.status === 'active' ? speech : null;
}

/** The session with its children's snapshots. */
function partsOf(session: SessionSnapshot): SessionParts {
  const registration = childOf(session, 'task') as RegistrationSnapshot | null;
  const instruction = childOf(session, 'instruction') as InstructionSnapshot | null;
  const mockRun = childOf(session, 'mock-run') as MockRunSnapshot | null;
  const asksFile = instruction ?? mockRun;
  return {
    session,
    enquiry: childOf(session, 'enquiry') as EnquirySnapshot | null,
    iamSmart: childOf(session, 'iam-smart') as IamSmartSnapshot | null,
    idReading: childOf(session, 'id-reading') as IdReadingSnapshot | null,
    registration,
    mobileCode:
      registration === null ? null : (childOf(registration, 'mobile-code') as MobileCodeSnapshot | null),
    instruction,
    mockRun,
    file: asksFile === null ? null : (childOf(asksFile, 'file') as RemittanceFileSnapshot | null),
    ownLanguage: childOf(session, 'own-language') as OwnLanguageSnapshot | null,
    calculator: childOf(session, 'calculator') as CalculatorSnapshot | null,
    resume: childOf(session, 'resume') as ResumeSnapshot | null,
    ticket: childOf(session, 'ticket') as TicketSnapshot | null,
    printing: childOf(session, 'printing') as PrintingSnapshot | null,
    operations: childOf(session, 'operations') as OperationsSnapshot | null,
  };
}
