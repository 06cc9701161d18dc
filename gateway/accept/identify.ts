import { type AssuranceLevel, assuranceOf } from '../../domain/assurance.ts';
import type { IdentificationEvidence } from '../../domain/assurance.ts';
import type { Store } from '../store/store.ts';
import { sameBytes } from '../store/same-bytes.ts';
import { heldAgainstStaff } from './attestation.ts';

/**
 * The assurance that evidence gives when its attestation is held against the gateway's own staff record.
 * @param personKey of the member whom the evidence is about
 */
export async function assuranceHere(
  evidence: IdentificationEvidence,
  personKey: Uint8Array,
  store: Pick<Store, 'findStaff' | 'ownRecordOf'>,
): Promise<AssuranceLevel> {
  const staffId = evidence.attestation?.staffId;
  const staff = staffId === undefined ? null : await store.findStaff(staffId);
  const own = staffId === undefined ? null : await store.ownRecordOf(staffId);
  // Nobody attests their own record.
  const attesting = own !== null && sameBytes(own, personKey) ? null : staff;
  return assuranceOf(heldAgainstStaff(evidence, attesting));
}
