import type { EnquiryFault } from '../../../domain/codes.ts';
import { type LookUp, type Records, recordsSchema } from '../../../domain/records/records.ts';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import type { IdentityClaim } from '../../../domain/wire/enquiry.ts';
import { lookUpFacts, lookUpRequestSchema, lookUpResponseSchema } from '../../../domain/wire/look-up.ts';
import type { Ask } from './ask.ts';
import type { IdentityProver } from './identity-proof.ts';
import { createSessionKey, openAnswer } from './session-key.ts';

/** Asks what the platform has on record, sealed to a key that exists for this one question only. Nothing is kept here. */
export function createLookUps({
  prove,
  ask,
}: {
  readonly prove: IdentityProver;
  readonly ask: Ask;
}): (request: { readonly what: LookUp } & IdentityClaim) => Promise<Result<Records, Failure<EnquiryFault>>> {
  return async ({ what, ...who }) => {
    const claim = await prove(who);
    if (!claim.ok) return claim;
    const session = createSessionKey();
    const request = lookUpRequestSchema.safeParse({
      what,
      claim: claim.value,
      sessionKey: session.publicJwk,
    });
    if (!request.success) return fail('unavailable');
    const answer = await ask({
      method: 'POST',
      path: '/v1/look-ups',
      body: JSON.stringify(request.data),
      schema: lookUpResponseSchema,
    });
    if (!answer.ok) return answer;
    const facts = lookUpFacts(claim.value);
    const records = await openAnswer(answer.value.sealed, facts, session.privateJwk, recordsSchema);
    // An answer to another question is none to this.
    return records?.what === what ? ok(records) : fail('unavailable');
  };
}
