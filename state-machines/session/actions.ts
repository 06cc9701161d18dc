import type { EventObject } from 'xstate';
import { definitionOf } from '../../domain/catalogue/catalogue.ts';
import { pagesFor } from '../../domain/catalogue/pages.ts';
import { type InstructionKind, KIND_FACTS } from '../../domain/kinds/kinds.ts';
import { SIGN_IN_ASKED_AGAIN_AFTER_SECONDS } from '../../domain/identity/iam-smart.ts';
import { roleMay } from '../../domain/identity/permissions.ts';
import type { Attestation, Witness } from '../../domain/identity/staff.ts';
import type { Locale } from '../../domain/locale.ts';
import { REGISTRATION_STEPS, type RegistrationStep } from '../../domain/registration/answers.ts';
import type { Shown } from '../../domain/registration/draft.ts';
import { firstOpenStep, stepsFor } from '../../domain/registration/steps.ts';
import type { AuditEntry, AuditEventId, HardwareCommand } from '../../domain/terminal/ports.ts';
import { readerAfter, readerForNextVisit } from '../reader-facts.ts';
import { instantAfter } from '../outside.ts';
import { factsOf } from '../flow/create-flow-machine.ts';
import {
  EMPTY_VISIT,
  idleLimit,
  type Instruction,
  isNewer,
  numberOf,
  type Purpose,
  type SessionContext,
  type Visit,
} from './context.ts';
import { billAtReceipt } from './bill.ts';
import type { SessionEvent } from './events.ts';
import { ASKED_LATER } from './own-language.ts';
import { NOTHING_LOOKED_UP } from './looking-up.ts';
import { attestedDetails, isAttestationStale, mismatchOf, nameOfMismatch } from './mismatch.ts';
import { parkingEntry, takingUpEntry } from './parking/audit.ts';
import type { CounterPurpose, Serving } from '../van/context.ts';
import { NO_PAGE, NOTHING_LATER } from './parking/later.ts';
import { instructionRequest, registrationRequest, withdrawalRequest } from './requests.ts';

interface At {
  readonly context: SessionContext;
  readonly event: SessionEvent;
}

/** What hangs on the flow that was begun. */
const NOTHING_BEGUN = { open: NO_PAGE, later: NOTHING_LATER, lookUp: NOTHING_LOOKED_UP } as const;

type Change = (at: At) => Partial<Visit>;

/** A change of the visit, as an assigner of the whole context. */
function ofVisit(change: Change): (at: At) => Partial<SessionContext> {
  return (at) => ({ visit: { ...at.context.visit, ...change(at) } });
}

/** The text that stood on the page, and when. */
function shown({ outside, locale, visit }: SessionContext, text: 'notice' | 'declaration'): Shown {
  const { config, ports } = outside;
  const { textDigests } = config;
  const digests =
    visit.instruction === null
      ? textDigests[text]
      : text === 'notice'
        ? textDigests.instructionNotice
        : textDigests.instructionDeclaration[visit.instruction.kind];
  return { digest: digests[locale], locale, at: ports.now() };
}

/** A change of the instruction under way. */
function ofInstruction(
  change: (instruction: Instruction, at: At) => Partial<Instruction>,
): (at: At) => Partial<SessionContext> {
  return ofVisit((at) => {
    const { instruction } = at.context.visit;
    return instruction === null ? {} : { instruction: { ...instruction, ...change(instruction, at) } };
  });
}

export function newInstruction(
  kind: InstructionKind,
  { outside, online, visit }: SessionContext,
): Instruction {
  const facts = factsOf({ outside, identified: visit.identified, online, answers: {} });
  const refusal = definitionOf(kind).refuse?.(facts) ?? null;
  return { kind, answers: {}, byStaff: [], openAt: { page: null, changing: false }, refusal };
}

/**
 * Pure updates of the context by name. They read ports for the time and new ids only; what acts on the world is in
 * `sessionEffects`.
 */
