import { frozenBy } from '../../session/context/context.ts';
import { hasNothingToAnswer, isAnswered, isInstructionAnswered } from '../../session/context/answered.ts';
import { isAttested, withdrawalProof } from '../../session/context/assurance.ts';
import { isMismatchOpen } from '../../session/about-member/mismatch.ts';
import type { SessionSnapshot } from '../../session/session.machine.ts';
import { isParkable } from '../../session/parking/draft-of.ts';
import { inJourney, matches, inPresence, staffPage } from './places.ts';

/** Where it matters whether a card was read for the question already. */
function asksForCard(snapshot: SessionSnapshot): boolean {
  const correcting = snapshot.context.visit.purpose === 'correct' && inJourney(snapshot, 'notice');
  return correcting || inJourney(snapshot, 'withdrawNotice');
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

export function distinguish(snapshot: SessionSnapshot): unknown {
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
export function placeOf({ value }: SessionSnapshot): unknown {
  const { open } = value as { readonly open?: object };
  return open === undefined ? value : { open: { ...open, connectivity: null } };
}
