import type { z } from 'zod';
import { problemSchema, type ProblemCode } from '../../../domain/wire/contract.ts';
import type { Answer, HttpAnswer } from '../http-client.ts';

/** What stands between terminal and platform whatever was asked. */
export type Trouble =
  /** Nobody answered, or the answer was cut off. The platform may have done it: it is sent again. */
  | { readonly kind: 'no-network' }
  /** Somebody else answered: a captive portal, a proxy, a redirect, garbage. */
  | { readonly kind: 'not-the-platform' }
  | { readonly kind: 'terminal-refused'; readonly code: ProblemCode | null }
  /** Try again; `everybody` when the platform asks the whole terminal to hold back. */
  | { readonly kind: 'later'; readonly everybody: boolean; readonly code: ProblemCode | null };

/** What was said no to; `code` is the contract's. */
export type Refusal =
  /** The platform is still working on this very request. */
  | { readonly kind: 'in-progress' }
  /** The platform has read this and will never take it. */
  | { readonly kind: 'refused'; readonly code: ProblemCode }
  /** No such route on this gateway, or nothing of that name (`code`); without a code anybody may have said so. */
  | { readonly kind: 'unknown'; readonly code: ProblemCode | null };

/**
 * What an answer means for the request that was sent. Decided by status, media type and schema; the words of a message
 * decide nothing (facts/queue.md §1.6 shows a library dropping data on "401" inside a host name).
 */
export type Verdict<T> = { readonly kind: 'answered'; readonly body: T } | Trouble | Refusal;

const JSON_TYPES = new Set(['application/json', 'application/problem+json']);
const TRY_AGAIN = new Set([408, 425, 429]);
const REFUSALS = new Set([400, 409, 413, 422]);
const HOLD_BACK = new Set([429, 503]);
const UNKNOWN = new Set([404, 405]);

/** Parses a typed body; null for anything that is not our JSON. */
function parseBody<T>(answer: HttpAnswer, schema: z.ZodType<T>): T | null {
  if (!JSON_TYPES.has(answer.mediaType)) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(answer.body));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function verdictOf<T>(answer: Answer, schema: z.ZodType<T>): Verdict<T> {
  if (!answer.ok) return { kind: answer.code };
  const { status, mediaType } = answer.value;
  if (status === 200 || status === 201) {
    const body = parseBody(answer.value, schema);
    return body === null ? { kind: 'not-the-platform' } : { kind: 'answered', body };
  }
  // A filtering proxy refuses with a page; the platform never does.
  if ((status === 401 || status === 403) && mediaType === 'text/html') return { kind: 'not-the-platform' };
  const problem = parseBody(answer.value, problemSchema);
  return refusalOf(status, problem?.status === status ? problem.code : null);
}

/**
 * What a status other than success means, alone or for one item of a batch.
 * @param code of a typed problem with the same status; null when there was none
 */
export function refusalOf(status: number, code: ProblemCode | null): Trouble | Refusal {
  if (status === 401 || status === 403) return { kind: 'terminal-refused', code };
  if (TRY_AGAIN.has(status) || status >= 500) {
    return { kind: 'later', everybody: HOLD_BACK.has(status), code };
  }
  if (UNKNOWN.has(status)) return { kind: 'unknown', code };
  if (code === null) return { kind: 'not-the-platform' };
  if (status === 409 && code === 'idempotency-in-progress') return { kind: 'in-progress' };
  if (status === 409 && code === 'busy') return { kind: 'later', everybody: false, code };
  return REFUSALS.has(status) ? { kind: 'refused', code } : { kind: 'not-the-platform' };
}

export function isTrouble<T>(verdict: Verdict<T>): verdict is Trouble {
  switch (verdict.kind) {
    case 'no-network':
    case 'not-the-platform':
    case 'terminal-refused':
    case 'later':
      return true;
    default:
      return false;
  }
}
