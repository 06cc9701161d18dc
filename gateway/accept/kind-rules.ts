import type { z } from 'zod';
import type { AssuranceLevel, IdentificationEvidence } from '../../domain/assurance.ts';
import type { OutcomeCode } from '../../domain/codes.ts';
import type { SubmissionKind } from '../../domain/wire/contract.ts';

/** What the gateway needs to know of an opened payload; the payload itself goes no further. */
export interface Understood {
  readonly evidence: IdentificationEvidence;
  /** Identity of the member, canonical; only ever used under an HMAC or masked. */
  readonly documentId: string;
  /** `A12***(*)`. */
  readonly maskedNumber: string;
  /** Set when the payload fits its schema and yet breaks a rule; the submission is then rejected. */
  readonly refusal: OutcomeCode | null;
}

/** How one kind of submission, in one version of its schema, is read. */
export interface KindRules<Payload> {
  readonly kind: SubmissionKind;
  readonly schemaVersion: number;
  readonly payload: z.ZodType<Payload>;
  readonly requiredAssurance: AssuranceLevel;
  readonly understand: (payload: Payload) => Understood;
}
