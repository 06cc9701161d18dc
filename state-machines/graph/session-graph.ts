import type { AnyEventObject } from 'xstate';
import { CALCULATOR_NAMES } from '../../domain/calculators/names.ts';
import { SECURITY_FEATURES } from '../../domain/identity/staff.ts';
import { CATALOGUE, definitionOf } from '../../domain/catalogue/catalogue.ts';
import type { Answers } from '../../domain/catalogue/definition.ts';
import { completed } from '../../domain/catalogue/testing/answering.ts';
import type { InstructionKind } from '../../domain/kinds/kinds.ts';
import type { Paper, Printers } from '../../domain/paper/paper.ts';
import { fail, ok } from '../../domain/result.ts';
import type { RegistrationAnswers } from '../../domain/registration/answers.ts';
import {
  frozenBy,
  hasNothingToAnswer,
  isAnswered,
  isAttested,
  isInstructionAnswered,
  needsMoreThanStaff,
  type SessionContext,
  withdrawalProof,
} from '../session/context.ts';
import type { SessionEvent } from '../session/events.ts';
import { isMismatchOpen } from '../session/mismatch.ts';
import { IDS } from '../session/guards.ts';
import { sessionMachine, type SessionSnapshot } from '../session/session.machine.ts';
import { billWaitMachine } from '../bill-wait.machine.ts';
import { CALCULATOR_MACHINES } from '../calculator/calculators.ts';
import { deadline } from '../deadline.ts';
import { enquiryMachine } from '../enquiry/enquiry.machine.ts';
import type { LeftItem } from '../../domain/wire/enquiry.ts';
import type { EnquiryOutput } from '../enquiry/setup.ts';
import { iamSmartMachine, type IamSmartOutput } from '../iam-smart.machine.ts';
import { ownLanguageMachine } from '../own-language/own-language.machine.ts';
import { TRANSLATED_PARTS } from '../../domain/notices/translation.ts';
import { sampleTranslations } from '../../domain/notices/translations.fixture.ts';
import { operationsMachine } from '../operations/operations.machine.ts';
import { mockRunMachine } from '../mock-run/mock-run.machine.ts';
import type { IdReadingOutput } from '../id-reading/context.ts';
import { idReadingMachine } from '../id-reading/id-reading.machine.ts';
import { UNKNOWN_READER } from '../reader-facts.ts';
import { registrationMachine } from '../registration.machine.ts';
import { SAMPLE_ACCOUNTS } from '../../domain/records/records.fixture.ts';
import { parkedDraft } from '../../domain/parking/draft.fixture.ts';
import { RESUME_RANDOM_BYTES, resumeCodeFrom } from '../../domain/parking/resume-code.ts';
import { printingMachine } from '../printing.machine.ts';
import { ticketMachine } from '../ticket/ticket.machine.ts';
import { resumeMachine } from '../resume.machine.ts';
import { lookUp } from '../session/look-up.ts';
import { standingWatch } from '../session/standing-watch.ts';
import { park, takeUp } from '../session/parking/actors.ts';
import { isParkable } from '../session/parking/draft-of.ts';
import {
  changePin,
  changeStaff,
  holderOfBadge,
  openCorrection,
  people,
  submit,
  verify,
} from '../session/actors.ts';
import {
  adult01,
  EMAIL,
  leftBefore,
  MOBILE,
  officer01,
  officer02,
  STAFF_PEOPLE,
  starter01,
  technician01,
  typedNumber,
} from '../testing/people.ts';
import { ALL_WELL, frozen } from '../testing/status.ts';
import { outsideOfGraph, READY, silent } from './stub.ts';
import { factsOf } from '../flow/create-flow-machine.ts';
import { FLOWS } from '../flow/flows.ts';
import { walk, type Walk } from './walk.ts';

/**
 * What the children of a session can answer, by their contracts: every output and every error. Sent as events, since
 * the children themselves are silent here.
 */
const done = (id: string, output: unknown): AnyEventObject => ({
  type: `xstate.done.actor.${id}`,
  output,
  actorId: id,
});
const failed = (id: string): AnyEventObject => ({
  type: `xstate.error.actor.${id}`,
  error: 'gone',
  actorId: id,
});

