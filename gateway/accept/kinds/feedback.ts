import { REQUIRED_ASSURANCE } from '../../../domain/assurance.ts';
import { type FeedbackPayload, feedbackPayloadSchema } from '../../../domain/kinds/feedback.ts';
import type { KindRules } from './kind-rules.ts';

/** Says nothing about who it was, and does nothing. */
export const feedback: KindRules<FeedbackPayload> = {
  kind: 'feedback',
  schemaVersion: 1,
  payload: feedbackPayloadSchema,
  requiredAssurance: REQUIRED_ASSURANCE.feedback,
  understand: () => ({ member: null, refusal: null, withdraws: null, enquiryCode: null }),
};
