import { newSubmission } from '../../testing/submissions.ts';
import type { NewEnvelope, NewSubmission } from '../submission.ts';

/** As `newSubmission`, with anything else that an envelope can say. */
export function submissionWith(
  envelope: Partial<NewEnvelope>,
  options: { readonly bytes?: number } = {},
): NewSubmission {
  const plain = newSubmission(options);
  return { ...plain, envelope: { ...plain.envelope, ...envelope } };
}
