import { KIND_FACTS } from '../../../domain/kinds/kinds.ts';
import { type CancellationPayload, cancellationPayloadSchema } from '../../../domain/kinds/cancellation.ts';
import type { KindRules } from './kind-rules.ts';
import { isWellFormed, memberOf } from './member.ts';

/** A member takes back what they left, by the same person and at its assurance or higher: the store compares. */
export const cancellation: KindRules<CancellationPayload> = {
  kind: 'cancellation',
  schemaVersion: 1,
  payload: cancellationPayloadSchema,
  requiredAssurance: KIND_FACTS.cancellation.assurance,
  understand: ({ person, identification, cancels }) => ({
    member: memberOf(person.hkid, identification),
    details: null,
    toCorrect: null,
    refusal: isWellFormed(person.hkid) ? null : 'payload-refused',
    withdraws: cancels,
    tellsOldContact: false,
    enquiryCode: null,
  }),
};