const complete: RegistrationAnswers = {
  surname: adult01.surname,
  givenNames: adult01.givenNames,
  chineseCodes: '',
  dateOfBirth: '1961-04',
  contactChannel: 'email',
  email: EMAIL,
  communicationLanguage: 'en',
  optionalUses: '',
};
const partial: RegistrationAnswers = { contactChannel: 'mobile', mobile: MOBILE };

// The same objects each time, as the real machine gives them back when nothing was read anew.
const byReader = { means: 'reader', document: adult01 } as const;
const byTyping = { means: 'typed', number: typedNumber } as const;

const byChild = {
  means: 'reader',
  document: { ...adult01, dateOfBirth: { year: 2015, month: null, day: null } },
} as const;

const ID_READING_OUTPUTS: readonly IdReadingOutput[] = [
  { outcome: 'identified', identified: byReader },
  { outcome: 'identified', identified: byTyping },
  { outcome: 'identified', identified: byChild },
  { outcome: 'back' },
  { outcome: 'other-document', document: 'passport' },
];

const found: LeftItem = {
  id: '0190d5a8-0000-7000-8000-00000000f0f0',
  reference: 'K0127-A0042-N',
  status: 'received',
  code: null,
  receivedAt: '2026-11-22T04:00:00.000Z',
};

const ENQUIRY_OUTPUTS: readonly EnquiryOutput[] = [
  { outcome: 'back' },
  { outcome: 'finished' },
  { outcome: 'by-document' },
  { outcome: 'withdraw', found, left: null },
  { outcome: 'withdraw', found: { ...found, kind: 'call-back', slipCode: 'K7M29XQA' }, left: null },
  { outcome: 'withdraw', found: { ...found, kind: 'contribution-enquiry' }, left: null },
  { outcome: 'correct', found, left: null },
  { outcome: 'withdraw', found, left: { items: [found], more: false } },
  { outcome: 'correct', found, left: { items: [found], more: false } },
];

/** The platform has another letter in the name. */
const recordedOtherwise = {
  ...leftBefore,
  person: { ...leftBefore.person, surname: `${leftBefore.person.surname}E` },
};
const IAM_SMART_OUTPUTS: readonly IamSmartOutput[] = [
  { outcome: 'signed-in', evidence: { sessionId: 'this-visit', token: 'a.signed.word.of.the.gateway' } },
  { outcome: 'back' },
];

const SLIP = resumeCodeFrom(new Uint8Array(RESUME_RANDOM_BYTES).fill(9));
const parked = { expiresAt: '2026-11-30T15:59:59.000Z', elsewhere: true };

/** What was put aside another time: in the middle, at its end, of rules that have changed since, and another kind. */
const DRAFTS = [
  parkedDraft(),
  parkedDraft({ answers: { ...complete }, page: null }),
  parkedDraft({ answers: { contactChannel: 'pigeon' } }),
  parkedDraft({ kind: 'fund-switch', answers: {}, page: null }),
];

