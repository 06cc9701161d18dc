import type { AssuranceLevel } from '../../domain/assurance.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { ProblemCode } from '../../domain/wire/contract.ts';
import { identityClaimSchema, type IdentityProof } from '../../domain/wire/enquiry.ts';
import { provenHere } from '../accept/identify.ts';
import { memberOf } from '../accept/kinds/member.ts';
import { parseJson } from '../accept/parse-json.ts';
import { personKeyOf } from '../accept/person-key.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { Store } from '../store/store.ts';

/** Who stands at a terminal, as the gateway computed it; the number is gone again. */
export interface Claimed {
  readonly personKey: Uint8Array;
  readonly assurance: AssuranceLevel;
}

type ClaimFault = Extract<
  ProblemCode,
  'sealing-key-unknown' | 'cannot-open' | 'payload-invalid' | 'assurance-too-low'
>;

/** A typed number counts for nothing, not even a look-up (DESIGN.md, *Assurance*). */
const LEAST = 1;

/** Opens a sealed claim in memory. The terminal that brings it must already be known to be `proof.terminalId`. */
export async function openClaim(
  proof: IdentityProof,
  parts: {
    readonly store: Pick<Store, 'findStaff' | 'ownRecordOf' | 'inactiveSinceOf'>;
    readonly keys: KeyRing;
    readonly now: () => Date;
  },
): Promise<Result<Claimed, Failure<ClaimFault>>> {
  const { sealed, ...facts } = proof;
  const bound = { ...facts, kind: 'identity-proof', schemaVersion: 1 };
  const opened = await parts.keys.open(Buffer.from(sealed, 'base64url'), bound);
  if (!opened.ok) return opened;
  const claim = parseJson(opened.value, identityClaimSchema);
  opened.value.fill(0);
  if (!claim.ok) return claim;
  const member = memberOf(claim.value.person.hkid, claim.value.identification);
  const { terminalId, capturedAt } = proof;
  const use = { terminalId, capturedAt, at: parts.now().toISOString() };
  const { assurance } = await provenHere(member, use, parts);
  if (assurance < LEAST) return fail('assurance-too-low');
  return ok({ personKey: personKeyOf(member.documentId, parts.keys.personKey), assurance });
}
