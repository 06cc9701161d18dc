import { and, not, or, stateIn } from 'xstate';
import { definitionOf } from '../../domain/catalogue/catalogue.ts';
import { pagesFor } from '../../domain/catalogue/pages.ts';
import { ageOn } from '../../domain/identity/partial-date.ts';
import { SECURITY_FEATURES } from '../../domain/identity/staff.ts';
import { changeableSteps } from '../../domain/registration/steps.ts';
import { PARAMETERS } from '../../domain/parameters.ts';
import { hongKongDate } from '../../domain/time.ts';
import { factsOf } from '../flow/create-flow-machine.ts';
import { readerUsable } from '../reader-facts.ts';
import {
  canAttest,
  frozenBy,
  hasNothingToAnswer,
  instructionEnding,
  isInstructionAnswered,
  needsNobody,
  isAnswered,
  isAttested,
  isNewer,
  mayFetchAgain,
  type SessionContext,
} from './context.ts';
import { isParkable } from './parking/draft-of.ts';
import type { SessionEvent } from './events.ts';
import { isMismatchOpen } from './mismatch.ts';

interface At {
  readonly context: SessionContext;
  readonly event: SessionEvent;
}

/** Ids of the states that guards in other regions look at. */
export const IDS = {
  closed: 'closed',
  attract: 'attract',
  visit: 'visit',
  ended: 'ended',
  menu: 'menu',
  wiping: 'wiping',
  identify: 'identify',
  task: 'task',
  instruct: 'instruct',
  leftFlow: 'left-flow',
  instructionReview: 'instruction-review',
  attestation: 'attestation',
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
  pin: 'staff-pin',
  holding: 'staff-holding',
  attest: 'attest',
  status: 'staff-status',
  parkAsking: 'park-asking',
  parkSaving: 'park-saving',
  parkFailed: 'park-failed',
} as const;

type Guard = ReturnType<typeof stateIn<SessionContext, SessionEvent, unknown>>;

const inState = (id: (typeof IDS)[keyof typeof IDS]): Guard => stateIn(`#${id}`);
const all = (...guards: readonly Guard[]): Guard => and<SessionContext, SessionEvent, Guard[]>([...guards]);
const none = (...guards: readonly Guard[]): Guard =>
  not<SessionContext, SessionEvent, Guard>(either(...guards));
const either = (...guards: readonly Guard[]): Guard => or<SessionContext, SessionEvent, Guard[]>([...guards]);

/*
 * Regions run side by side and would all take the same CONTINUE. Who may take it is whoever is on top: the warning,
 * then "leave?", then the PIN, then the staff lock, then the call for help, then "finish later", then how the
 * machine stands, then the attestation, then the page.
 */
const warned = inState(IDS.warned);
const leaving = inState(IDS.leaving);
const pinAsked = inState(IDS.pin);
const locked = inState(IDS.locked);
const calling = inState(IDS.calling);
const attesting = inState(IDS.attest);
const holding = inState(IDS.holding);
const showingStatus = inState(IDS.status);
const parking = either(inState(IDS.parkAsking), inState(IDS.parkSaving), inState(IDS.parkFailed));

