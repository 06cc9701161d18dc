import { and, not, or, stateIn } from 'xstate';
import { definitionOf } from '../../domain/catalogue/catalogue.ts';
import { pagesFor } from '../../domain/catalogue/pages.ts';
import { ageOn } from '../../domain/identity/partial-date.ts';
import { mayDo, roleMay, type StaffAction } from '../../domain/identity/permissions.ts';
import { SECURITY_FEATURES } from '../../domain/identity/staff.ts';
import type { RegistrationStep } from '../../domain/registration/answers.ts';
import { changeableSteps, stepsChangedTogether } from '../../domain/registration/steps.ts';
import { PARAMETERS } from '../../domain/parameters.ts';
import { hongKongDate } from '../../domain/time.ts';
import { factsOf } from '../flow/create-flow-machine.ts';
import { readerUsable } from '../reader-facts.ts';
import {
  canAttest,
  hasStaffWork,
  frozenBy,
  hasNothingToAnswer,
  instructionEnding,
  isInstructionAnswered,
  needsNobody,
  isAnswered,
  isAttested,
  isNewer,
  mayFetchAgain,
  maySignIn,
  needsMoreThanStaff,
  type SessionContext,
} from './context.ts';
import { knowsAll, knowsNotice, NOTICE_PARTS, textsFor } from './own-language.ts';
import { isParkable } from './parking/draft-of.ts';
import { outputFor } from '../../domain/paper/paper.ts';
import type { SessionEvent } from './events.ts';
import { isProvenForLookUp, mayLookUpAgain, mayOfferLookUp } from './look-up.ts';
import { isMismatchOpen } from './mismatch.ts';

/** The table of permissions, asked of who holds the session (domain/identity/permissions.ts). */
function mayNow({ context: { visit, outside } }: At, action: StaffAction, about: string | null): boolean {
  return visit.assist !== null && mayDo(visit.assist, action, hongKongDate(outside.ports.now()), about);
}

interface At {
  readonly context: SessionContext;
  readonly event: SessionEvent;
}

/** Whether the instruction under way asks this page now. */
function hasPage({ visit, outside, online }: SessionContext, page: string): boolean {
  if (visit.instruction === null) return false;
  const { kind, answers } = visit.instruction;
  const { records } = visit.lookUp;
  const facts = factsOf({ outside, identified: visit.identified, online, records, answers });
  return pagesFor(definitionOf(kind), facts).some(({ id }) => id === page);
}

/** Ids of the states that guards in other regions look at. */
export const IDS = {
  closed: 'closed',
  attract: 'attract',
  visit: 'visit',
  ended: 'ended',
  menu: 'menu',
  mockRun: 'mock-run',
  wiping: 'wiping',
  identify: 'identify',
  task: 'task',
  instruct: 'instruct',
  leftFlow: 'left-flow',
  firstOpenPage: 'first-open-page',
  ticket: 'ticket-pages',
  instructionReview: 'instruction-review',
  attestation: 'attestation',
  signIn: 'sign-in',
  lookUpOffer: 'look-up-offer',
  review: 'review',
  declare: 'declare',
  withdrawConfirm: 'withdraw-confirm',
  submitting: 'submitting',
  notSaved: 'not-saved',
  receipt: 'receipt',
  warned: 'idle-warning',
  locked: 'staff-locked',
  leaving: 'leave-confirm',
  calling: 'help-calling',
  nobodyCame: 'help-nobody-came',
  noHelp: 'help-none',
  away: 'staff-away',
  pin: 'staff-pin',
  newPin: 'staff-new-pin',
  more: 'staff-more',
  people: 'staff-people',
  handedBack: 'staff-handed-back',
  puttingRight: 'staff-work-putting-right',
  confirming: 'staff-work-confirming',
  holding: 'staff-holding',
  attest: 'attest',
  status: 'staff-status',
  operations: 'operations-page',
  parkAsking: 'park-asking',
  parkSaving: 'park-saving',
  parkFailed: 'park-failed',
  printing: 'printing',
  ownNotice: 'own-notice',
  ownConsents: 'own-consents',
  prepared: 'prepared',
  parked: 'parked',
} as const;

type Guard = ReturnType<typeof stateIn<SessionContext, SessionEvent, unknown>>;

const inState = (id: (typeof IDS)[keyof typeof IDS]): Guard => stateIn(`#${id}`);
const all = (...guards: readonly Guard[]): Guard => and<SessionContext, SessionEvent, Guard[]>([...guards]);
const none = (...guards: readonly Guard[]): Guard =>
  not<SessionContext, SessionEvent, Guard>(either(...guards));
