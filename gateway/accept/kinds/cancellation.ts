import { KIND_FACTS } from '../../../domain/kinds/kinds.ts';
import { type CancellationPayload, cancellationPayloadSchema } from '../../../domain/kinds/cancellation.ts';
import type { KindRules } from './kind-rules.ts';
import { isWellFormed, memberOf } from './member.ts';

/**
 * A member takes back what they left, as the same person or with the code of its slip, at the assurance that it needs
 * itself: the store compares, for only it knows what is taken back.
 */
export const cancellation: KindRules<CancellationPayload> = {
  kind: 'cancellation',
  schemaVersion: 1,
  payload: cancellationPayloadSchema,
  requiredAssurance: KIND_FACTS.cancellation.assurance,
  understand: ({ person, identification, cancels, slipCode }) => ({
    member: person === null || identification === null ? null : memberOf(person.hkid, identification),
    details: null,
    toCorrect: null,
    refusal: person === null || isWellFormed(person.hkid) ? null : 'payload-refused',
    withdraws: cancels,
    withdrawsWith: slipCode ?? null,
    tellsOldContact: false,
    describes: null,
    enquiryCode: null,
  }),
};
