import { z } from 'zod';
import type { JWK } from 'jose';
import type { EnquiryFault } from '../../../domain/codes.ts';
import { registrationPayloadSchema } from '../../../domain/registration/payload.ts';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import type { Correction } from '../../../domain/terminal/ports/queue/submission.ts';
import { envelopeSchema } from '../../../domain/wire/contract.ts';
import {
  correctionRequestSchema,
  correctionResponseSchema,
  type IdentityClaim,
} from '../../../domain/wire/enquiry.ts';
import type { SealedFacts } from '../../../domain/wire/sealed/sealing.ts';
import type { Queue } from '../../store/queue.ts';
import type { Ask } from './ask.ts';
import type { IdentityProver } from './identity-proof.ts';
import { createSessionKey, openAnswer } from './session-key.ts';

export interface CorrectionsOptions {
  readonly queue: Pick<Queue, 'get'>;
  readonly prove: IdentityProver;
  readonly ask: Ask;
}

/** Brings back what was submitted, sealed to a key that exists for this one question only. */
export interface Corrections {
  open(
    request: { readonly reference: string } & IdentityClaim,
  ): Promise<Result<Correction, Failure<EnquiryFault>>>;
}

const { v, id, terminalId, kind, schemaVersion, capturedAt, validUntil, supersedes, attachments } =
  envelopeSchema.shape;
/** A submission of another terminal, or one that is no longer here, is bound to facts that only the platform has. */
const answerSchema = correctionResponseSchema.extend({
  facts: z
    .object({ v, id, terminalId, kind, schemaVersion, capturedAt, validUntil, supersedes, attachments })
    .optional(),
});
type Answer = z.infer<typeof answerSchema>;

const SESSION_KID = 'session';

export function createCorrections({ queue, prove, ask }: CorrectionsOptions): Corrections {
  function factsOf(answer: Answer): SealedFacts | null {
    if (answer.facts !== undefined) return { ...answer.facts, kid: SESSION_KID };
    const stored = queue.get(answer.id);
    const envelope = stored.ok ? stored.value?.envelope : null;
    return envelope === null || envelope === undefined ? null : { ...envelope, kid: SESSION_KID };
  }

  async function payloadOf(answer: Answer, privateJwk: JWK): Promise<Correction['payload'] | null> {
    const facts = factsOf(answer);
    if (facts === null || facts.id !== answer.id) return null;
    return openAnswer(answer.sealed, facts, privateJwk, registrationPayloadSchema);
  }

  return {
    async open(request) {
      const claim = await prove(request);
      if (!claim.ok) return claim;
      const session = createSessionKey();
      const correction = correctionRequestSchema.safeParse({
        reference: request.reference,
        claim: claim.value,
        sessionKey: session.publicJwk,
      });
      if (!correction.success) return fail('not-found');
      const answer = await ask({
        method: 'POST',
        path: '/v1/corrections',
        body: JSON.stringify(correction.data),
        schema: answerSchema,
      });
      if (!answer.ok) return answer;
      const payload = await payloadOf(answer.value, session.privateJwk);
      if (payload === null) return fail('unavailable');
      return ok({ id: answer.value.id, code: answer.value.code, payload });
    },
  };
}