const CHILDREN: readonly AnyEventObject[] = [
  done('resume', { outcome: 'code', code: SLIP }),
  done('resume', { outcome: 'back' }),
  ...DRAFTS.map((draft) => done('take-up', ok(draft))),
  done('take-up', fail('not-found')),
  done('take-up', fail('offline')),
  done('take-up', fail('held', { terminalId: 'K0128', since: '2026-11-23T02:00:00.000Z' })),
  failed('take-up'),
  done('park', ok(parked)),
  done('park', fail('disk-full')),
  failed('park'),
  done('look-up', ok(SAMPLE_ACCOUNTS)),
  done('look-up', fail('not-found')),
  done('look-up', fail('offline')),
  failed('look-up'),
  ...ID_READING_OUTPUTS.map((output) => done('id-reading', output)),
  ...ENQUIRY_OUTPUTS.map((output) => done('enquiry', output)),
  ...IAM_SMART_OUTPUTS.map((output) => done('iam-smart', output)),
  done('open-correction', ok({ id: found.id, code: 'details-differ', payload: leftBefore })),
  done('open-correction', ok({ id: found.id, code: 'details-differ', payload: recordedOtherwise })),
  done('open-correction', fail('offline')),
  done('open-correction', fail('not-correctable')),
  done('open-correction', fail('assurance-too-low')),
  failed('open-correction'),
  {
    type: 'xstate.snapshot.task',
    snapshot: {
      status: 'active',
      value: 'mobile',
      context: { answers: partial, byStaff: ['mobile'], drafts: {}, confirmedMobile: null },
    },
  },
  done('task', { answers: complete, byStaff: ['email'], confirmedMobile: null }),
  done('task', { back: true, answers: partial, byStaff: [], confirmedMobile: null }),
  done('instruction', { back: true, answers: {}, byStaff: [] }),
  done('calculator', { outcome: 'another' }),
  done('calculator', { outcome: 'menu' }),
  done('calculator', { outcome: 'finished' }),
  done('ticket', { outcome: 'back' }),
  done('ticket', { outcome: 'finished' }),
  done('ticket', { outcome: 'ticketed' }),
  done('bill-wait', null),
  done('mock-run', { back: true, answers: {}, byStaff: [] }),
  done('mock-run', { answers: {}, byStaff: [] }),
  done('printing', undefined),
  done('submit', ok({ id: 'x', reference: 'K0127-1-000001-7', keptAt: '2026-11-23T04:00:00.000Z' })),
  done('submit', fail('disk-full')),
  failed('submit'),
  // The supervisor first: whoever signs in first stands for all in the graph, and only a supervisor sees every page.
  done('verify', ok(officer02)),
  done('verify', ok(officer01)),
  done('verify', fail('wrong-pin')),
  failed('verify'),
];

/** One that needs nobody identified and may be kept, one that needs attestation and may only be prepared offline. */
const KINDS: readonly InstructionKind[] = ['call-back', 'fund-switch'];

/** One that staff here cannot give enough for: it has a walk of its own. */
const MOST_ASSURED: InstructionKind = 'particulars-change';

const examples = new Map<string, Answers>();

/** Complete answers of whoever stands here; the same object each time, as the rest of what children say. */
function exampleOf({ outside, online, visit }: SessionContext, kind: InstructionKind): Answers {
  const { records } = visit.lookUp;
  const key = `${kind} ${visit.identified?.means ?? 'nobody'} ${records?.what ?? ''}`;
  const known = examples.get(key);
  if (known !== undefined) return known;
  const start = factsOf({ outside, online, identified: visit.identified, records, answers: {} });
  const answers = completed(definitionOf(kind), start)?.facts.answers ?? {};
  examples.set(key, answers);
  return answers;
}

/** What the flow of an instruction says of itself: answers so far, and all of them. */
function told({ context }: SessionSnapshot): readonly AnyEventObject[] {
  const { instruction } = context.visit;
  if (instruction === null || ![...KINDS, MOST_ASSURED].includes(instruction.kind)) return [];
  const answers = exampleOf(context, instruction.kind);
  const some = Object.fromEntries(Object.entries(answers).slice(0, 1));
  return [
    {
      type: 'xstate.snapshot.instruction',
      snapshot: { status: 'active', value: 'routing', context: { answers: some, byStaff: [], drafts: {} } },
    },
    done('instruction', { answers, byStaff: Object.keys(answers).slice(0, 1) }),
  ];
}

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

const PRINTERS_READY: Printers = { slips: 'ready', documents: 'ready' };
/** What is on it does not matter to the session. */
const A_PAPER: Paper = { kind: 'receipt', locale: 'en', terminalId: 'K0127', at: '', blocks: [] };
const SERVED = { locale: 'en', operator: officer01, language: null, callBack: false } as const;

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

const READER_READY = {
  type: 'DEVICE_STATE',
  device: 'id-reader',
  status: 'ready',
  simulated: false,
} as const;
const ONLINE = { type: 'CONNECTION', online: true, trouble: null } as const;
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

