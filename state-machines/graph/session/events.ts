import { CALCULATOR_NAMES } from '../../../domain/calculators/names.ts';
import { CATALOGUE } from '../../../domain/catalogue/catalogue.ts';
import type { Paper } from '../../../domain/paper/paper.ts';
import { frozenBy } from '../../session/context/context.ts';
import { needsMoreThanStaff } from '../../session/context/assurance.ts';
import type { SessionEvent } from '../../session/events.ts';
import type { SessionSnapshot } from '../../session/session.machine.ts';
import { officer01 } from '../../testing/people.ts';
import { ALL_WELL, frozen } from '../../testing/status.ts';
import { SLIP, CHILDREN } from './children.ts';
import { KINDS, told } from './instructions.ts';
import { inJourney, matches, instructing, inPresence } from './places.ts';
import { nextTick, ofStaff } from './staff-events.ts';

/** Nothing was chosen, read or called for yet. */
function isFresh({ context: { visit } }: SessionSnapshot): boolean {
  const { identified, instruction, assist, helpSince, answers } = visit;
  return (
    identified === null &&
    instruction === null &&
    assist === null &&
    helpSince === null &&
    Object.keys(answers).length === 0
  );
}

/** Where a kind is chosen: each of them, and the page that "change" would open. */
function choices(snapshot: SessionSnapshot): readonly SessionEvent[] {
  const { instruction } = snapshot.context.visit;
  const page = Object.keys(instruction?.answers ?? {})[0];
  if (inJourney(snapshot, 'instructionReview') && page !== undefined) return [{ type: 'CHANGE_PAGE', page }];
  if (!inJourney(snapshot, 'menu')) return [];
  return [
    { type: 'CHOOSE_GROUP', group: 'help' },
    { type: 'CHOOSE_KIND', kind: 'member-registration' },
    // A calculator knows nothing of the visit: it is walked where nothing has been chosen.
    ...(isFresh(snapshot) ? CALCULATOR_NAMES : []).map(
      (calculator) => ({ type: 'CALCULATE', calculator }) as const,
    ),
    ...(isFresh(snapshot) ? [{ type: 'MOCK_RUN' } as const] : []),
    ...(isFresh(snapshot) ? Object.values(CATALOGUE).map(({ kind }) => kind) : KINDS).map(
      (kind) => ({ type: 'CHOOSE_KIND', kind }) as const,
    ),
  ];
}

/** What is on it does not matter to the session. */
const A_PAPER: Paper = { kind: 'receipt', locale: 'en', terminalId: 'K0127', at: '', blocks: [] };
export const SERVED = { locale: 'en', operator: officer01, language: null, callBack: false } as const;

const PAGES: readonly SessionEvent[] = [
  /** As a van's operator begins: for somebody who reads, with an interpreter, for a call-back. */
  { type: 'SERVE', serving: SERVED },
  { type: 'SERVE', serving: { ...SERVED, callBack: true } },
  { type: 'START', locale: 'en' },
  { type: 'START', locale: null },
  { type: 'ENQUIRE', locale: 'en' },
  { type: 'MENU', locale: 'en' },
  { type: 'RESUME', locale: 'en' },
  { type: 'TICKET', locale: 'en' },
  { type: 'FINISH_LATER' },
  { type: 'FINISH_LATER_CONFIRM' },
  { type: 'TAKE_COPY' },
  { type: 'FINISH_LATER_CANCEL' },
  { type: 'CONTINUE' },
  { type: 'BACK' },
  { type: 'CHANGE', step: 'email' },
  { type: 'CARD_IS_RIGHT' },
  { type: 'SUBMIT' },
  { type: 'RETRY' },
  { type: 'IAM_SMART' },
  { type: 'PREPARE_ONLY' },
  { type: 'ASK_STAFF' },
  { type: 'CANCEL_HELP' },
  { type: 'KEEP_WAITING' },
  { type: 'STILL_HERE' },
  { type: 'LEAVE' },
  { type: 'LEAVE_CONFIRM' },
  { type: 'LEAVE_CANCEL' },
  { type: 'DONE' },
  { type: 'PRINT_PAPER', paper: A_PAPER },
  { type: 'PRINT_AGAIN' },
  { type: 'PRINT_CLOSE' },
  { type: 'STAFF_PIN', pin: '482916' },
  { type: 'STAFF_CANCEL' },
  { type: 'STAFF_STATUS' },
  { type: 'STAFF_ATTEST' },
  { type: 'NUMBER_MATCHES', matches: true },
  { type: 'NUMBER_MATCHES', matches: false },
  { type: 'FACE_COMPARED', same: true },
  { type: 'FACE_COMPARED', same: false },
  { type: 'ATTEST' },
  { type: 'HAND_BACK' },
  { type: 'CONFIRM_TOUCHED' },
  { type: 'FEEDBACK', face: 'good' },
  { type: 'COMPLAIN' },
];

