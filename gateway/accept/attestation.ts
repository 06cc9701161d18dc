import { type IdentificationEvidence, mayAttest, withoutSecond } from '../../domain/assurance.ts';
import type { Witness } from '../../domain/identity/staff.ts';
import { hongKongDate } from '../../domain/time.ts';
import type { StaffRecord } from '../store/store.ts';

/**
 * The evidence with its attestation held against the gateway's own record of the staff member; an attestation that
 * does not hold counts as none (DESIGN.md, *Assurance*). A terminal's word about who is trained is not taken.
 * @param inactiveSince ISO instant from which the staff member's attestations count for nothing; null: while inactive,
 *   none does. What was kept without a network arrives days after it was attested, by somebody who may have left since.
 */
export function heldAgainstStaff(
  evidence: IdentificationEvidence,
  staff: StaffRecord | null,
  inactiveSince: string | null,
): IdentificationEvidence {
  const { attestation } = evidence;
  if (attestation === null || (staff !== null && holds(attestation, staff, inactiveSince))) return evidence;
  return { ...evidence, attestation: null };
}

/**
 * The evidence with its second attestation held against the record of who made it, in the same way; one that does not
 * hold is dropped, and the first stands by itself.
 */
export function secondHeldAgainstStaff(
  evidence: IdentificationEvidence,
  staff: StaffRecord | null,
  inactiveSince: string | null,
): IdentificationEvidence {
  const second = evidence.attestation?.second;
  if (second === undefined) return evidence;
  return staff !== null && holds(second, staff, inactiveSince) ? evidence : withoutSecond(evidence);
}

function holds(attestation: Witness, staff: StaffRecord, inactiveSince: string | null): boolean {
  return (
    (staff.active || (inactiveSince !== null && attestation.at < inactiveSince)) &&
    staff.staffId === attestation.staffId &&
    staff.role === attestation.role &&
    staff.identityTrainedOn === attestation.identityTrainedOn &&
    mayAttest(staff, hongKongDate(attestation.at))
  );
}
