import { v7 } from 'uuid';
import type { EnquiryFault } from '../../../domain/codes.ts';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import { type IdentityClaim, identityClaimSchema, type IdentityProof } from '../../../domain/wire/enquiry.ts';
import { seal } from '../../../domain/wire/sealed/sealing.ts';
import type { KeyStore } from '../../keys/key-store.ts';

/** Who stands at the terminal, sealed for the platform; a proof of its own for every question. */
export type IdentityProver = (claim: IdentityClaim) => Promise<Result<IdentityProof, Failure<EnquiryFault>>>;

export function createIdentityProver(
  keys: Pick<KeyStore, 'sealingKey' | 'time'>,
  terminalId: string,
): IdentityProver {
  return async ({ person, identification }) => {
    const key = keys.sealingKey();
    const claim = identityClaimSchema.safeParse({ person: { hkid: person.hkid }, identification });
    if (key === null || !claim.success) return fail('unavailable');
    const facts = {
      v: 1,
      id: v7(),
      terminalId,
      kid: key.kid,
      capturedAt: keys.time.now().instant,
    } as const;
    const sealed = await seal(
      new TextEncoder().encode(JSON.stringify(claim.data)),
      { ...facts, kind: 'identity-proof', schemaVersion: 1 },
      key.jwk,
    );
    if (!sealed.ok) return fail('unavailable');
    return ok({ ...facts, sealed: Buffer.from(sealed.value).toString('base64url') });
  };
}