const WORLD: readonly SessionEvent[] = [
  { type: 'BADGE_SCANNED', text: 'badge-officer-01' },
  { type: 'SLIP_SCANNED', code: SLIP },
  { type: 'TICKET_SCANNED', scanned: { of: 'ticket', code: 'Q'.repeat(26) } },
  { type: 'SHUT' },
];

/** Deadlines, the most pressing first: what happens to a terminal that everybody has left alone. */
export const DEADLINES: readonly SessionEvent[] = [
  { type: 'SUBMIT_OVERDUE' },
  { type: 'RECEIPT_WAIT_OVER' },
  { type: 'CORRECTION_OVERDUE' },
  { type: 'LOOK_UP_OVERDUE' },
  { type: 'VERIFY_OVERDUE' },
  { type: 'PARKING_OVERDUE' },
  { type: 'TAKE_UP_OVERDUE' },
  { type: 'PIN_DUE' },
  { type: 'PARK_DUE' },
  { type: 'SLIP_DUE' },
  { type: 'WIPE_DUE' },
  { type: 'IDLE_DUE' },
  { type: 'ENDED_DUE' },
];

export const READER_READY = {
  type: 'DEVICE_STATE',
  device: 'id-reader',
  status: 'ready',
  simulated: false,
} as const;
export const ONLINE = { type: 'CONNECTION', online: true, trouble: null } as const;
const FROZEN = { type: 'STATUS', status: frozen('too-many-pending') } as const;
const THAWED = { type: 'STATUS', status: ALL_WELL } as const;
const OFFLINE = { type: 'CONNECTION', online: false, trouble: 'no-network' } as const;

/** Devices and connection look the same from every page; they are walked where they change what happens. */
function weather(snapshot: SessionSnapshot): readonly SessionEvent[] {
  if (matches(snapshot, { visit: { journey: { submitting: 'waiting' } } })) return [OFFLINE];
  // What may be done with an instruction depends on the connection at its end.
  if (inJourney(snapshot, 'instructionReview') || instructing(snapshot, 'declare')) return [OFFLINE, ONLINE];
  if (needsMoreThanStaff(snapshot.context.visit) && inJourney(snapshot, 'attestation'))
    return [OFFLINE, ONLINE];
  if (inJourney(snapshot, 'notToday')) return [THAWED];
  if (!inPresence(snapshot, 'attract')) return [];
  return [
    { type: 'CARD_PRESENT', device: 'id-reader' },
    { type: 'HARDWARE_DOWN' },
    frozenBy(snapshot.context.status) === null ? FROZEN : THAWED,
    { type: 'SET_TEXT_SIZE', textSize: 'large' },
    { type: 'SETTINGS_DUE' },
  ];
}

/** The queue's news of this visit's own submission. */
function news(snapshot: SessionSnapshot): readonly SessionEvent[] {
  const id = snapshot.context.visit.submissionId;
  if (id === null) return [];
  const item = { type: 'ITEM', id, reference: 'K0127-1-000001-7', outcome: null } as const;
  const receivedAt = '2026-11-23T04:00:09.000Z';
  return [
    { ...item, state: 'kept', receivedAt: null },
    { ...item, state: 'received', receivedAt },
    { ...item, state: 'rejected', receivedAt },
  ];
}

export function eventsIn(snapshot: SessionSnapshot): readonly SessionEvent[] {
  return [
    ...PAGES,
    ...WORLD,
    ...DEADLINES,
    { type: 'NOBODY_CAME' } as const,
    ...weather(snapshot),
    ...nextTick(snapshot),
    ...news(snapshot),
    ...choices(snapshot),
    ...(told(snapshot) as readonly SessionEvent[]),
    ...(ofStaff(snapshot) as readonly SessionEvent[]),
    ...(CHILDREN as readonly SessionEvent[]),
  ];
}
