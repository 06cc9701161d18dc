import { SECURITY_FEATURES } from '../../../domain/identity/staff.ts';
import { IDS } from '../../session/guards/ids.ts';
import type { SessionSnapshot } from '../../session/session.machine.ts';
import { KINDS } from './instructions.ts';
import { covers, matches, inJourney } from './places.ts';

/**
 * With two things over the page the next ones behave as they do over one: such states are looked at, with their own
 * way out, but not gone on from. Without this the regions multiply to some hundred thousand states.
 */
export const COVERED_TWICE = 2;

/** Staff who are called may say that they are busy: the one thing that is done over two covers; over a question. */
export function isCalledAndBusy(snapshot: SessionSnapshot): boolean {
  return (
    covers(snapshot) === COVERED_TWICE &&
    matches(snapshot, { visit: { help: 'calling', staff: 'pin', journey: 'task' } })
  );
}

/** Covered with some features ticked is as covered with none ticked. */
export function partlyTicked({ context: { visit } }: SessionSnapshot): boolean {
  return visit.ticked.length > 0 && visit.ticked.length < SECURITY_FEATURES.length;
}

/**
 * What covers the pages of an enquiry, a withdrawal or a correction behaves as it does over those of a registration,
 * where it is gone on from. The PIN is on the way to the attestation.
 */
export function coveredAsWhenRegistering(snapshot: SessionSnapshot): boolean {
  const { purpose, instruction } = snapshot.context.visit;
  if (purpose === 'register' || matches(snapshot, { visit: { staff: 'pin' } })) return false;
  // What staff filled in is put right on the instruction's own pages.
  return instruction?.kind !== KINDS[0] || !matches(snapshot, { visit: { staff: 'confirming' } });
}

/** What covers a page on which the member puts something right behaves as over the page itself. */
export function puttingRightCovered(snapshot: SessionSnapshot): boolean {
  return covers(snapshot) > 0 && matches(snapshot, { visit: { staff: 'puttingRight' } });
}

/** Gone on from for one kind of each sort only. */
export function isLikeAnother(snapshot: SessionSnapshot): boolean {
  const { instruction } = snapshot.context.visit;
  // What covers these two pages behaves as it does over the pages beside them.
  if (inJourney(snapshot, 'tooYoung') || inJourney(snapshot, 'mismatch')) return covers(snapshot) > 0;
  if (instruction === null || KINDS.includes(instruction.kind)) return false;
  return covers(snapshot) > 0 || inJourney(snapshot, 'instruct') || inJourney(snapshot, 'menu');
}

/**
 * A badge was scanned over a page of staff's own or over what the member has to confirm, or was refused: the PIN is
 * asked there as anywhere else, which is gone on from over a question only.
 */
export function pinAsAnywhere(snapshot: SessionSnapshot): boolean {
  if (!matches(snapshot, { visit: { staff: 'pin' } }) || inJourney(snapshot, 'task')) return false;
  const { unconfirmed, assist, staffRefusal } = snapshot.context.visit;
  const left = Object.values(snapshot.historyValue).flat();
  const own = left.some(
    ({ id }) => id === IDS.status || id === IDS.operations || id === IDS.more || id.startsWith(IDS.people),
  );
  return own || unconfirmed || staffRefusal !== null || assist?.mustChangePin === true;
}
