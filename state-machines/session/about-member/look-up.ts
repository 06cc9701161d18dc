import { fromPromise } from 'xstate';
import { definitionOf } from '../../../domain/catalogue/catalogue.ts';
import type { EnquiryFault } from '../../../domain/codes.ts';
import { type LookUp, LOOK_UP_ASSURANCE, type Records } from '../../../domain/records/records.ts';
import { fail, type Failure, type Result } from '../../../domain/result.ts';
import type { IdentityClaim } from '../../../domain/wire/enquiry.ts';
import type { Outside } from '../../outside.ts';
import { levelOf } from '../context/assurance.ts';
import type { SessionContext } from '../context/context.ts';
import type { Visit } from '../context/visit.ts';
import type { LookingUp } from './looking-up.ts';

export type LookedUp = Result<Records, Failure<EnquiryFault>>;

/** What the pages of the instruction would use; null where they use nothing of it, or nobody gives an instruction. */
export function lookUpOf({ purpose, instruction }: Visit): LookUp | null {
  return purpose === 'instruct' && instruction !== null
    ? (definitionOf(instruction.kind).lookUp ?? null)
    : null;
}

/** Whether the member is asked, before the first page: online, nothing decided yet, and not only preparing. */
export function mayOfferLookUp({ visit, online }: SessionContext): boolean {
  const { state } = visit.lookUp;
  return online && lookUpOf(visit) !== null && (state === 'open' || state === 'offered');
}

/** Whether the evidence reaches what the platform asks for it. */
export function isProvenForLookUp(context: SessionContext): boolean {
  const what = lookUpOf(context.visit);
  return what !== null && levelOf(context) >= LOOK_UP_ASSURANCE[what];
}

/** Whether asking once more may bring another answer. */
export function mayLookUpAgain({ visit, online }: SessionContext): boolean {
  const { fault } = visit.lookUp;
  return online && (fault === 'offline' || fault === 'unavailable');
}

/** The visit after an answer: the records, or why there are none. */
export function withLookedUp(visit: Visit, result: LookedUp): Visit {
  const lookUp: LookingUp = result.ok
    ? { state: 'here', records: result.value, fault: null }
    : { ...visit.lookUp, records: null, fault: result.code };
  return { ...visit, lookUp };
}

export interface LookUpInput {
  readonly outside: Outside;
  readonly what: LookUp | null;
  readonly claim: IdentityClaim | null;
}

/** Asks for the records. An answer that comes after the page was left is heard by nobody. */
export const lookUp = fromPromise<LookedUp, LookUpInput>(({ input: { outside, what, claim } }) =>
  what === null || claim === null
    ? Promise.resolve(fail('not-found'))
    : outside.ports.queue.lookUp({ what, ...claim }),
);
