import { KIND_FACTS } from '../../../domain/kinds/kinds.ts';
import { type FeedbackPayload, feedbackPayloadSchema } from '../../../domain/kinds/feedback.ts';
import type { KindRules } from './kind-rules.ts';

/** Says nothing about who it was, and does nothing. */
export const feedback: KindRules<FeedbackPayload> = {
  kind: 'feedback',
  schemaVersion: 1,
  payload: feedbackPayloadSchema,
  requiredAssurance: KIND_FACTS.feedback.assurance,
  understand: () => ({
    member: null,
    details: null,
    toCorrect: null,
    refusal: null,
    withdraws: null,
    tellsOldContact: false,
    withdrawsWith: null,
    describes: null,
    enquiryCode: null,
  }),
};