export const sessionUpdates = {
  noteReader: ({ context, event }: At) => ({ reader: readerAfter(context.reader, event) }),
  noteConnection: ({ event }: At) => (event.type === 'CONNECTION' ? { online: event.online } : {}),
  noteStatus: ({ event }: At) => (event.type === 'STATUS' ? { status: event.status } : {}),
  setPreference: ({ event }: At): Partial<SessionContext> => {
    switch (event.type) {
      case 'SET_LOCALE':
        return { locale: event.locale };
      case 'SET_TEXT_SIZE':
        return { textSize: event.textSize };
      case 'SET_CONTRAST':
        return { contrast: event.contrast };
      default:
        return {};
    }
  },
  /** Theirs for every visit of their shift; nothing of a member. */
  chooseRuleLanguage: ({ context, event }: At): Partial<SessionContext> => {
    const { assist } = context.visit;
    if (event.type !== 'RULE_LANGUAGE' || assist === null) return {};
    return { ruleLocales: { ...context.ruleLocales, [assist.staffId]: event.locale } };
  },
  notePrinter: ({ context, event }: At): Partial<SessionContext> =>
    event.type === 'PRINTER' ? { printers: { ...context.printers, [event.output]: event.status } } : {},
  resetPreferences: ({ context }: At): Partial<SessionContext> => ({
    locale: context.outside.config.defaultLocale,
    textSize: 'normal',
    contrast: context.outside.config.defaultContrast ?? 'paper',
  }),
  rate: ({ event }: At): Partial<SessionContext> => (event.type === 'FEEDBACK' ? { face: event.face } : {}),
  /** A new visit holds nothing of any other. */
  beginVisit: ({ context, event }: At): Partial<SessionContext> => {
    if (event.type === 'SERVE') return served(context, event.serving);
    const chosen = languageOf(event);
    return {
      locale: chosen ?? context.locale,
      visit: {
        ...EMPTY_VISIT,
        sessionId: context.outside.ports.newId(),
        // Whoever goes on from the last page has read it in their language.
        languageChosen: chosen !== null || event.type === 'COMPLAIN',
        begunByBadge: event.type === 'BADGE_SCANNED',
        purpose: purposeOf(event),
        menuGroup: event.type === 'COMPLAIN' ? 'help' : null,
        later: { ...NOTHING_LATER, brought: event.type === 'SLIP_SCANNED' ? event.code : null },
        scanned: scannedIn(event),
      },
    };
  },
  chooseLanguage: ({ context, event }: At): Partial<SessionContext> => ({
    locale: languageOf(event) ?? context.locale,
    visit: {
      ...context.visit,
      languageChosen: true,
      begunByBadge: false,
      purpose: purposeOf(event),
      menuGroup: null,
      instruction: null,
      scanned: scannedIn(event),
      enquiryBy: 'code',
      left: null,
    },
  }),
  openGroup: ofVisit(({ event }) => ({ menuGroup: event.type === 'CHOOSE_GROUP' ? event.group : null })),
  closeGroup: ofVisit(() => ({ menuGroup: null })),
  /** Whoever chose something else before begins anew: answers to another question are not kept unseen. */
  chooseKind: ofVisit(({ context, event }) => {
    if (event.type !== 'CHOOSE_KIND') return {};
    if (event.kind === 'member-registration') {
      const other = context.visit.instruction !== null;
      return { purpose: 'register', instruction: null, ...(other ? NOTHING_BEGUN : {}) };
    }
    const before = context.visit.instruction;
    return {
      // What needs nobody identified carries nobody, whoever was identified for something else before.
      ...(KIND_FACTS[event.kind].assurance === 0
        ? { identified: null, attestation: null, iamSmart: null }
        : {}),
      purpose: 'instruct',
      // A registration that was begun and left for this is not gone on with unseen.
      answers: {},
      byStaff: [],
      submissionId: null,
      prepareOnly: false,
      ...(before?.kind === event.kind ? {} : NOTHING_BEGUN),
      instruction: before?.kind === event.kind ? before : newInstruction(event.kind, context),
    };
  }),
  chooseCalculator: ofVisit(({ event }) => ({
    calculator: event.type === 'CALCULATE' ? event.calculator : null,
  })),
  bringTicket: ofVisit(({ event }) => ({ scanned: scannedIn(event) })),
  dropInstruction: ofVisit(() => ({ instruction: null, prepareOnly: false, ...NOTHING_BEGUN })),
  startSigningIn: ofVisit(() => ({ signingIn: true })),
  stopSigningIn: ofVisit(() => ({ signingIn: false })),
  prepareOnly: ofVisit(() => ({ prepareOnly: true })),
  askAgainHow: ofVisit(() => ({ prepareOnly: false })),
  offerLookUp: ofVisit(() => ({ lookUp: { ...NOTHING_LOOKED_UP, state: 'offered' } })),
  goWithoutRecords: ofVisit(() => ({ lookUp: { ...NOTHING_LOOKED_UP, state: 'without' } })),
  lookUpSilent: ofVisit(({ context: { visit } }) => ({
    lookUp: { ...visit.lookUp, fault: 'unavailable' },
  })),
  openFirst: ofInstruction(() => ({ openAt: { page: null, changing: false } })),
  openLast: ofInstruction((instruction, { context: { visit, outside, online } }) => {
    const { identified } = visit;
    const { records } = visit.lookUp;
    const facts = factsOf({ outside, identified, online, records, answers: instruction.answers });
    const last = pagesFor(definitionOf(instruction.kind), facts).at(-1);
    return { openAt: { page: last?.id ?? null, changing: false } };
  }),
  openForChange: ofInstruction((_instruction, { event }) => ({
    openAt: { page: event.type === 'CHANGE_PAGE' ? event.page : null, changing: true },
  })),
  turnAway: ofVisit(() => ({ turnedAway: true })),
  serveAfterAll: ofVisit(() => ({ turnedAway: false })),

  registerInstead: ofVisit(() => ({
    purpose: 'register',
    enquiryBy: 'code',
    found: null,
    left: null,
  })),
  enquireByDocument: ofVisit(() => ({ enquiryBy: 'document', found: null, left: null })),
  enquireByCode: ofVisit(() => ({ enquiryBy: 'code' })),
  /** What was found stays to be shown; what was prepared for it does not. */
  backToEnquiry: ofVisit(() => ({
    purpose: 'enquire',
    correction: null,
    correctionFault: null,
    raised: false,
    told: null,
    mismatchShown: null,
    answers: {},
    byStaff: [],
    submissionId: null,
  })),
  /** The platform wants more than was shown: it is asked for, once. */
  raiseAssurance: ofVisit(() => ({ raised: true, correctionFault: null })),
  correctionSilent: ofVisit(() => ({ correctionFault: 'unavailable' })),
  forgetVisit: ({ context }: At): Partial<SessionContext> => ({
    visit: EMPTY_VISIT,
    face: null,
    reader: readerForNextVisit(context.reader),
  }),
  startShutting: (): Partial<SessionContext> => ({ shutting: true }),

  chooseOwnLanguage: ofVisit(({ context: { visit }, event }) =>
    event.type === 'OWN_LANGUAGE' && visit.assist !== null
      ? {
          own: { language: event.language, recordedBy: visit.assist.staffId, texts: [] },
          answers: { ...visit.answers, ...ASKED_LATER },
        }
      : {},
  ),
  /** The screen's own words after all: what was to be asked later is asked on its page. */
  dropOwnLanguage: ofVisit(({ context: { visit } }) => {
    const { optionalUses: _asked, ...answers } = visit.answers;
    return visit.own === null ? {} : { own: null, answers };
  }),
  noticeRead: ofVisit(({ context }) => ({ notice: shown(context, 'notice') })),
  identifyByReader: ofVisit(() => ({ identifyFrom: 'reader' })),
  /** Back from what to bring: which document it was. */
  chooseDocument: ofVisit(() => ({ identifyFrom: 'no-hkid' })),
  identifyAgain: ofVisit(() => ({ identifyFrom: 'result' })),
  /** The number stays in the field to be put right; nothing that was attested stays. */
  correctNumber: ofVisit(() => ({
    identifyFrom: 'typed-number',
    attestation: null,
    iamSmart: null,
    lookUp: NOTHING_LOOKED_UP,
    numberRefused: false,
  })),
  taskFromFirst: ofVisit(({ context: { visit } }) => ({
    taskAt: {
      step: visit.identified === null ? null : (stepsFor(visit.identified, visit.answers)[0] ?? null),
      changing: false,
    },
  })),
  taskFromFirstOpen: ofVisit(({ context: { visit } }) => ({
    taskAt: {
      step: visit.identified === null ? null : firstOpenStep(visit.identified, visit.answers),
      changing: false,
    },
  })),
  taskFromLast: ofVisit(({ context: { visit } }) => ({
    taskAt: {
      step: visit.identified === null ? null : (stepsFor(visit.identified, visit.answers).at(-1) ?? null),
      changing: false,
    },
  })),
  taskForChange: ofVisit(({ event }) => ({
    taskAt: { step: event.type === 'CHANGE' ? event.step : null, changing: true },
  })),

  /** An attestation is to what staff saw: changed afterwards, it falls away, and the next page says so. */
  dropStaleAttestation: ofVisit(({ context: { visit } }) =>
    isAttestationStale(visit) ? { attestation: null, attestedAs: null, attestationLost: true } : {},
  ),
  /** Signed in before the first page, and the pages took long: it would not count any more when it arrives. */
  dropOldSignIn: ofVisit(({ context: { visit, outside } }) => {
    const seconds = (outside.clock.now() - visit.signedInAt) / 1_000;
    return seconds > SIGN_IN_ASKED_AGAIN_AFTER_SECONDS ? { iamSmart: null } : {};
  }),
  noteMismatchShown: ofVisit(({ context: { visit } }) => {
    const mismatch = mismatchOf(visit);
    return { mismatchShown: mismatch === null ? null : nameOfMismatch(mismatch) };
  }),
  /** The member typed it wrong: the card counts. */
  forgetTold: ofVisit(() => ({ told: null, mismatchShown: null })),

  taskToPutRight: ofVisit(({ event }) => ({ taskAt: { step: touchedStep(event), changing: true } })),
  pageToPutRight: ofInstruction((_instruction, { event }) => ({
    openAt: { page: event.type === 'CHANGE_TOUCHED' ? event.row : null, changing: true },
  })),

  makeSubmissionId: ofVisit(({ context }) => ({
    submissionId:
      context.visit.submissionId ??
      context.visit.later.takenUp?.submissionId ??
      context.outside.ports.newId(),
  })),
  /** The store said that nothing was kept: what is sent next may differ, so it gets another id. */
  dropRequest: ofVisit(() => ({ submissionId: null, request: null, fault: null, news: null })),
  declare: ofVisit(({ context }) => ({
    request: registrationRequest(context, shown(context, 'declaration'), () =>
      context.outside.ports.newEnquiryCode(),
    ),
  })),
  declareInstruction: ofVisit(({ context }) => ({
    request: instructionRequest(context, shown(context, 'declaration')),
  })),
  declareWithdrawal: ofVisit(({ context }) => ({ request: withdrawalRequest(context.visit) })),
  forgetFault: ofVisit(() => ({ fault: null })),
  storeSilent: ofVisit(() => ({ fault: { code: 'unavailable', certain: false } })),
  noteNews: ofVisit(({ context: { visit }, event }) => {
    if (event.type !== 'ITEM' || !isNewer(visit.news, event.state)) return {};
    const { state, receivedAt, outcome, bill = null } = event;
    return { news: { state, receivedAt, outcome }, ...(bill === null ? {} : { bill }) };
  }),
  awaitBill: ofVisit(({ context }) => ({ bill: context.visit.bill ?? billAtReceipt(context) })),
  /** The store had not answered in time, but its news says that the submission is there after all. */
  keptAfterAll: ofVisit(({ context, event }) =>
    event.type === 'ITEM'
      ? {
          fault: null,
          kept: { id: event.id, reference: event.reference, keptAt: context.outside.ports.now() },
        }
      : {},
  ),

  callHelp: ofVisit(({ context }) => ({ helpSince: context.outside.ports.now() })),
  endHelp: ofVisit(() => ({ helpSince: null })),
  keepBadge: ofVisit(({ event }) =>
    event.type === 'BADGE_SCANNED' ? { badge: event.text, staffRefusal: null } : {},
  ),
  forgetBadge: ofVisit(() => ({ badge: null, staffRefusal: null })),
  staffListSilent: ofVisit(() => ({ staffRefusal: { code: 'list-not-available' } })),
  untick: ofVisit(() => ({ ticked: [] })),
  tick: ofVisit(({ context: { visit }, event }) => {
    if (event.type !== 'TICK_FEATURE') return {};
    const others = visit.ticked.filter((feature) => feature !== event.feature);
    return { ticked: event.ticked ? [...others, event.feature] : others };
  }),
  refuseNumber: ofVisit(() => ({ numberRefused: true })),
  acceptNumber: ofVisit(() => ({ numberRefused: false })),
  attest: ofVisit(({ context: { visit, outside } }) => {
    const { assist } = visit;
    if (assist === null || assist.identityTrainedOn === null) return {};
    const witness: Witness = {
      staffId: assist.staffId,
      role: assist.role,
      identityTrainedOn: assist.identityTrainedOn,
      at: outside.ports.now(),
      securityFeatures: visit.ticked,
      cardSeen: true,
      faceCompared: true,
    };
    // Whoever looks after another person is the second; `canAttest` let nobody else come so far.
    const attestation: Attestation =
      visit.attestation === null ? witness : { ...visit.attestation, second: witness };
    return {
      attestation,
      attestedAs: attestedDetails(visit),
      attestationLost: false,
      numberRefused: false,
    };
  }),
  askMember: ofVisit(() => ({ unconfirmed: true })),
  memberSaw: ofVisit(() => ({ unconfirmed: false })),
  pinChanged: ofVisit(({ context: { visit } }) => {
    if (visit.assist === null) return {};
    const { staffId, role, identityTrainedOn } = visit.assist;
    const own = { staffId, role, identityTrainedOn };
    const sits = visit.attendant !== null && roleMay(role, 'hold-session');
    return sits ? { assist: own, attendant: own } : { assist: own };
  }),
  forgetPinRefusal: ofVisit(() => ({ pinRefusal: null })),
  forgetPeople: ofVisit(() => ({ people: [], staffChange: null })),
  giveMoreTime: ofVisit(() => ({ slow: true })),
  noteInterpreter: ofVisit(({ context: { visit } }) => ({
    interpreter: true,
    interpretation:
      visit.interpretation ?? (visit.assist === null ? null : { recordedBy: visit.assist.staffId }),
  })),
  badgeUnknown: ofVisit(() => ({ staffRefusal: { code: 'unknown-badge' } })),
  /** Nor do they take the page back at a counter. */
  turnOut: ofVisit(() => ({ staffOut: true, assist: null, attendant: null })),
  handBack: ofVisit(() => ({ assist: null, badge: null, staffRefusal: null, ticked: [] })),

  /** Handing over again asks the member again. */
  takeBack: ofVisit(({ context: { visit } }) => ({ assist: visit.attendant, unconfirmed: false })),

  watchIdle: ofVisit(({ context }) => deadlineIn(context, idleLimit(context))),
  watchWarning: ofVisit(({ context }) => deadlineIn(context, context.outside.delays.idleWarning)),
  watchSlip: ofVisit(({ context }) => deadlineIn(context, context.outside.delays.staffLockedSlip)),
  watchLock: ofVisit(({ context }) => deadlineIn(context, context.outside.delays.staffLockedParks)),
} as const satisfies Record<string, (at: At) => Partial<SessionContext>>;