const either = (...guards: readonly Guard[]): Guard => or<SessionContext, SessionEvent, Guard[]>([...guards]);

/*
 * Regions run side by side and would all take the same CONTINUE. Who may take it is whoever is on top: the warning,
 * then "leave?", then the PIN, then the staff lock, then the call for help, then "finish later", then paper, then how the
 * machine stands, then the attestation, then the page.
 */
const warned = inState(IDS.warned);
const leaving = inState(IDS.leaving);
const pinAsked = inState(IDS.pin);
const locked = inState(IDS.locked);
const calling = inState(IDS.calling);
const nobodyCame = inState(IDS.nobodyCame);
const attesting = inState(IDS.attest);
const holding = inState(IDS.holding);
const showingStatus = inState(IDS.status);
/** Staff's own pages over the member's. */
const staffPages = or<SessionContext, SessionEvent, Guard[]>([
  showingStatus,
  inState(IDS.operations),
  inState(IDS.more),
  inState(IDS.people),
  inState(IDS.newPin),
]);
const confirming = inState(IDS.confirming);
const printing = inState(IDS.printing);
const parking = either(inState(IDS.parkAsking), inState(IDS.parkSaving), inState(IDS.parkFailed));

const plain = {
  languageChosen: ({ context }: At) => context.visit.languageChosen,
  inOwnLanguage: ({ context }: At) => context.visit.own !== null,
  noticeToPut: ({ context }: At) => !knowsNotice(context.visit),
  allPut: ({ context }: At) => knowsAll(context.visit),
  /** Withdrawn, or another release of the words, while the visit goes on. */
  ownWordsGone: ({ context }: At) => textsFor(context, NOTICE_PARTS) === null,
  ownLanguageIsOffered: ({ context, event }: At) =>
    event.type === 'OWN_LANGUAGE' && textsFor(context, NOTICE_PARTS, event.language) !== null,
  readerUsable: ({ context }: At) => readerUsable(context.reader),
  online: ({ context }: At) => context.online,
  mayRate: ({ context }: At) => context.face === null && context.endedHow !== 'idle',
  shutting: ({ context }: At) => context.shutting,
  frozen: ({ context }: At) => frozenBy(context.status) !== null,
  /** Whoever comes begins alone; in a van and at a counter staff begin (`SERVE`). */
  unattended: ({ context }: At) => (context.outside.config.profile ?? 'kiosk') === 'kiosk',
  attended: ({ context }: At) => context.visit.attendant !== null,
  statusKnown: ({ context }: At) => context.status !== null,
  turnedAway: ({ context }: At) => context.visit.turnedAway,
  begunByBadge: ({ context }: At) => context.visit.begunByBadge,
  endedUnserved: ({ context }: At) => context.endedHow === 'turned-away',
  enquiring: ({ context }: At) => context.visit.purpose === 'enquire',
  /** Read for the question already: nobody lays the card twice for one visit. */
  cardWasRead: ({ context: { visit } }: At) => visit.enquiryBy === 'document' && visit.identified !== null,
  needsSlipOnly: ({ context: { visit } }: At) => visit.purpose === 'withdraw' && needsNobody(visit),
  withdrawing: ({ context }: At) => context.visit.purpose === 'withdraw',
  instructing: ({ context }: At) => context.visit.purpose === 'instruct',
  kindChosen: ({ context }: At) => context.visit.instruction !== null,
  groupOpen: ({ context }: At) => context.visit.menuGroup !== null,
  registering: ({ event }: At) => event.type === 'CHOOSE_KIND' && event.kind === 'member-registration',
  refused: ({ context }: At) => (context.visit.instruction?.refusal ?? null) !== null,
  needsNobody: ({ context }: At) => needsNobody(context.visit),
  instructionAnswered: ({ context }: At) => isInstructionAnswered(context),
  onlyPrepared: ({ context }: At) => instructionEnding(context)?.how === 'prepare',
  pageIsThere: ({ context, event }: At) => event.type === 'CHANGE_PAGE' && hasPage(context, event.page),
  comesToRegister: ({ context }: At) => context.visit.purpose === 'register',
  correcting: ({ context }: At) => context.visit.purpose === 'correct',
  nothingToAnswer: ({ context }: At) => hasNothingToAnswer(context.visit),
  correctionMayBeFetched: ({ context }: At) => mayFetchAgain(context.visit),
  answered: ({ context }: At) => isAnswered(context.visit),
  /** Every way to the declaration and past it: the evidence is enough, and all is answered. */
  readyToDeclare: ({ context }: At) => {
    const { visit } = context;
    if (visit.instruction !== null) return isAttested(context) && isInstructionAnswered(context);
    return isAttested(context) && isAnswered(visit) && !hasNothingToAnswer(visit);
  },
  lookUpToOffer: ({ context }: At) => mayOfferLookUp(context),
  lookUpOffered: ({ context }: At) => context.visit.lookUp.state === 'offered',
  wentWithout: ({ context }: At) => context.visit.lookUp.state === 'without' && context.online,
  provenForLookUp: ({ context }: At) => isProvenForLookUp(context),
  lookUpMayBeTried: ({ context }: At) => mayLookUpAgain(context),
  signInOffered: ({ context }: At) => maySignIn(context),
  needsMoreThanStaff: ({ context }: At) => needsMoreThanStaff(context.visit),
  preparingOnly: ({ context }: At) => context.visit.prepareOnly,
  held: ({ context }: At) => context.visit.assist !== null,
  startPin: ({ context }: At) => context.visit.assist?.mustChangePin === true,
  unconfirmed: ({ context }: At) => context.visit.unconfirmed,
  staffTouched: ({ context }: At) => hasStaffWork(context.visit),
  refusedAndTouched: ({ context }: At) => context.visit.numberRefused && hasStaffWork(context.visit),
  holdsNothing: ({ context: { visit } }: At) =>
    visit.assist !== null && !roleMay(visit.assist.role, 'hold-session'),
  pinsDiffer: ({ event }: At) => event.type === 'NEW_PIN' && event.pin !== event.again,
  supervises: (at: At) => mayNow(at, 'unlock-staff', null),
  mayUnlock: (at: At) => at.event.type === 'UNLOCK_STAFF' && mayNow(at, 'unlock-staff', at.event.staffId),
  mayBlock: (at: At) => at.event.type === 'BLOCK_BADGE' && mayNow(at, 'block-badge', at.event.staffId),
  changesPin: (at: At) => mayNow(at, 'change-own-pin', null),
  interpreterIsNew: ({ context }: At) => !context.visit.interpreter,
  operates: (at: At) =>
    at.context.outside.ports.operations !== undefined && mayNow(at, 'operate-terminal', null),
  seesStatus: (at: At) => mayNow(at, 'see-status', null),
  helpIsCalled: ({ context }: At) => context.visit.helpSince !== null,
  saved: ({ context }: At) => context.visit.kept !== null,
  hasNews: ({ context }: At) => context.visit.news !== null && context.visit.news.state !== 'kept',
  newsOfOurs: ({ context, event }: At) =>
    event.type === 'ITEM' &&
    event.id === context.visit.submissionId &&
    isNewer(context.visit.news, event.state),
  nothingKept: ({ context }: At) => context.visit.fault?.certain === true,
  stepIsThere: ({ context, event }: At) =>
    event.type === 'CHANGE' &&
    context.visit.identified !== null &&
    changeableSteps(context.visit.identified, context.visit.answers).includes(event.step),
  touchedStepIsThere: ({ context: { visit }, event }: At) =>
    event.type === 'CHANGE_TOUCHED' &&
    visit.instruction === null &&
    visit.identified !== null &&
    changeableSteps(visit.identified, visit.answers).some((step) => step === event.row) &&
    stepsChangedTogether(event.row as RegistrationStep).some((step) => visit.byStaff.includes(step)),
  touchedPageIsThere: ({ context, event }: At) =>
    event.type === 'CHANGE_TOUCHED' &&
    context.visit.instruction?.byStaff.includes(event.row) === true &&
    hasPage(context, event.row),
  numberWasTouched: ({ context: { visit }, event }: At) =>
    event.type === 'CHANGE_TOUCHED' &&
    event.row === 'number' &&
    visit.numberByStaff &&
    visit.identified?.means === 'typed',
  /** A card that was read says it; a typed birth date is refused on its own page. */
  tooYoung: ({ context: { visit, outside } }: At) =>
    visit.purpose === 'register' &&
    visit.identified?.means === 'reader' &&
    ageOn(visit.identified.document.dateOfBirth, hongKongDate(outside.ports.now())) < PARAMETERS.leastAge,
  mismatchOpen: ({ context }: At) => isMismatchOpen(context.visit),
  toldByMember: ({ context: { visit } }: At) => visit.told !== null && visit.told.against !== 'record',
  typedNumber: ({ context }: At) => context.visit.identified?.means === 'typed',
  numberWasRefused: ({ context }: At) => context.visit.numberRefused,
  canAttest: ({ context }: At) => canAttest(context),
  allFeaturesTicked: ({ context }: At) =>
    SECURITY_FEATURES.every((feature) => context.visit.ticked.includes(feature)),
  numberMatches: ({ event }: At) => event.type === 'NUMBER_MATCHES' && event.matches,
  sameFace: ({ event }: At) => event.type === 'FACE_COMPARED' && event.same,
  queueing: ({ context }: At) => context.visit.purpose === 'queue',
  /** There are counters here; in a van the operator calls. */
  hasCounters: ({ context: { outside } }: At) =>
    outside.ports.tickets !== undefined && outside.config.profile !== 'van',
  ticketIsRead: ({ event }: At) => event.type === 'TICKET_SCANNED' && event.scanned !== null,
  resuming: ({ context }: At) => context.visit.purpose === 'resume',
  slipBrought: ({ context }: At) => context.visit.later.brought !== null,
  slipIsRead: ({ event }: At) => event.type === 'SLIP_SCANNED' && event.code !== null,
  slipStands: ({ context }: At) => context.visit.later.slip !== null,
  takeUpMayBeTried: ({ context: { visit } }: At) =>
    visit.later.takeUpFault === 'offline' ||
    visit.later.takeUpFault === 'unavailable' ||
    visit.later.takeUpFault === 'held',
  heldElsewhere: ({ context }: At) => context.visit.later.takeUpFault === 'held',
  mustAnswerAgain: ({ context: { visit } }: At) => visit.later.again > 0 || visit.later.file !== null,
  /** Parked after its last question, and all of it still holds. */
  wasAtTheEnd: ({ context }: At) =>
    context.visit.open.page === null &&
    (context.visit.instruction === null ? isAnswered(context.visit) : isInstructionAnswered(context)),
  parkable: ({ context }: At) => isParkable(context),
  printerReady: ({ context: { printers }, event }: At) =>
    event.type === 'PRINT_PAPER' && printers[outputFor(event.paper.kind, printers)] === 'ready',
  helpSlip: ({ event }: At) => event.type === 'PRINT_PAPER' && event.paper.kind === 'help-slip',
  readerEvent: ({ event }: At) => event.type !== 'DEVICE_STATE' || event.device === 'id-reader',
};

