import type { EnquiryFault } from '../../../domain/codes.ts';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import type { RulesQuestion } from '../../../domain/terminal/ports/queue/enquiry.ts';
import {
  employerRulesRequestSchema,
  employerRulesResponseSchema,
  factsOfRulesAnswer,
  type StoredRules,
  storedRulesSchema,
} from '../../../domain/wire/employer-rules.ts';
import type { Ask } from './ask.ts';
import type { IdentityProver } from './identity-proof.ts';
import { createSessionKey, openAnswer } from './session-key.ts';

/** Brings an employer's stored rules, sealed to a key that exists for this one question only. */
export function createEmployerRules({ prove, ask }: { readonly prove: IdentityProver; readonly ask: Ask }) {
  return async ({
    employerAccount,
    scheme,
    ...who
  }: RulesQuestion): Promise<Result<StoredRules, Failure<EnquiryFault>>> => {
    const claim = await prove(who);
    if (!claim.ok) return claim;
    const session = createSessionKey();
    const request = employerRulesRequestSchema.safeParse({
      ...{ claim: claim.value, employerAccount, scheme },
      sessionKey: session.publicJwk,
    });
    if (!request.success) return fail('not-found');
    const answer = await ask({
      method: 'POST',
      path: '/v1/enquiries/employer-rules',
      body: JSON.stringify(request.data),
      schema: employerRulesResponseSchema,
    });
    if (!answer.ok) return answer;
    const facts = factsOfRulesAnswer(claim.value);
    const rules = await openAnswer(answer.value.sealed, facts, session.privateJwk, storedRulesSchema);
    // Rules of another account would be held against rows that are not theirs.
    return rules?.employerAccount === employerAccount && rules.scheme === scheme
      ? ok(rules)
      : fail('unavailable');
  };
}
