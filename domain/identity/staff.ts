/** Who may do what is in DESIGN.md, *Assurance*. A shop assistant helps but does not attest. */
export const STAFF_ROLES = ['assistant', 'officer', 'supervisor', 'technician', 'van-operator'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** A staff member whose badge and PIN were just verified against the signed staff list. */
export interface StaffMember {
  readonly staffId: string;
  readonly role: StaffRole;
  /** ISO date from which this person may attest identity; null when not trained. */
  readonly identityTrainedOn: string | null;
  /** ISO date: the last day on which the training holds (ADR 0046). Left out or null: it has no end. */
  readonly identityTrainedUntil?: string | null;
  /** Signed in with a start PIN: nothing may be done before it is changed. */
  readonly mustChangePin?: true;
}

/**
 * Features of the card that staff tick one by one before attesting. They are those a forger who changes only the
 * portrait gets wrong (facts/domain.md §2.2, §1.2); the list is data so that the platform can change it.
 */
export const SECURITY_FEATURES = [
  'photo-engraved',
  'second-image-same-person',
  'surface-even',
  'print-sharp',
  'chip-in-place',
] as const;
export type SecurityFeature = (typeof SECURITY_FEATURES)[number];

/** What one person of the staff signs: they had the card in their hand and compared the face. */
export interface Witness {
  readonly staffId: string;
  readonly role: StaffRole;
  readonly identityTrainedOn: string;
  /** ISO instant. */
  readonly at: string;
  readonly securityFeatures: readonly SecurityFeature[];
  readonly cardSeen: true;
  readonly faceCompared: true;
}

/** Evidence that goes into the payload; the gateway computes the level from it again. */
export interface Attestation extends Witness {
  /** A second, different person, a supervisor, who looked after the first (DESIGN.md, *Assurance*, level 3). */
  readonly second?: Witness;
}
