import { or } from 'xstate';
import type { SessionContext } from '../context/context.ts';
import type { SessionEvent } from '../events.ts';
import { IDS } from './ids.ts';
import { inState, type Guard, either, none, all } from './in-state.ts';
import { plain } from './plain.ts';

/*
 * Regions run side by side and would all take the same CONTINUE. Who may take it is whoever is on top: the warning,
 * then "leave?", then the PIN, then the staff lock, then the call for help, then "finish later", then paper, then how the
 * machine stands, then the attestation, then the page.
 */
export const warned = inState(IDS.warned);
export const leaving = inState(IDS.leaving);
export const pinAsked = inState(IDS.pin);
export const locked = inState(IDS.locked);
export const calling = inState(IDS.calling);
export const nobodyCame = inState(IDS.nobodyCame);
const attesting = inState(IDS.attest);
export const holding = inState(IDS.holding);
const showingStatus = inState(IDS.status);
/** Staff's own pages over the member's. */
export const staffPages = or<SessionContext, SessionEvent, Guard[]>([
  showingStatus,
  inState(IDS.operations),
  inState(IDS.more),
  inState(IDS.people),
  inState(IDS.newPin),
]);
export const confirming = inState(IDS.confirming);
export const printing = inState(IDS.printing);
export const parking = either(inState(IDS.parkAsking), inState(IDS.parkSaving), inState(IDS.parkFailed));

/** The page itself is on top and may be touched. */
export const uncovered = none(
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
export const staffOnTop = all(either(holding, inState(IDS.newPin)), none(leaving, locked, parking, printing));
/** The member is at the page and nobody else is: staff prepare, the member confirms. */
export const memberOnTop = all(uncovered, none(plain.held));

/** Theirs, and they have seen what staff filled in: nothing is declared before. */
export const memberConfirms = all(memberOnTop, none(plain.unconfirmed));
export const confirmOnTop = none(warned, leaving, pinAsked, locked, calling);
/** On the page of something that was not right. */
export const puttingRight = either(inState(IDS.task), inState(IDS.instruct), inState(IDS.identify));

/** Identity is settled, and not in the hands of the identification pages. */
export const identityStands = either(
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
export const inWork = either(
  inState(IDS.task),
  inState(IDS.instruct),
  inState(IDS.instructionReview),
  inState(IDS.attestation),
  inState(IDS.review),
);
/** Somebody is called and may still come; when nobody came there may be paper over that. */
export const awaited = all(calling, none(nobodyCame));
export const paperOverCall = all(nobodyCame, printing);
/** Pages that have something to take away on paper. */
export const printable = either(
  inState(IDS.receipt),
  inState(IDS.prepared),
  inState(IDS.parked),
  inState(IDS.instruct),
  inState(IDS.ticket),
);