const plain = {
  languageChosen: ({ context }: At) => context.visit.languageChosen,
  readerUsable: ({ context }: At) => readerUsable(context.reader),
  online: ({ context }: At) => context.online,
  shutting: ({ context }: At) => context.shutting,
  frozen: ({ context }: At) => frozenBy(context.status) !== null,
  statusKnown: ({ context }: At) => context.status !== null,
  turnedAway: ({ context }: At) => context.visit.turnedAway,
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
  pageIsThere: ({ context: { visit, outside, online }, event }: At) => {
    if (event.type !== 'CHANGE_PAGE' || visit.instruction === null) return false;
    const { kind, answers } = visit.instruction;
    const facts = factsOf({ outside, identified: visit.identified, online, answers });
    return pagesFor(definitionOf(kind), facts).some(({ id }) => id === event.page);
  },
  correcting: ({ context }: At) => context.visit.purpose === 'correct',
  nothingToAnswer: ({ context }: At) => hasNothingToAnswer(context.visit),
  correctionMayBeFetched: ({ context }: At) => mayFetchAgain(context.visit),
  answered: ({ context }: At) => isAnswered(context.visit),
  /** Every way to the declaration and past it: the evidence is enough, and all is answered. */
  readyToDeclare: ({ context }: At) => {
    const { visit } = context;
    if (visit.instruction !== null) return isAttested(visit) && isInstructionAnswered(context);
    return isAttested(visit) && isAnswered(visit) && !hasNothingToAnswer(visit);
  },
  held: ({ context }: At) => context.visit.assist !== null,
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
  /** A card that was read says it; a typed birth date is refused on its own page. */
  tooYoung: ({ context: { visit, outside } }: At) =>
    visit.purpose === 'register' &&
    visit.identified?.means === 'reader' &&
    ageOn(visit.identified.document.dateOfBirth, hongKongDate(outside.ports.now())) < PARAMETERS.leastAge,
  mismatchOpen: ({ context }: At) => isMismatchOpen(context.visit),
  toldByMember: ({ context }: At) => context.visit.told?.against === 'typed',
  typedNumber: ({ context }: At) => context.visit.identified?.means === 'typed',
  numberWasRefused: ({ context }: At) => context.visit.numberRefused,
  canAttest: ({ context }: At) => canAttest(context),
  allFeaturesTicked: ({ context }: At) =>
    SECURITY_FEATURES.every((feature) => context.visit.ticked.includes(feature)),
  numberMatches: ({ event }: At) => event.type === 'NUMBER_MATCHES' && event.matches,
  sameFace: ({ event }: At) => event.type === 'FACE_COMPARED' && event.same,
  resuming: ({ context }: At) => context.visit.purpose === 'resume',
  slipBrought: ({ context }: At) => context.visit.later.brought !== null,
  slipIsRead: ({ event }: At) => event.type === 'SLIP_SCANNED' && event.code !== null,
  slipStands: ({ context }: At) => context.visit.later.slip !== null,
  takeUpMayBeTried: ({ context: { visit } }: At) =>
    visit.later.takeUpFault === 'offline' || visit.later.takeUpFault === 'unavailable',
  mustAnswerAgain: ({ context }: At) => context.visit.later.again > 0,
  /** Parked after its last question, and all of it still holds. */
  wasAtTheEnd: ({ context }: At) =>
    context.visit.open.page === null &&
    (context.visit.instruction === null ? isAnswered(context.visit) : isInstructionAnswered(context)),
  parkable: ({ context }: At) => isParkable(context),
  readerEvent: ({ event }: At) => event.type !== 'DEVICE_STATE' || event.device === 'id-reader',
};

/** The page itself is on top and may be touched. */
const uncovered = none(warned, leaving, pinAsked, locked, calling, parking, attesting, showingStatus);
/** Staff's own controls: the assist bar and the attestation pages. */
const staffOnTop = all(holding, none(leaving, locked, parking));
/** The member is at the page and nobody else is: staff prepare, the member confirms. */
const memberOnTop = all(uncovered, none(plain.held));