/** An ordinary visit, which staff hold at first; they sit at the counter for all of it. */
function servedAtCounter(
  context: SessionContext,
  { locale, operator }: Serving,
  purpose: CounterPurpose,
): Partial<SessionContext> {
  const sessionId = context.outside.ports.newId();
  const held = { assist: operator, attendant: operator };
  return { locale, visit: { ...EMPTY_VISIT, sessionId, languageChosen: true, purpose, ...held } };
}

/** A visit as a van's operator begins it: by mobile unless the person wants otherwise, everything else asked. */
function served(context: SessionContext, serving: Serving): Partial<SessionContext> {
  const { locale, operator, language, callBack, counter, own } = serving;
  if (counter !== undefined) return servedAtCounter(context, serving, counter);
  const visit: Visit = {
    ...EMPTY_VISIT,
    sessionId: context.outside.ports.newId(),
    languageChosen: true,
    assist: operator,
    inVan: true,
    interpreter: language !== null,
    interpretation: language === null ? null : { language, recordedBy: operator.staffId },
    own: own === undefined ? null : { language: own, recordedBy: operator.staffId, texts: [] },
  };
  if (callBack) {
    const instruction = newInstruction('call-back', { ...context, visit });
    return { locale, visit: { ...visit, purpose: 'instruct', instruction } };
  }
  const byStaff = ['contact-channel'] as const;
  return {
    locale,
    visit: {
      ...visit,
      answers: { ...(own === undefined ? {} : ASKED_LATER), contactChannel: 'mobile' },
      byStaff,
    },
  };
}

