import { fromPromise } from 'xstate';
import type { EnquiryFault } from '../../domain/codes.ts';
import { fail, type Failure, ok, type Result } from '../../domain/result.ts';
import type { FoundAnswer } from '../../domain/terminal/ports/queue/enquiry.ts';
import type { IdentityClaim, LeftAnswer } from '../../domain/wire/enquiry.ts';
import type { Outside } from '../outside.ts';

export type Answer = Result<FoundAnswer, Failure<EnquiryFault>>;

interface EnquireInput {
  readonly outside: Outside;
  readonly reference: string | null;
  readonly code: string | null;
}

/** Asks about one thing with the reference and the code of its slip. */
export const enquire = fromPromise<Answer, EnquireInput>(({ input: { outside, reference, code } }) =>
  reference === null || code === null
    ? Promise.resolve(fail('not-found'))
    : outside.ports.queue.enquire({ reference, by: 'code', code }),
);

export type LeftResult = Result<LeftAnswer, Failure<EnquiryFault>>;

interface ListLeftInput {
  readonly outside: Outside;
  readonly claim: IdentityClaim | null;
}

/** Asks about everything that who was identified left. Nothing at all is told like nothing found. */
export const listLeft = fromPromise<LeftResult, ListLeftInput>(async ({ input: { outside, claim } }) => {
  if (claim === null) return fail('nothing-left');
  const answer = await outside.ports.queue.listLeft(claim);
  if (!answer.ok) return answer;
  return answer.value.items.length === 0 ? fail('nothing-left') : ok(answer.value);
});
