import type { Stake } from '../../../domain/terminal/view/overlay.ts';
import type { Visit, Ending } from './visit.ts';

/** How a visit that ends now is described: what was submitted stays submitted, however the member went. */
export function endingOf(visit: Visit, otherwise: Ending): Ending {
  if (visit.kept !== null) return 'submitted';
  if (visit.turnedAway) return 'turned-away';
  return visit.purpose === 'enquire' || visit.purpose === 'withdraw' || visit.purpose === 'correct'
    ? 'enquired'
    : otherwise;
}

/** What the member would lose if the visit ended now. */
export function stakeOf(visit: Visit): Stake {
  if (visit.kept !== null) return 'submitted';
  const nothingYet =
    visit.identified === null &&
    visit.purpose === 'instruct' &&
    Object.keys(visit.instruction?.answers ?? {}).length === 0;
  const onlyAsks = visit.purpose === 'enquire' || visit.purpose === 'resume' || visit.purpose === 'queue';
  return visit.turnedAway || onlyAsks || visit.later.slip !== null || nothingYet ? 'nothing' : 'unsubmitted';
}

/**
 * Whether a member's visit is under way: then nothing about the machine is changed under their hands. Nobody is asked
 * anything before a language was chosen, nor while no visit may begin; staff who only came to look are there.
 */
export function isInHand({ languageChosen, turnedAway }: Visit): boolean {
  return languageChosen && !turnedAway;
}
