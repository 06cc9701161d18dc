import type { FastifyReply } from 'fastify';
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
  busy: { status: 503, title: 'The gateway is busy; come again' },
  internal: { status: 500, title: 'The gateway failed; nothing was stored' },
};

/** Whole seconds a terminal is asked to wait before it comes again. */
const RETRY_AFTER_SECONDS: Partial<Record<ProblemCode, number>> = { 'idempotency-in-progress': 1, busy: 5 };

export const PROBLEM_TYPE = 'application/problem+json';

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

/** Answers with a refusal; its text never repeats anything of the request. */
export function sendProblem(reply: FastifyReply, code: ProblemCode, status?: number): FastifyReply {
  const problem = problemOf(code, status);
  const wait = RETRY_AFTER_SECONDS[code];
  if (wait !== undefined) void reply.header('retry-after', String(wait));
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  // As text, past the route's serializer: a refusal must not depend on what the route may answer with.
  return reply.code(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}
