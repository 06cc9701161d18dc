import {
  problemSchema,
  type ProblemCode,
  type SubmissionResponse,
  submissionResponseSchema,
} from '../../domain/wire/contract.ts';
import type { z } from 'zod';
import type { Failure, Result } from '../../domain/result.ts';
import type { HttpAnswer } from './http-client.ts';

/**
 * What an answer means for the submission that was sent. Decided by status, media type and schema; the words of a
 * message decide nothing (facts/queue.md §1.6 shows a library dropping data on "401" inside a host name).
 */
export type Verdict =
  | { readonly kind: 'answered'; readonly response: SubmissionResponse }
  /** Nobody answered, or the answer was cut off. The platform may have stored it: it is sent again. */
  | { readonly kind: 'no-network' }
  /** Somebody else answered: a captive portal, a proxy, a redirect, garbage. */
  | { readonly kind: 'not-the-platform' }
  | { readonly kind: 'terminal-refused' }
  /** Try again; `everybody` when the platform asks the whole terminal to hold back. */
  | { readonly kind: 'later'; readonly everybody: boolean }
  /** The platform is still working on this very submission. */
  | { readonly kind: 'in-progress' }
  /** The platform has read these bytes and will never take them. */
  | { readonly kind: 'refused'; readonly code: ProblemCode };

const JSON_TYPES = new Set(['application/json', 'application/problem+json']);
const TRY_AGAIN = new Set([408, 425, 429]);
const REFUSALS = new Set([400, 413, 422]);
const HOLD_BACK = new Set([429, 503]);

/** Parses a typed body; null for anything that is not our JSON. */
export function parseBody<T>(answer: HttpAnswer, schema: z.ZodType<T>): T | null {
  if (!JSON_TYPES.has(answer.mediaType)) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(answer.body));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Statuses that mean the same for every request of the terminal; null when the request itself decides. */
export function commonVerdict(
  answer: Result<HttpAnswer, Failure<'no-network' | 'not-the-platform'>>,
): Exclude<Verdict, { kind: 'answered' | 'refused' | 'in-progress' }> | null {
  if (!answer.ok) return { kind: answer.code };
  const { status, mediaType } = answer.value;
  if (status === 401 || status === 403) {
    // A filtering proxy refuses with a page; the platform never does.
    return mediaType === 'text/html' ? { kind: 'not-the-platform' } : { kind: 'terminal-refused' };
  }
  if (TRY_AGAIN.has(status) || status >= 500) return { kind: 'later', everybody: HOLD_BACK.has(status) };
  return null;
}

export function verdictOf(answer: Result<HttpAnswer, Failure<'no-network' | 'not-the-platform'>>): Verdict {
  const common = commonVerdict(answer);
  if (common !== null || !answer.ok) return common ?? { kind: 'no-network' };
  const { status } = answer.value;
  if (status === 200 || status === 201) {
    const response = parseBody(answer.value, submissionResponseSchema);
    return response === null ? { kind: 'not-the-platform' } : { kind: 'answered', response };
  }
  const problem = parseBody(answer.value, problemSchema);
  if (problem === null || problem.status !== status) return { kind: 'not-the-platform' };
  if (status === 409) return { kind: 'in-progress' };
  return REFUSALS.has(status) ? { kind: 'refused', code: problem.code } : { kind: 'not-the-platform' };
}
