import { type AssuranceLevel, assuranceOf, type IdentificationEvidence } from '../../domain/assurance.ts';
import { heldAgainstSignIn, type SignInUsed, withoutSignIn } from '../iam-smart/evidence.ts';
import type { TokenUse } from '../iam-smart/token.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { Store } from '../store/store.ts';
import { sameBytes } from '../store/same-bytes.ts';
import { heldAgainstStaff, secondHeldAgainstStaff } from './attestation.ts';
import type { Understood } from './kinds/kind-rules.ts';
import { personKeyOf } from './person-key.ts';

interface ProofParts {
  readonly store: Pick<Store, 'findStaff' | 'ownRecordOf' | 'inactiveSinceOf'>;
  readonly keys: KeyRing;
}

/** What evidence proves here. */
export interface Proven {
  readonly assurance: AssuranceLevel;
  /** The sign-in with iAM Smart that it stands on, and what it proves without; null where there is none. */
  readonly signIn: (SignInUsed & { readonly without: AssuranceLevel }) | null;
}

/**
 * What a member's evidence gives when its attestation is held against the gateway's own staff record and its sign-in
 * against what the gateway signed: where and when it was used is in `use`.
 */
export async function provenHere(
  { evidence, documentId }: NonNullable<Understood['member']>,
  use: Pick<TokenUse, 'terminalId' | 'capturedAt' | 'at'>,
  { store, keys }: ProofParts,
): Promise<Proven> {
  const attested = await attestedHere(evidence, documentId, { store, keys });
  const { evidence: held, used } = await heldAgainstSignIn(attested, { ...use, documentId }, keys);
  const without = assuranceOf(withoutSignIn(held));
  return { assurance: assuranceOf(held), signIn: used === null ? null : { ...used, without } };
}

async function attestedHere(
  evidence: IdentificationEvidence,
  documentId: string,
  { store, keys }: ProofParts,
): Promise<IdentificationEvidence> {
  const staffId = evidence.attestation?.staffId;
  if (staffId === undefined) return evidence;
  const first = await onRecord(staffId);
  const held = heldAgainstStaff(evidence, first.staff, first.inactiveSince);
  const secondId = held.attestation?.second?.staffId;
  if (secondId === undefined) return held;
  const second = await onRecord(secondId);
  return secondHeldAgainstStaff(held, second.staff, second.inactiveSince);

  async function onRecord(id: string) {
    const [staff, own, inactiveSince] = await Promise.all([
      store.findStaff(id),
      store.ownRecordOf(id),
      store.inactiveSinceOf(id),
    ]);
    // Nobody attests their own record.
    const isOwn = own !== null && sameBytes(own, personKeyOf(documentId, keys.personKey));
    return { staff: isOwn ? null : staff, inactiveSince };
  }
}