/** The page itself is on top and may be touched. */
const uncovered = none(
  warned,
  leaving,
  pinAsked,
  locked,
  calling,
  parking,
  printing,
  attesting,
  staffPages,
  confirming,
);
/** Staff's own controls: the assist bar and the attestation pages. */
const staffOnTop = all(either(holding, inState(IDS.newPin)), none(leaving, locked, parking, printing));
/** The member is at the page and nobody else is: staff prepare, the member confirms. */
const memberOnTop = all(uncovered, none(plain.held));

/** Theirs, and they have seen what staff filled in: nothing is declared before. */
const memberConfirms = all(memberOnTop, none(plain.unconfirmed));

/** Identity is settled, and not in the hands of the identification pages. */
const identityStands = either(
  inState(IDS.task),
  inState(IDS.instruct),
  inState(IDS.instructionReview),
  inState(IDS.attestation),
  inState(IDS.lookUpOffer),
  inState(IDS.review),
  inState(IDS.declare),
  inState(IDS.withdrawConfirm),
);
/** Where "finish later" stands on the page. */
const inWork = either(
  inState(IDS.task),
  inState(IDS.instruct),
  inState(IDS.instructionReview),
  inState(IDS.attestation),
  inState(IDS.review),
);
/** Somebody is called and may still come; when nobody came there may be paper over that. */
const awaited = all(calling, none(nobodyCame));
const paperOverCall = all(nobodyCame, printing);
/** Pages that have something to take away on paper. */
const printable = either(
  inState(IDS.receipt),
  inState(IDS.prepared),
  inState(IDS.parked),
  inState(IDS.instruct),
  inState(IDS.ticket),
);
const confirmOnTop = none(warned, leaving, pinAsked, locked, calling);
const attested = ({ context }: At): boolean => isAttested(context);