/** Identity is settled, and not in the hands of the identification pages. */
const identityStands = either(
  inState(IDS.task),
  inState(IDS.instruct),
  inState(IDS.instructionReview),
  inState(IDS.attestation),
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
const attested = ({ context }: At): boolean => isAttested(context.visit);

export const sessionGuards = {
  ...plain,
  identityGoes: none(identityStands),
  uncovered,
  staffOnTop,
  inSubmitting: inState(IDS.submitting),
  offline: none(plain.online),
  readerGone: none(plain.readerUsable),

  open: none(plain.frozen),
  nobodyBusy: none(calling, pinAsked, holding),
  readyToSearch: all(plain.enquiring, attested),
  withdrawsBySlip: all(uncovered, plain.needsSlipOnly),
  identifiedByQuestion: all(uncovered, plain.cardWasRead),
  correctsWhoAsked: all(uncovered, plain.correcting, plain.cardWasRead),
  readyToWithdraw: all(plain.withdrawing, attested),
  correctionToOpen: all(plain.correcting, plain.nothingToAnswer, attested),
  memberMayWithdraw: all(memberOnTop, plain.withdrawing, attested),
  mayFetchAgain: all(uncovered, plain.correctionMayBeFetched),
  mayChangeNothing: all(uncovered, plain.nothingToAnswer),
  mayTakeBackTyped: all(uncovered, plain.toldByMember),
  correctingUncovered: all(uncovered, plain.correcting),
  backToWhatWasFound: all(uncovered, plain.correcting),
  identifiedToInstruct: all(plain.instructing, none(plain.instructionAnswered)),
  /** What can only be prepared here needs nobody's attestation: nothing is submitted. */
  instructionToReview: all(
    plain.instructing,
    plain.instructionAnswered,
    either(attested, plain.onlyPrepared),
  ),
  reviewNeedsStaff: all(none(attested), none(plain.onlyPrepared)),
  mayFinishPreparing: all(uncovered, plain.onlyPrepared),
  mayDeclareInstruction: all(memberOnTop, plain.instructing, plain.readyToDeclare, none(plain.onlyPrepared)),
  mayChangePage: all(uncovered, plain.pageIsThere),
  nobodyToIdentify: all(uncovered, plain.instructing, plain.needsNobody),
  chooseRegistration: all(uncovered, plain.registering),
  groupMayClose: all(uncovered, plain.groupOpen),
  backToMenu: all(uncovered, plain.instructing),
  instructionToReturnTo: all(uncovered, plain.nothingKept, plain.instructing),
  mayReturnToWithdrawal: all(uncovered, plain.nothingKept, plain.withdrawing),

  memberMayDeclare: all(memberOnTop, plain.readyToDeclare),
  memberMayRetry: memberOnTop,
  mayChange: all(uncovered, plain.stepIsThere),
  mayChangeAfterFault: all(uncovered, plain.nothingKept),
  mayPark: all(uncovered, plain.parkable, inWork),
  parkOnTop: none(warned, leaving, pinAsked, locked, calling),
  mayPutAside: all(none(warned, leaving, pinAsked, locked, calling), plain.parkable),
  readyToTakeUp: all(plain.resuming, attested),
  broughtToIdentify: all(plain.resuming, plain.slipBrought),
  mayTakeUpAgain: all(uncovered, plain.takeUpMayBeTried),
  slipMayClose: all(plain.slipStands, none(plain.helpIsCalled)),
  slipMayBegin: all(plain.slipIsRead, none(plain.frozen)),
  receiptMayClose: all(plain.saved, none(plain.helpIsCalled)),

  mayHandBack: all(staffOnTop, none(showingStatus)),
  maySeeStatus: all(staffOnTop, plain.statusKnown),
  mayStartAttesting: all(staffOnTop, plain.canAttest, identityStands),
  numberMatches: all(staffOnTop, plain.numberMatches),
  allFeaturesTicked: all(staffOnTop, plain.allFeaturesTicked),
  backToNumber: all(staffOnTop, plain.typedNumber),
  sameFace: all(staffOnTop, plain.sameFace),
  /** Asked again at the signature: the day may have turned since the page was opened. */
  staffMayAttest: all(staffOnTop, plain.allFeaturesTicked, plain.canAttest),

  pinOnTop: none(warned, leaving),
  leaveOnTop: none(warned),
  helpOnTop: none(warned, leaving, pinAsked),
  mayLeave: none(warned, pinAsked, showingStatus, inState(IDS.submitting), inState(IDS.parkSaving)),
  mayAskStaff: none(leaving, pinAsked, holding),
};
