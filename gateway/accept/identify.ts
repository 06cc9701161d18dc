import { type AssuranceLevel, assuranceOf } from '../../domain/assurance.ts';
import type { IdentificationEvidence } from '../../domain/assurance.ts';
import type { Store } from '../store/store.ts';
import { heldAgainstStaff } from './attestation.ts';

/** The assurance that evidence gives when its attestation is held against the gateway's own staff record. */
export async function assuranceHere(
  evidence: IdentificationEvidence,
  store: Pick<Store, 'findStaff'>,
): Promise<AssuranceLevel> {
  const staffId = evidence.attestation?.staffId;
  const staff = staffId === undefined ? null : await store.findStaff(staffId);
  return assuranceOf(heldAgainstStaff(evidence, staff));
}