export const sessionGuards = {
  ...plain,
  identityGoes: none(identityStands),
  uncovered,
  staffOnTop,
  inSubmitting: inState(IDS.submitting),
  offline: none(plain.online),
  readerGone: none(plain.readerUsable),

  /** Nobody interprets in a van: a call-back was chosen before the visit began. */
  calledBack: all(plain.instructing, plain.kindChosen),
  /** A van's visit that nothing was left in yet. */
  takesCodes: ({ context: { visit } }: { readonly context: SessionContext }) =>
    visit.inVan && visit.request === null,
  open: none(plain.frozen),
  mayWalkUp: all(plain.unattended, none(plain.frozen)),
  nobodyBusy: none(calling, pinAsked, holding, staffPages, confirming),
  /** Staff came to look, and have gone. */
  badgeGone: all(plain.begunByBadge, none(calling, pinAsked, holding, staffPages, confirming)),
  readyToSearch: all(plain.enquiring, attested),
  withdrawsBySlip: all(uncovered, plain.needsSlipOnly),
  identifiedByQuestion: all(uncovered, plain.cardWasRead),
  correctsWhoAsked: all(uncovered, plain.correcting, plain.cardWasRead),
  readyToWithdraw: all(plain.withdrawing, attested),
  correctionToOpen: all(plain.correcting, plain.nothingToAnswer, attested),
  memberMayWithdraw: all(memberConfirms, plain.withdrawing, attested),
  mayFetchAgain: all(uncovered, plain.correctionMayBeFetched),
  mayChangeNothing: all(uncovered, plain.nothingToAnswer),
  mayTakeBackTyped: all(uncovered, plain.toldByMember),
  correctingUncovered: all(uncovered, plain.correcting),
  backToWhatWasFound: all(uncovered, plain.correcting),
  /** Records come up for the member, never for staff who hold the session. */
  mayLookUpNow: all(plain.provenForLookUp, plain.online, none(plain.held)),
  mayLookUpAgain: all(uncovered, plain.lookUpMayBeTried),
  heldAtTheOffer: all(plain.held, plain.lookUpOffered),
  identifiedToInstruct: all(plain.instructing, none(plain.instructionAnswered)),
  /** What can only be prepared here needs nobody's attestation: nothing is submitted. */
  instructionToReview: all(
    plain.instructing,
    plain.instructionAnswered,
    either(attested, plain.onlyPrepared),
  ),
  reviewNeedsStaff: all(none(attested), none(plain.onlyPrepared)),
  mayFinishPreparing: all(uncovered, plain.onlyPrepared),
  mayDeclareInstruction: all(
    memberConfirms,
    plain.instructing,
    plain.readyToDeclare,
    none(plain.onlyPrepared),
  ),
  mayChangePage: all(uncovered, plain.pageIsThere),
  nobodyToIdentify: all(uncovered, plain.instructing, plain.needsNobody),
  chooseRegistration: all(uncovered, plain.registering),
  groupMayClose: all(uncovered, plain.groupOpen),
  backToMenu: all(uncovered, plain.instructing),
  instructionToReturnTo: all(uncovered, plain.nothingKept, plain.instructing),
  mayReturnToWithdrawal: all(uncovered, plain.nothingKept, plain.withdrawing),

  /** Staff cannot sign in for anybody. */
  memberMaySignIn: all(memberOnTop, plain.signInOffered),
  mayPrepareOnly: all(uncovered, plain.instructing, plain.needsMoreThanStaff, none(attested)),
  backToHow: all(uncovered, plain.preparingOnly),
  memberMayDeclare: all(memberConfirms, plain.readyToDeclare),
  memberMayRetry: memberOnTop,
  /** Staff choose it with whoever stands there, before anything is collected for a registration. */
  mayChooseOwnLanguage: all(uncovered, plain.held, plain.comesToRegister, plain.ownLanguageIsOffered),
  memberMaySubmit: all(memberConfirms, plain.readyToDeclare, plain.allPut),
  consentsToPut: all(memberConfirms, plain.readyToDeclare, none(plain.allPut)),
  mayChange: all(uncovered, plain.stepIsThere),
  mayChangeAfterFault: all(uncovered, plain.nothingKept),
  mayPark: all(uncovered, plain.parkable, inWork),
  /** Nobody came: what was begun is finished another day. */
  mayParkUnhelped: all(
    nobodyCame,
    none(warned, leaving, pinAsked, locked, paperOverCall),
    plain.parkable,
    inWork,
  ),
  parkOnTop: none(warned, leaving, pinAsked, locked, calling),
  mayPutAside: all(none(warned, leaving, pinAsked, locked, calling), plain.parkable),
  readyToTakeUp: all(plain.resuming, attested),
  broughtToIdentify: all(plain.resuming, plain.slipBrought),
  mayTakeUpAgain: all(uncovered, plain.takeUpMayBeTried),
  mayTakeCopy: all(uncovered, plain.heldElsewhere),
  slipMayClose: all(plain.slipStands, none(plain.helpIsCalled)),
  ticketMayBegin: all(plain.unattended, plain.hasCounters, plain.ticketIsRead, none(plain.frozen)),
  mayQueue: all(uncovered, plain.hasCounters),
  mayWalkUpToQueue: all(plain.unattended, plain.hasCounters, none(plain.frozen)),
  mayBringTicket: all(uncovered, plain.hasCounters, plain.ticketIsRead),
  slipMayBegin: all(plain.unattended, plain.slipIsRead, none(plain.frozen)),
  /** Paper is for the member: a receipt has the code that staff are not shown. */
  mayPrint: all(memberOnTop, printable, plain.printerReady),
  /** Nobody came: what it was about, whom to call and where to go, to take along. */
  mayPrintHelpSlip: all(
    nobodyCame,
    none(warned, leaving, pinAsked, locked, printing),
    plain.helpSlip,
    plain.printerReady,
  ),
  printOnTop: none(warned, leaving, pinAsked, locked, awaited),
  receiptMayClose: all(plain.saved, none(plain.helpIsCalled)),

  mayHandBack: all(holding, staffOnTop, none(staffPages)),
  mayUncover: none(plain.holdsNothing),
  /** What was submitted is the member's, and nothing on its way into the store is touched. */
  mayTakeBack: all(
    plain.attended,
    none(warned, leaving, pinAsked, locked, parking, printing, inState(IDS.submitting), plain.saved),
  ),
  maySeeStatus: all(staffOnTop, plain.statusKnown, plain.seesStatus),
  mayOperate: all(staffOnTop, plain.operates),
  mayHoldNothing: all(staffOnTop, plain.holdsNothing),
  seesOnlyStatus: all(plain.holdsNothing, plain.statusKnown),
  startPinOnTop: all(staffOnTop, plain.startPin),
  pinsDiffer: all(staffOnTop, plain.pinsDiffer),
  maySeePeople: all(staffOnTop, plain.supervises),
  mayUnlock: all(staffOnTop, plain.mayUnlock),
  mayBlock: all(staffOnTop, plain.mayBlock),
  mayChangePin: all(staffOnTop, plain.changesPin),
  interpreterIsNew: all(staffOnTop, plain.interpreterIsNew),
  maySnooze: all(none(warned, leaving), plain.helpIsCalled, none(plain.held)),
  confirmOnTop,
  mayPutStepRight: all(confirmOnTop, confirming, identityStands, plain.touchedStepIsThere),
  mayPutPageRight: all(confirmOnTop, confirming, identityStands, plain.touchedPageIsThere),
  mayPutNumberRight: all(confirmOnTop, confirming, identityStands, plain.numberWasTouched),
  mayPutRight: all(
    confirmOnTop,
    confirming,
    identityStands,
    either(plain.touchedStepIsThere, plain.touchedPageIsThere, plain.numberWasTouched),
  ),
  /** The page is answered or left: what staff filled in is shown again, as far as it is still theirs. */
  putRight: none(inState(IDS.task), inState(IDS.instruct), inState(IDS.identify)),
  putRightAndTouched: all(
    none(inState(IDS.task), inState(IDS.instruct), inState(IDS.identify)),
    plain.staffTouched,
  ),
  mayStartAttesting: all(staffOnTop, plain.canAttest, identityStands),
  numberMatches: all(staffOnTop, plain.numberMatches),
  allFeaturesTicked: all(staffOnTop, plain.allFeaturesTicked),
  backToNumber: all(staffOnTop, plain.typedNumber),
  sameFace: all(staffOnTop, plain.sameFace),
  /** Asked again at the signature: the day may have turned since the page was opened. */
  staffMayAttest: all(staffOnTop, plain.allFeaturesTicked, plain.canAttest),

  pinOnTop: none(warned, leaving),
  leaveOnTop: none(warned),
  helpOnTop: none(warned, leaving, pinAsked, paperOverCall),
  mayLeave: none(warned, pinAsked, staffPages, inState(IDS.submitting), inState(IDS.parkSaving)),
  mayAskStaff: none(leaving, pinAsked, holding, staffPages),
};
