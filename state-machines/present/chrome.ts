import { trainingOf } from './training.ts';
import type { Chrome, FlowName, ProgressName } from '../../domain/terminal/view/chrome.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { accepts } from '../accepts.ts';
import type { SessionParts } from '../children.ts';
import { readerUsable } from '../reader-facts.ts';
import { printOffer } from './papers.ts';
import { needsNobody } from '../session/context/answered.ts';
import type { Purpose } from '../session/context/visit.ts';
import type { TerminalContext } from '../terminal.machine.ts';

/** The parts of each way, in the order in which they come. */
const WAYS: Readonly<Record<FlowName, readonly ProgressName[]>> = {
  registration: ['notice', 'identity', 'details', 'attestation', 'review', 'declare', 'receipt'],
  withdrawal: ['notice', 'identity', 'attestation', 'declare', 'receipt'],
  instruction: ['notice', 'identity', 'details', 'attestation', 'review', 'declare', 'receipt'],
  correction: ['notice', 'identity', 'attestation', 'details', 'review', 'declare', 'receipt'],
};

/** Null: whoever only asks is on no way to a submission. */
const FLOWS: Readonly<Record<Purpose, FlowName | null>> = {
  register: 'registration',
  // Before it is known what was begun.
  resume: null,
  enquire: null,
  withdraw: 'withdrawal',
  correct: 'correction',
  instruct: 'instruction',
  queue: null,
};

/** Which part of the way a page belongs to; null where no flow is under way. */
const PART_OF_THE_WAY: Readonly<Record<Screen['id'], ProgressName | null>> = {
  starting: null,
  'self-test': null,
  'out-of-service': null,
  attract: null,
  'not-today': null,
  language: null,
  notice: 'notice',
  'own-language': 'notice',
  identify: 'identity',
  reading: 'identity',
  'read-result': 'identity',
  mismatch: 'identity',
  'record-says': 'identity',
  'too-young': null,
  'reader-trouble': 'identity',
  'no-hkid': 'identity',
  'bring-documents': null,
  'typed-number': 'identity',
  'typed-number-check': 'identity',
  question: 'details',
  'mobile-code-sending': 'details',
  'mobile-code': 'details',
  'mobile-code-over': 'details',
  'staff-needed': 'attestation',
  'iam-smart-beginning': 'attestation',
  'iam-smart-code': 'attestation',
  'iam-smart-stopped': 'attestation',
  'look-up-offer': 'identity',
  'look-up-asking': 'identity',
  'look-up-trouble': 'identity',
  attest: 'attestation',
  review: 'review',
  declare: 'declare',
  submitting: 'declare',
  'not-saved': 'declare',
  receipt: 'receipt',
  'enquiry-choice': null,
  'enquiry-notice': null,
  'enquiry-list': null,
  'enquiry-reference': null,
  'enquiry-code': null,
  'enquiry-asking': null,
  'enquiry-result': null,
  'enquiry-trouble': null,
  menu: null,
  'instruction-refused': null,
  'calculator-ask': null,
  calculation: null,
  ask: 'details',
  'file-choose': 'details',
  'file-reading': 'details',
  'file-trouble': 'details',
  'file-result': 'details',
  'companies-result': 'details',
  'instruction-review': 'review',
  prepared: null,
  'withdraw-notice': 'notice',
  'withdraw-confirm': 'declare',
  'correction-opening': 'details',
  'resume-row': null,
  'resume-opening': null,
  'resume-trouble': null,
  'resume-changed': null,
  'resume-slip': null,
  'ticket-choice': null,
  'ticket-purpose': null,
  'ticket-reference': null,
  'ticket-asking': null,
  ticket: null,
  'ticket-confirm': null,
  'ticket-cancelled': null,
  'ticket-trouble': null,
  'cases-waiting': null,
  'cases-trouble': null,
  'cases-list': null,
  case: null,
  'van-signed-out': null,
  'van-plan': null,
  'van-stop': null,
  'van-ready': null,
  'van-language': null,
  'roster-choose': null,
  'roster-reading': null,
  'roster-trouble': null,
  'roster-result': null,
  'roster-held': null,
  'van-close': null,
  'van-waiting': null,
  'van-trouble': null,
  'station-rest': null,
  'staff-busy': null,
  'with-member': null,
  'station-signed-out': null,
  'station-ready': null,
  'station-ticket': null,
  'station-called': null,
  'station-waiting': null,
  'station-trouble': null,
  'day-tally': null,
  'day-report': null,
  ended: null,
};

/** Every page there is: the list above leaves none out, by its type. */
export const SCREEN_IDS = Object.keys(PART_OF_THE_WAY) as readonly Screen['id'][];

const NOTHING_TO_PRINT: Chrome['print'] = { offered: [], trouble: null };

/** The frame around the page: what can be done anywhere, and how devices and connection stand. */
export function chromeOf(terminal: TerminalContext, parts: SessionParts | null, screen: Screen): Chrome {
  const { config } = terminal.outside;
  const simulated = Object.values(terminal.devices).some((device) => device.simulated);
  return {
    terminalId: config.terminalId,
    place: config.place,
    connection: {
      ...{ online: terminal.online, trouble: terminal.trouble, pending: terminal.pending },
      ...(terminal.status?.reports === undefined ? {} : { reports: terminal.status.reports }),
    },
    simulated: simulated || config.simulated === true,
    progress: parts === null ? null : progressOf(parts, screen),
    canGoBack: parts !== null && accepts(parts, { type: 'BACK' }),
    canLeave: parts !== null && accepts(parts, { type: 'LEAVE' }),
    canFinishLater: parts !== null && accepts(parts, { type: 'FINISH_LATER' }),
    canAskStaff: parts !== null && accepts(parts, { type: 'ASK_STAFF' }),
    print: parts === null ? NOTHING_TO_PRINT : printOffer(parts, screen),
    assist: parts === null ? null : assistOf(parts),
    readerReady: readerUsable(terminal.reader),
    ...((parts?.mockRun ?? null) === null ? {} : { mockRun: true as const }),
  };
}

function progressOf({ session, mockRun }: SessionParts, screen: Screen): Chrome['progress'] {
  // A check leads to nothing that is submitted.
  if (mockRun !== null) return null;
  const name = isPutAfterReview(screen) ? 'declare' : PART_OF_THE_WAY[screen.id];
  const { visit } = session.context;
  const flow = FLOWS[visit.purpose];
  if (name === null || flow === null) return null;
  // Where nobody has to be identified, nobody is, and nobody attests.
  const way = WAYS[flow].filter(
    (part) => !needsNobody(visit) || (part !== 'identity' && part !== 'attestation'),
  );
  return { flow, step: way.indexOf(name) + 1, of: way.length, name };
}

/** Consents and declaration come after the review. */
function isPutAfterReview(screen: Screen): boolean {
  return screen.id === 'own-language' && screen.part !== 'notice';
}

/** `canAttest` offers the attestation where it would be taken, so that no button is dead. */
function assistOf(parts: SessionParts): Chrome['assist'] {
  const { assist } = parts.session.context.visit;
  if (assist === null) return null;
  return {
    staffId: assist.staffId,
    role: assist.role,
    canAttest: accepts(parts, { type: 'STAFF_ATTEST' }),
    ...trainingOf(assist, parts.session.context.outside),
    canSeeStatus: accepts(parts, { type: 'STAFF_STATUS' }),
  };
}