/** Features are ticked in their order, one by one: 6 states instead of 32 that behave alike. */
function nextTick(snapshot: SessionSnapshot): readonly SessionEvent[] {
  const feature = SECURITY_FEATURES[snapshot.context.visit.ticked.length];
  return feature === undefined ? [] : [{ type: 'TICK_FEATURE', feature, ticked: true }];
}

function instructing(snapshot: SessionSnapshot, journey: string): boolean {
  return snapshot.context.visit.instruction !== null && inJourney(snapshot, journey);
}

/** What staff do on pages of their own, where those pages are; nothing else listens to it. */
function ofStaff(snapshot: SessionSnapshot): readonly AnyEventObject[] {
  const at = (staff: object | string): boolean => matches(snapshot, { visit: { staff } });
  if (at('pin')) {
    return [
      { type: 'STAFF_SNOOZE' },
      done('holder', 'S-2001'),
      done('holder', null),
      failed('holder'),
      ...(registersOrRests(snapshot)
        ? [done('verify', ok(starter01)), done('verify', ok(technician01))]
        : []),
    ];
  }
  if (at('confirming')) {
    const { instruction } = snapshot.context.visit;
    const rows = ['email', 'number', ...(instruction?.byStaff.slice(0, 1) ?? [])];
    return rows.map((row) => ({ type: 'CHANGE_TOUCHED', row }));
  }
  if (at('newPin')) {
    return [
      { type: 'NEW_PIN', pin: '704915', again: '704915' },
      { type: 'NEW_PIN', pin: '704915', again: '704916' },
      done('change-pin', ok(null)),
      done('change-pin', fail('pin-easy')),
      failed('change-pin'),
    ];
  }
  if (at({ holding: 'people' })) {
    return [
      { type: 'UNLOCK_STAFF', staffId: 'S-2001' },
      { type: 'BLOCK_BADGE', staffId: 'S-2001' },
      done('people', STAFF_PEOPLE),
      failed('people'),
      done('change-staff', ok(null)),
      failed('change-staff'),
    ];
  }
  if (at({ holding: 'more' })) {
    const more = ['STAFF_PEOPLE', 'CHANGE_PIN', 'INTERPRETER_PRESENT', 'MORE_TIME'];
    return more.map((type) => ({ type }));
  }
  if (at({ holding: 'operations' })) return [done('operations', undefined)];
  // The machine's own pages know nothing of the page beneath: over one of them is enough.
  if (at({ holding: 'status' }) && inJourney(snapshot, 'notToday')) return [{ type: 'OPERATIONS' }];
  if (!at({ holding: 'free' }) || !registersOrRests(snapshot)) return [];
  // The way out of every page of theirs is one and the same: it is walked from here.
  return [{ type: 'STAFF_MORE' }, { type: 'STAFF_OUT' }];
}