function touchedStep(event: SessionEvent): RegistrationStep | null {
  if (event.type !== 'CHANGE_TOUCHED') return null;
  return REGISTRATION_STEPS.find((step) => step === event.row) ?? null;
}

/** The language that was touched, where one was. */
function languageOf(event: SessionEvent): Locale | null {
  const chosen = ['START', 'ENQUIRE', 'MENU', 'RESUME', 'TICKET'] as const;
  return chosen.some((type) => type === event.type) && 'locale' in event ? event.locale : null;
}

function scannedIn(event: SessionEvent): Visit['scanned'] {
  return event.type === 'TICKET_SCANNED' ? event.scanned : null;
}

function purposeOf(event: SessionEvent): Purpose {
  if (event.type === 'MENU' || event.type === 'COMPLAIN') return 'instruct';
  if (event.type === 'RESUME' || event.type === 'SLIP_SCANNED') return 'resume';
  if (event.type === 'TICKET' || event.type === 'TICKET_SCANNED') return 'queue';
  return event.type === 'ENQUIRE' ? 'enquire' : 'register';
}

function deadlineIn({ outside }: SessionContext, milliseconds: number): Partial<Visit> {
  return { idleAt: outside.clock.now() + milliseconds, idleInstant: instantAfter(outside, milliseconds) };
}

