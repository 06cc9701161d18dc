import { definitionOf } from '../../../domain/catalogue/catalogue.ts';
import { pagesFor } from '../../../domain/catalogue/pages.ts';
import { ageOn } from '../../../domain/identity/document/partial-date.ts';
import { mayDo, roleMay, type StaffAction } from '../../../domain/identity/permissions.ts';
import { SECURITY_FEATURES } from '../../../domain/identity/staff.ts';
import type { RegistrationStep } from '../../../domain/registration/answers.ts';
import { changeableSteps, stepsChangedTogether } from '../../../domain/registration/steps.ts';
import { PARAMETERS } from '../../../domain/parameters.ts';
import { hongKongDate } from '../../../domain/time.ts';
import { factsOf } from '../../flow/create-flow-machine.ts';
import { readerUsable } from '../../reader-facts.ts';
import { canAttest, isAttested, maySignIn, needsMoreThanStaff } from '../context/assurance.ts';
import {
  hasStaffWork,
  hasNothingToAnswer,
  instructionEnding,
  isInstructionAnswered,
  needsNobody,
  isAnswered,
  mayFetchAgain,
} from '../context/answered.ts';
import { frozenBy, type SessionContext } from '../context/context.ts';
import { isNewer } from '../context/news.ts';
import { knowsAll, knowsNotice, NOTICE_PARTS, textsFor } from '../about-member/own-language.ts';
import { isParkable } from '../parking/draft-of.ts';
import { outputFor } from '../../../domain/paper/paper.ts';
import type { SessionEvent } from '../events.ts';
import { isProvenForLookUp, mayLookUpAgain, mayOfferLookUp } from '../about-member/look-up.ts';
import { isMismatchOpen } from '../about-member/mismatch.ts';

/** The table of permissions, asked of who holds the session (domain/identity/permissions.ts). */
function mayNow({ context: { visit, outside } }: At, action: StaffAction, about: string | null): boolean {
  return visit.assist !== null && mayDo(visit.assist, action, hongKongDate(outside.ports.now()), about);
}

/** What a guard is asked with. */
export interface At {
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

/** What is so, whatever lies over the page; `guards.ts` puts it together with what is on top. */
export const plain = {
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