/** Where staff's own pages are walked: over a question, and where nobody is served. */
function registersOrRests(snapshot: SessionSnapshot): boolean {
  const { purpose } = snapshot.context.visit;
  return purpose === 'register' && ['task', 'notToday'].some((part) => inJourney(snapshot, part));
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

/** How many things cover the page at once. */
export function covers(snapshot: SessionSnapshot): number {
  const inVisit = (part: object): number => (matches(snapshot, { visit: part }) ? 1 : 0);
  return (
    inVisit({ idle: 'warning' }) +
    inVisit({ idle: 'locked' }) +
    inVisit({ help: 'calling' }) +
    inVisit({ leave: 'asking' }) +
    inVisit({ staff: 'pin' }) +
    inVisit({ staff: { holding: 'status' } }) +
    inVisit({ staff: { holding: 'more' } }) +
    inVisit({ staff: { holding: 'people' } }) +
    inVisit({ staff: { holding: 'operations' } }) +
    inVisit({ staff: 'newPin' }) +
    inVisit({ staff: 'confirming' }) +
    inVisit({ park: 'asking' }) +
    inVisit({ park: 'saving' }) +
    inVisit({ park: 'failed' }) +
    inVisit({ print: 'open' })
  );
}

/**
 * With two things over the page the next ones behave as they do over one: such states are looked at, with their own
 * way out, but not gone on from. Without this the regions multiply to some hundred thousand states.
 */
const COVERED_TWICE = 2;

/** Staff who are called may say that they are busy: the one thing that is done over two covers; over a question. */
function isCalledAndBusy(snapshot: SessionSnapshot): boolean {
  return (
    covers(snapshot) === COVERED_TWICE &&
    matches(snapshot, { visit: { help: 'calling', staff: 'pin', journey: 'task' } })
  );
}

/** Covered with some features ticked is as covered with none ticked. */
function partlyTicked({ context: { visit } }: SessionSnapshot): boolean {
  return visit.ticked.length > 0 && visit.ticked.length < SECURITY_FEATURES.length;
}

/**
 * What covers the pages of an enquiry, a withdrawal or a correction behaves as it does over those of a registration,
 * where it is gone on from. The PIN is on the way to the attestation.
 */
function coveredAsWhenRegistering(snapshot: SessionSnapshot): boolean {
  const { purpose, instruction } = snapshot.context.visit;
  if (purpose === 'register' || matches(snapshot, { visit: { staff: 'pin' } })) return false;
  // What staff filled in is put right on the instruction's own pages.
  return instruction?.kind !== KINDS[0] || !matches(snapshot, { visit: { staff: 'confirming' } });
}

/** Gone on from for one kind of each sort only. */
function isLikeAnother(snapshot: SessionSnapshot): boolean {
  const { instruction } = snapshot.context.visit;
  // What covers these two pages behaves as it does over the pages beside them.
  if (inJourney(snapshot, 'tooYoung') || inJourney(snapshot, 'mismatch')) return covers(snapshot) > 0;
  if (instruction === null || KINDS.includes(instruction.kind)) return false;
  return covers(snapshot) > 0 || inJourney(snapshot, 'instruct') || inJourney(snapshot, 'menu');
}

/** Where it matters whether a card was read for the question already. */
function asksForCard(snapshot: SessionSnapshot): boolean {
  const correcting = snapshot.context.visit.purpose === 'correct' && inJourney(snapshot, 'notice');
  return correcting || inJourney(snapshot, 'withdrawNotice');
}

/** Where the role decides what may be done. */
function staffPage(snapshot: SessionSnapshot): boolean {
  return ['more', 'people', 'status', 'operations'].some((page) =>
    matches(snapshot, { visit: { staff: { holding: page } } }),
  );
}

/**
 * A badge was scanned over a page of staff's own or over what the member has to confirm, or was refused: the PIN is
 * asked there as anywhere else, which is gone on from over a question only.
 */
function pinAsAnywhere(snapshot: SessionSnapshot): boolean {
  if (!matches(snapshot, { visit: { staff: 'pin' } }) || inJourney(snapshot, 'task')) return false;
  const { unconfirmed, assist, staffRefusal } = snapshot.context.visit;
  const left = Object.values(snapshot.historyValue).flat();
  const own = left.some(
    ({ id }) => id === IDS.status || id === IDS.operations || id === IDS.more || id.startsWith(IDS.people),
  );
  return own || unconfirmed || staffRefusal !== null || assist?.mustChangePin === true;
}

/** What covers a page on which the member puts something right behaves as over the page itself. */
function puttingRightCovered(snapshot: SessionSnapshot): boolean {
  return covers(snapshot) > 0 && matches(snapshot, { visit: { staff: 'puttingRight' } });
}

/** The PIN is asked over the attestation, which is come back to. */
function leftAttesting({ historyValue }: SessionSnapshot): boolean {
  return Object.values(historyValue)
    .flat()
    .some(({ id }) => id.includes('.attest.'));
}

/** Records that are there and records that nobody wanted differ on the flow's own pages only. */
function lookUpAsFar(snapshot: SessionSnapshot): string {
  const { state } = snapshot.context.visit.lookUp;
  return state === 'open' || state === 'offered' || inJourney(snapshot, 'instruct') ? state : 'decided';
}

function distinguish(snapshot: SessionSnapshot): unknown {
  const { visit, online, reader, status, endedHow, face, outside } = snapshot.context;
  const held = visit.assist !== null;
  const underPin = held && matches(snapshot, { visit: { staff: 'pin' } });
  const attesting = matches(snapshot, { visit: { staff: { holding: 'attest' } } });
  const sending = ['submitting', 'notSaved', 'receipt'].some((journey) => inJourney(snapshot, journey));
  return [
    // A registration asks for the connection when it is sent, and nowhere before.
    inPresence(snapshot, 'visit') && visit.purpose === 'register' && !sending ? null : online,
    reader.status,
    inPresence(snapshot, 'ended') ? [endedHow, face] : null,
    inJourney(snapshot, 'task') ? visit.taskAt.changing : null,
    frozenBy(status),
    visit.purpose,
    asksForCard(snapshot) ? visit.enquiryBy : null,
    visit.purpose === 'withdraw' ? withdrawalProof(snapshot.context) : null,
    visit.turnedAway,
    visit.correction !== null,
    visit.raised,
    isMismatchOpen(visit),
    visit.instruction?.kind,
    inJourney(snapshot, 'menu') ? visit.menuGroup : null,
    inJourney(snapshot, 'instruct') ? visit.instruction?.openAt.changing : null,
    visit.instruction === null ? null : isInstructionAnswered(snapshot.context),
    inJourney(snapshot, 'correctionTrouble') ? visit.correctionFault : null,
    visit.identified?.means,
    visit.purpose === 'resume' ? visit.later.brought !== null : null,
    inJourney(snapshot, 'resumeTrouble') ? visit.later.takeUpFault : null,
    // Elsewhere it follows from the page.
    inJourney(snapshot, 'task') || inJourney(snapshot, 'instruct') ? isParkable(snapshot.context) : null,
    // Asked of nobody who withdraws, and replaced by what is fetched for a correction.
    hasNothingToAnswer(visit) ? null : isAnswered(visit),
    isAttested(snapshot.context),
    visit.iamSmart !== null,
    lookUpAsFar(snapshot),
    inJourney(snapshot, 'lookUpTrouble') ? visit.lookUp.fault : null,
    visit.prepareOnly,
    // Kept for the next try by whoever goes back to a page before.
    sending && visit.submissionId !== null,
    visit.request !== null,
    visit.kept !== null,
    visit.news?.state,
    visit.fault,
    held,
    // Nobody takes the page back who was turned out.
    visit.staffOut && outside.config.profile === 'station',
    // Forgotten with the badge, and heeded where the PIN is asked.
    matches(snapshot, { visit: { staff: 'pin' } }) && visit.staffRefusal !== null,
    visit.unconfirmed,
    // Who may do what, where it is asked.
    staffPage(snapshot) ? visit.assist?.role : null,
    visit.assist?.mustChangePin,
    // Beginning to attest unticks: elsewhere it does not matter what was ticked.
    attesting || (underPin && leftAttesting(snapshot)) ? visit.ticked.length : null,
    visit.numberRefused,
    underPin ? Object.values(snapshot.historyValue).map((nodes) => nodes.map((node) => node.id)) : null,
  ];
}

/** Whether there is a connection is told apart by `distinguish`, where it matters. */
function placeOf({ value }: SessionSnapshot): unknown {
  const { open } = value as { readonly open?: object };
  return open === undefined ? value : { open: { ...open, connectivity: null } };
}

export const sessionUnderGraph = sessionMachine.provide({
  actors: {
    billWait: silent(billWaitMachine),
    changePin: silent(changePin),
    changeStaff: silent(changeStaff),
    deadline: silent(deadline),
    holderOfBadge: silent(holderOfBadge),
    operations: silent(operationsMachine),
    people: silent(people),
    enquiry: silent(enquiryMachine),
    iamSmart: silent(iamSmartMachine),
    idReading: silent(idReadingMachine),
    ...Object.fromEntries(
      Object.entries({ ...FLOWS, ...CALCULATOR_MACHINES }).map(([name, machine]) => [name, silent(machine)]),
    ),
    lookUp: silent(lookUp),
    mockRun: silent(mockRunMachine),
    openCorrection: silent(openCorrection),
    ownLanguage: silent(ownLanguageMachine),
    park: silent(park),
    printing: silent(printingMachine),
    registration: silent(registrationMachine),
    resume: silent(resumeMachine),
    standingWatch: silent(standingWatch),
    submit: silent(submit),
    takeUp: silent(takeUp),
    ticket: silent(ticketMachine),
    verify: silent(verify),
  },
});

function matches(snapshot: SessionSnapshot, presence: string | object): boolean {
  return snapshot.matches({ open: { presence } } as Parameters<typeof snapshot.matches>[0]);
}

export function inPresence(snapshot: SessionSnapshot, presence: 'attract' | 'visit' | 'ended'): boolean {
  return matches(snapshot, presence);
}

export function inJourney(snapshot: SessionSnapshot, journey: string): boolean {
  return matches(snapshot, { visit: { journey } });
}

/** The whole graph of the session. Some seconds of work: once per test file. */
export function walkSession(): Walk<typeof sessionMachine> {
  return walk(sessionUnderGraph, {
    input: {
      outside: outsideOfGraph(),
      reader: UNKNOWN_READER,
      online: false,
      status: ALL_WELL,
      printers: PRINTERS_READY,
    },
    distinguish,
    place: placeOf,
    stopAt: (snapshot) =>
      isLikeAnother(snapshot) ||
      pinAsAnywhere(snapshot) ||
      puttingRightCovered(snapshot) ||
      (covers(snapshot) >= COVERED_TWICE && !isCalledAndBusy(snapshot)) ||
      // Gone on from in a walk of its own.
      inJourney(snapshot, 'signIn') ||
      // As it is asked.
      matches(snapshot, { visit: { park: 'failed' } }) ||
      (covers(snapshot) === 1 && (partlyTicked(snapshot) || coveredAsWhenRegistering(snapshot))),
    events: (snapshot) => {
      // Bad weather clears up between visits, so that not every visit is walked in every weather.
      const resting = !inPresence(snapshot, 'visit');
      if (resting && !snapshot.context.online) return [ONLINE];
      if (resting && snapshot.context.reader.status !== 'ready') return [READER_READY];
      return eventsIn(snapshot);
    },
  });
}

/** A day on which no scheme is on: what needs one is refused before anything is asked. Nothing else is gone on from. */
export function walkRefusals(): Walk<typeof sessionMachine> {
  const outside = outsideOfGraph();
  const data = outside.ports.referenceData();
  const notYet = data.schemes.map((scheme) => ({
    ...scheme,
    onboarding: { ...scheme.onboarding, on: '2099-01-01' },
  }));
  const onTheWay = ['language', 'menu', 'instructionRefused'];
  return walk(sessionUnderGraph, {
    input: {
      outside: {
        ...outside,
        ports: { ...outside.ports, referenceData: () => ({ ...data, schemes: notYet }) },
      },
      reader: UNKNOWN_READER,
      online: true,
      status: ALL_WELL,
      printers: PRINTERS_READY,
    },
    distinguish,
    place: placeOf,
    stopAt: (snapshot) =>
      inPresence(snapshot, 'visit') &&
      (covers(snapshot) > 0 || !onTheWay.some((journey) => inJourney(snapshot, journey))),
    events: (snapshot) => eventsIn(snapshot),
  });
}

/**
 * From the menu through an instruction that is only submitted with iAM Smart. What covers its pages, and staff who hold
 * them, are walked with the others.
 */
export function walkMostAssured(): Walk<typeof sessionMachine> {
  const onTheWay = ['opening', 'language', 'menu', 'chosen'];
  return walk(sessionUnderGraph, {
    input: {
      outside: outsideOfGraph(),
      reader: READY,
      online: true,
      status: ALL_WELL,
      printers: PRINTERS_READY,
    },
    distinguish,
    place: placeOf,
    stopAt: (snapshot) => {
      if (!inPresence(snapshot, 'visit')) return false;
      const { purpose, instruction } = snapshot.context.visit;
      if (covers(snapshot) > 0) return true;
      if (instruction !== null) return instruction.kind !== MOST_ASSURED;
      return purpose !== 'instruct' && !onTheWay.some((journey) => inJourney(snapshot, journey));
    },
    events: (snapshot) => eventsIn(snapshot),
  });
}

const put = (parts: readonly (typeof TRANSLATED_PARTS)[number][]): AnyEventObject =>
  done('own-language', {
    outcome: 'known',
    texts: parts.map((part) => ({
      ...{ part, translation: 't'.repeat(43), original: 'o'.repeat(43), way: 'read', played: 'nothing' },
      ...{ shownToEnd: true, at: '2026-11-23T04:00:00.000Z' },
      ...(part === 'notice' || part === 'declaration' ? {} : { agreed: false }),
    })),
  });

/**
 * A registration whose notice, consents and declaration are put in a language of the member's own, from an operator's
 * first touch to the receipt. What else covers a page, and the ways of other visits, are walked with the others.
 */
export function walkOwnLanguage(): Walk<typeof sessionMachine> {
  const outside = outsideOfGraph();
  const notices = [...sampleTranslations('ne')];
  const data = { ...outside.ports.referenceData(), notices };
  const begin: SessionEvent = { type: 'SERVE', serving: { ...SERVED, own: 'ne' } };
  return walk(sessionUnderGraph, {
    input: {
      outside: {
        ...outside,
        config: { ...outside.config, profile: 'van' },
        ports: { ...outside.ports, referenceData: () => data },
      },
      reader: READY,
      online: true,
      status: ALL_WELL,
      printers: PRINTERS_READY,
    },
    distinguish: (snapshot) => {
      const { own } = snapshot.context.visit;
      return [distinguish(snapshot), own?.language, own?.texts.map(({ part }) => part)];
    },
    place: placeOf,
    stopAt: (snapshot) => {
      if (!inPresence(snapshot, 'visit')) return false;
      const confirming = matches(snapshot, { visit: { staff: 'confirming' } });
      const { purpose, own } = snapshot.context.visit;
      return covers(snapshot) > (confirming ? 1 : 0) || purpose !== 'register' || own === null;
    },
    events: (snapshot) => {
      if (!inPresence(snapshot, 'visit')) return [begin];
      return [
        ...eventsIn(snapshot),
        { type: 'OWN_LANGUAGE', language: 'ne' },
        ...([
          put(inJourney(snapshot, 'ownNotice') ? ['notice'] : TRANSLATED_PARTS.slice(1)),
          done('own-language', { outcome: 'back' }),
        ] as unknown as readonly SessionEvent[]),
      ];
    },
  });
}

/** How a visit begins at a counter: staff hold it, and the member came to register. */
const AT_COUNTER: SessionEvent = { type: 'SERVE', serving: { ...SERVED, counter: 'register' } };

/**
 * A registration at a counter: handed to the member and taken back on every page. What else covers a page, and what else
 * somebody may have come for, is walked with the others.
 */
export function walkAtCounter(): Walk<typeof sessionMachine> {
  const outside = outsideOfGraph();
  return walk(sessionUnderGraph, {
    input: {
      outside: { ...outside, config: { ...outside.config, profile: 'station' } },
      reader: READY,
      online: true,
      status: ALL_WELL,
      printers: PRINTERS_READY,
    },
    distinguish: (snapshot) => [distinguish(snapshot), snapshot.context.visit.attendant?.staffId],
    place: placeOf,
    stopAt: (snapshot) => {
      if (!inPresence(snapshot, 'visit')) return false;
      const confirming = matches(snapshot, { visit: { staff: 'confirming' } });
      return covers(snapshot) > (confirming ? 1 : 0) || snapshot.context.visit.purpose !== 'register';
    },
    events: (snapshot) =>
      inPresence(snapshot, 'visit') ? [...eventsIn(snapshot), { type: 'TAKE_BACK' }] : [AT_COUNTER],
  });
}

function eventsIn(snapshot: SessionSnapshot): readonly SessionEvent[] {
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