/** An entry by the member or the system that needs no more than its name; staff's entries carry who and how. */
interface Audited {
  readonly entry: AuditEventId;
  readonly actor: AuditEntry['actor'];
}

type Effect = { readonly context: SessionContext; readonly event: EventObject };

/** Writes an entry of this visit. Codes and counts only: nothing of a person has a place in it (domain/terminal/audit.ts). */
function write(
  { outside, visit }: SessionContext,
  entry: Pick<AuditEntry, 'event' | 'actor' | 'detail'>,
): void {
  const { sessionId, assist } = visit;
  outside.ports.queue.audit({
    ...entry,
    ...(sessionId === null ? {} : { sessionId }),
    ...(entry.actor === 'staff' && assist !== null ? { staffId: assist.staffId } : {}),
  });
}

function writeHandedBack(context: SessionContext): void {
  const how = context.visit.numberRefused ? 'number-refused' : 'by-staff';
  write(context, { event: 'staff.handed-back', actor: 'staff', detail: { how } });
}

/** What acts on the world. None of it may throw: a throwing action ends the machine (facts/xstate.md §3). */
export const sessionEffects = {
  command: ({ context }: Effect, command: HardwareCommand) => context.outside.ports.hardware.command(command),
  audit: ({ context }: Effect, { entry, actor }: Audited) => write(context, { event: entry, actor }),
  auditSignedIn: ({ context }: Effect) =>
    write(context, {
      event: 'staff.signed-in',
      actor: 'staff',
      detail: { role: context.visit.assist?.role ?? '' },
    }),
  /** Nobody has signed in, so nobody holds the session; whose badge it was is said all the same. */
  auditSnoozed: ({ context: { outside, visit } }: Effect, { staffId }: { readonly staffId: string }) =>
    outside.ports.queue.audit({
      event: 'help.snoozed',
      actor: 'staff',
      staffId,
      ...(visit.sessionId === null ? {} : { sessionId: visit.sessionId }),
    }),
  /** In a van and at a counter staff begin the visit, and hold it. */
  auditBegun: ({ context }: Effect) =>
    write(context, {
      event: 'session.started',
      actor: context.visit.assist === null ? 'member' : 'staff',
      detail: {},
    }),
  /** A list or a form filled in what nobody typed; what it was is not said. */
  auditPrefilled: ({ context }: Effect, { by }: { readonly by: 'card' | 'form' }) => {
    const { assist, prefilled } = context.visit;
    const filled = prefilled.note?.code === 'qr-used' || (by === 'card' && prefilled.list === 'listed');
    if (assist === null || !filled) return;
    write(context, { event: 'staff.acted', actor: 'staff', detail: { act: 'prefilled' } });
  },
  auditHandedOver: ({ context }: Effect) =>
    write(context, {
      event: 'staff.handed-over',
      actor: 'staff',
      detail: { role: context.visit.assist?.role ?? '' },
    }),
  auditTookBack: ({ context }: Effect) =>
    write(context, {
      event: 'staff.took-back',
      actor: 'staff',
      detail: { role: context.visit.assist?.role ?? '' },
    }),
  auditOwnLanguage: ({ context }: Effect) => {
    const { own } = context.visit;
    if (own === null) return;
    write(context, { event: 'notice.own-language', actor: 'staff', detail: { language: own.language } });
  },
  auditInterpreter: ({ context }: Effect) =>
    write(context, { event: 'staff.interpreter-present', actor: 'staff', detail: {} }),
  auditMoreTime: ({ context }: Effect) =>
    write(context, { event: 'staff.more-time', actor: 'staff', detail: {} }),
  auditRefusal: ({ context }: Effect) =>
    write(context, {
      event: 'staff.sign-in-refused',
      actor: 'system',
      detail: { code: context.visit.staffRefusal?.code ?? 'list-not-available' },
    }),
  auditAttested: ({ context }: Effect) =>
    write(context, {
      event: 'staff.attested',
      actor: 'staff',
      detail: {
        means: context.visit.identified?.means ?? '',
        features: context.visit.ticked.length,
        role: context.visit.assist?.role ?? '',
      },
    }),
  auditHandedBack: ({ context }: Effect) => {
    // Whoever was turned out handed nothing back.
    if (context.visit.assist !== null) writeHandedBack(context);
  },
  /** Theirs is not the act, and who it was is said all the same. */
  auditTurnedOut: ({ context: { outside, visit } }: Effect) =>
    outside.ports.queue.audit({
      event: 'staff.handed-back',
      actor: 'system',
      detail: { how: 'not-on-list' },
      ...(visit.sessionId === null ? {} : { sessionId: visit.sessionId }),
      ...(visit.assist === null ? {} : { staffId: visit.assist.staffId }),
    }),
  auditCorrection: ({ context }: Effect) => {
    const { found, correctionFault } = context.visit;
    write(context, {
      event: 'correction.opened',
      actor: 'member',
      detail: { id: found?.id ?? '', result: correctionFault ?? 'opened' },
    });
  },
  auditParking: ({ context }: Effect) => write(context, parkingEntry(context)),
  auditTakingUp: ({ context }: Effect) => write(context, takingUpEntry(context)),
  auditNotKept: ({ context }: Effect) =>
    write(context, {
      event: 'submission.not-kept',
      actor: 'system',
      detail: { code: context.visit.fault?.code ?? 'unavailable' },
    }),
  /** The end of a visit for everything outside the machine: the page's document, the devices. */
  wipeOutside: ({ context }: Effect) => {
    const { outside, visit, shutting, endedHow } = context;
    if (visit.sessionId === null) return;
    const how = shutting ? 'out-of-service' : endedHow;
    const unsubmitted = visit.identified !== null && visit.kept === null && visit.purpose !== 'enquire';
    outside.ports.hardware.command({ type: 'FORGET' });
    outside.ports.files?.forget();
    if (visit.inVan && visit.kept !== null && visit.identified !== null) {
      outside.ports.roster?.noteRegistered(numberOf(visit.identified));
    }
    outside.ports.wipeSurface(visit.sessionId);
    write(context, { event: 'session.ended', actor: 'system', detail: { how } });
    write(context, { event: 'session.wiped', actor: 'system', detail: { how, unsubmitted } });
  },
} as const;
