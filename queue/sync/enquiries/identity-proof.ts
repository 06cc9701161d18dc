import { v7 } from 'uuid';
import type { EnquiryFault } from '../../../domain/codes.ts';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import { type IdentityClaim, identityClaimSchema, type IdentityProof } from '../../../domain/wire/enquiry.ts';
import { seal } from '../../../domain/wire/sealed/sealing.ts';
import type { KeyStore } from '../../keys/key-store.ts';

/** Who stands at the terminal, sealed for the platform; a proof of its own for every question. */
export type IdentityProver = (claim: IdentityClaim) => Promise<Result<IdentityProof, Failure<EnquiryFault>>>;

/** What a question says of a person, sealed for the platform under a name of its own, so that none passes for another. */
export type QuestionSealer = (
  kind: 'identity-proof' | 'mobile-number',
  content: unknown,
) => Promise<Result<IdentityProof, Failure<EnquiryFault>>>;

export function createQuestionSealer(
  keys: Pick<KeyStore, 'sealingKey' | 'time'>,
  terminalId: string,
): QuestionSealer {
  return async (kind, content) => {
    const key = keys.sealingKey();
    if (key === null) return fail('unavailable');
    const facts = {
      v: 1,
      id: v7(),
      terminalId,
      kid: key.kid,
      capturedAt: keys.time.now().instant,
    } as const;
    const sealed = await seal(
      new TextEncoder().encode(JSON.stringify(content)),
      { ...facts, kind, schemaVersion: 1 },
      key.jwk,
    );
    if (!sealed.ok) return fail('unavailable');
    return ok({ ...facts, sealed: Buffer.from(sealed.value).toString('base64url') });
  };
}

export function createIdentityProver(sealQuestion: QuestionSealer): IdentityProver {
  return async ({ person, identification }) => {
    const claim = identityClaimSchema.safeParse({ person: { hkid: person.hkid }, identification });
    return claim.success ? sealQuestion('identity-proof', claim.data) : fail('unavailable');
  };
}
