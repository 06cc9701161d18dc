import type { FastifyReply } from 'fastify';
import type { Failure } from '../../domain/result.ts';
import type { Problem, ProblemCode } from '../../domain/wire/contract.ts';

interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/** The usual status of each code; a terminal decides by status and code, never by the title. */
const PROBLEMS: Readonly<Record<ProblemCode, ProblemKind>> = {
  'idempotency-key-missing': { status: 400, title: 'The Idempotency-Key header is missing' },
  'idempotency-key-differs': { status: 400, title: 'The Idempotency-Key is not the id of the envelope' },
  'idempotency-in-progress': { status: 409, title: 'A request with this key is still being worked on' },
  'idempotency-key-reused': { status: 422, title: 'This key was used for another payload' },
  'terminal-unknown': { status: 401, title: 'The terminal or its credential is not known' },
  malformed: { status: 400, title: 'The request is not as the contract says' },
  'too-large': { status: 413, title: 'The request is too large' },
  'digest-differs': { status: 422, title: 'The digest is not that of the sealed bytes' },
  'sealing-key-unknown': { status: 422, title: 'The sealing key is not known' },
  'cannot-open': { status: 422, title: 'The sealed bytes cannot be opened with this envelope' },
  'schema-unknown': { status: 422, title: 'The kind or its schema version is not known' },
  'payload-invalid': { status: 422, title: 'The payload does not fit its schema' },
  expired: { status: 422, title: 'What was sent is no longer valid' },
  'attachment-too-large': { status: 413, title: 'The file is larger than the policy allows' },
  'attachment-type': { status: 422, title: 'The policy does not allow files of this type' },
  'chunk-unknown': { status: 404, title: 'No manifest of this terminal names this chunk' },
  'audit-broken': { status: 422, title: 'The audit entries do not form a chain' },
  'device-key-differs': { status: 422, title: 'Another device key is known for this terminal' },
  'too-many-tries': { status: 429, title: 'Too many tries; come again later' },
  'not-found': { status: 404, title: 'Nothing is found under this reference with this proof' },
  'draft-gone': { status: 404, title: 'This draft was submitted or its time is over' },
  'not-correctable': { status: 422, title: 'This submission does not wait for a correction' },
  'assurance-too-low': {
    status: 422,
    title: 'The identification is below what the submission was left with',
  },
  'practice-refused': { status: 403, title: 'Nothing that was made in practice is taken here' },
  'live-refused': { status: 403, title: 'Only what was made in practice is taken here' },
  busy: { status: 503, title: 'The gateway is busy; come again' },
  internal: { status: 500, title: 'The gateway failed; nothing was stored' },
};

/** Whole seconds a terminal is asked to wait before it comes again. */
const RETRY_AFTER_SECONDS: Partial<Record<ProblemCode, number>> = { 'idempotency-in-progress': 1, busy: 5 };

export const PROBLEM_TYPE = 'application/problem+json';
export const JSON_TYPE = 'application/json; charset=utf-8';

/** Seconds after which the same may be asked again; null when asking again is of no use. */
export function retryAfterSeconds(code: ProblemCode): number | null {
  return RETRY_AFTER_SECONDS[code] ?? null;
}

/** The body of a refusal (RFC 9457). @param status when another than the code's usual one, e.g. 404 or 415 */
export function problemOf(code: ProblemCode, status?: number): Problem {
  const kind = PROBLEMS[code];
  return {
    type: `urn:empf-terminal:problem:${code}`,
    title: kind.title,
    status: status ?? kind.status,
    code,
  };
}

/**
 * Answers with a refusal; its text never repeats anything of the request.
 * @param status another than the code's usual one
 * @param afterSeconds another wait than the code's usual one
 */
export function sendProblem(
  reply: FastifyReply,
  code: ProblemCode,
  status?: number,
  afterSeconds?: number,
): FastifyReply {
  const problem = problemOf(code, status);
  const wait = afterSeconds ?? retryAfterSeconds(code);
  if (wait !== null) void reply.header('retry-after', String(Math.max(1, wait)));
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  // As text, past the route's serializer: a refusal must not depend on what the route may answer with.
  return reply.code(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}

/** Answers with a failure that is a refusal; `afterSeconds` among its parameters is the wait that is asked for. */
export function sendFailure(reply: FastifyReply, { code, params }: Failure<ProblemCode>): FastifyReply {
  const after = params?.['afterSeconds'];
  return sendProblem(reply, code, undefined, typeof after === 'number' ? after : undefined);
}
