import type { AuthenticityEvidence } from './identity/document/document.ts';
import type { IamSmartEvidence } from './identity/proof/iam-smart.ts';
import { mayDo } from './identity/permissions.ts';
import { SECURITY_FEATURES, type Attestation, type StaffMember, type Witness } from './identity/staff.ts';
import { hongKongDate } from './time.ts';

/** DESIGN.md, *Who may do what: assurance*. */
export type AssuranceLevel = 0 | 1 | 2 | 3;

/** How the member was identified; part of every payload so that the gateway can compute the level itself. */
export interface IdentificationEvidence {
  readonly means: 'reader' | 'typed';
  readonly documentKind: 'hkid';
  readonly authenticity: AuthenticityEvidence;
  readonly attestation: Attestation | null;
  /** The gateway's signed word that the card's holder signed in with iAM Smart; left out where nobody did. */
  readonly iamSmart?: IamSmartEvidence;
}

/**
 * Whether this person may attest on this day (identity/permissions.ts): an attesting role and identity training dated
 * then or before that has not ended.
 *
 * @param today ISO date in Hong Kong
 */
export function mayAttest(
  staff: Pick<StaffMember, 'role' | 'identityTrainedOn' | 'identityTrainedUntil'>,
  today: string,
): boolean {
  return mayDo({ staffId: '', ...staff }, 'attest-identity', today);
}

/**
 * What the evidence proves. A check digit proves nothing about a card (facts/domain.md §2.2), so:
 *
 * - an authenticity check that *failed* gives 0, whoever attests: a forged card must not become usable by a signature;
 * - a number that was only typed gives 0, a document read by a reader 1;
 * - a valid attestation gives 2: card and face seen by someone who `mayAttest` on the day it was made, and either the
 *   chip checked by authorised middleware or every one of SECURITY_FEATURES ticked. Typed numbers have no chip check;
 * - the same with a second, different person, a supervisor, who saw card and face as well gives 3;
 * - signed in with iAM Smart as the holder of that document, 3; a number that was only typed is not a document.
 *
 * Total: whatever the evidence holds, it never throws. Whether the attesting person exists and is trained as said, and
 * whether the sign-in is the gateway's own and of this person, is for the gateway, which holds the evidence against what
 * it knows (gateway/accept/identify.ts).
 */
export function assuranceOf(evidence: IdentificationEvidence): AssuranceLevel {
  if (evidence.authenticity.result === 'failed') return 0;
  const byCard = assuranceByCard(evidence);
  return byCard > 0 && evidence.iamSmart !== undefined ? 3 : byCard;
}

/** What card, reader and staff prove. */
function assuranceByCard({ means, authenticity, attestation }: IdentificationEvidence): AssuranceLevel {
  const unattested = means === 'reader' ? 1 : 0;
  const chipPassed = means === 'reader' && authenticity.method === 'chip' && authenticity.result === 'passed';
  const proves = (witness: Witness): boolean =>
    isValidAttestation(witness) &&
    (chipPassed || SECURITY_FEATURES.every((feature) => witness.securityFeatures.includes(feature)));
  if (attestation === null || !proves(attestation)) return unattested;
  const { second } = attestation;
  return second !== undefined && maySecond(second, attestation) && proves(second) ? 3 : 2;
}

/** Whether this person may look after that one had: a supervisor, and somebody else. */
export function maySecond(
  second: Pick<StaffMember, 'staffId' | 'role'>,
  { staffId }: Pick<StaffMember, 'staffId'>,
): boolean {
  return second.role === 'supervisor' && second.staffId !== staffId;
}

/** The evidence as one of the staff alone gave it. */
export function withoutSecond(evidence: IdentificationEvidence): IdentificationEvidence {
  if (evidence.attestation?.second === undefined) return evidence;
  const { second: _dropped, ...attestation } = evidence.attestation;
  return { ...evidence, attestation };
}

function isValidAttestation(attestation: Witness): boolean {
  const { at } = attestation;
  return wasWitnessed(attestation) && isInstant(at) && mayAttest(attestation, hongKongDate(at));
}

/** Evidence comes from outside: that both are always true holds only for who went through the schema. */
function wasWitnessed(made: { readonly cardSeen: boolean; readonly faceCompared: boolean }): boolean {
  return made.cardSeen && made.faceCompared;
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text));
}
