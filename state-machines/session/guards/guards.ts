import { isAttested } from '../context/assurance.ts';
import type { SessionContext } from '../context/context.ts';
import { IDS } from './ids.ts';
import { none, inState, all, either } from './in-state.ts';
import {
  identityStands,
  uncovered,
  staffOnTop,
  calling,
  pinAsked,
  holding,
  staffPages,
  confirming,
  memberOnTop,
  memberConfirms,
  confirmOnTop,
  puttingRight,
  inWork,
  nobodyCame,
  warned,
  leaving,
  locked,
  paperOverCall,
  printable,
  printing,
  awaited,
  parking,
} from './on-top.ts';
import { type At, plain } from './plain.ts';

const wrongIsSaid = all(confirmOnTop, confirming, identityStands);
const attested = ({ context }: At): boolean => isAttested(context);

/** The guards of the session by name. */
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
  mayPutStepRight: all(wrongIsSaid, plain.touchedStepIsThere),
  mayPutPageRight: all(wrongIsSaid, plain.touchedPageIsThere),
  mayPutNumberRight: all(wrongIsSaid, plain.numberWasTouched),
  mayPutRight: all(
    wrongIsSaid,
    either(plain.touchedStepIsThere, plain.touchedPageIsThere, plain.numberWasTouched),
  ),
  /** The page is answered or left: what staff filled in is shown again, as far as it is still theirs. */
  putRight: none(puttingRight),
  putRightAndTouched: all(none(puttingRight), plain.staffTouched),
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
