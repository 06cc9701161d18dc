import type { z } from 'zod';
import { CATALOGUE } from '../../domain/catalogue/catalogue.ts';
import { instructionSchema } from '../../domain/catalogue/instruction.ts';
import { cancellationPayloadSchema } from '../../domain/kinds/cancellation.ts';
import { feedbackPayloadSchema } from '../../domain/kinds/feedback.ts';
import { registrationPayloadSchema } from '../../domain/registration/payload.ts';
import type { SubmissionKind } from '../../domain/wire/contract.ts';

/** The contract of what one kind of submission carries inside its seal, and its name in the OpenAPI document. */
interface SealedPayload {
  readonly kind: SubmissionKind;
  /** As in `FundSwitchPayload`. */
  readonly id: string;
  readonly schema: z.ZodType;
}

function payloadOf(kind: SubmissionKind, schema: z.ZodType): SealedPayload {
  const words = kind.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return { kind, id: `${words.join('')}Payload`, schema };
}

/** Of every kind that can be left at a terminal. */
export const SEALED_PAYLOADS: readonly SealedPayload[] = [
  payloadOf('member-registration', registrationPayloadSchema),
  payloadOf('cancellation', cancellationPayloadSchema),
  payloadOf('feedback', feedbackPayloadSchema),
  ...Object.values(CATALOGUE).map((definition) => payloadOf(definition.kind, instructionSchema(definition))),
];
