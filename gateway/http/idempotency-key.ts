import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problems.ts';

/**
 * The key as the header carries it: bare as our contract writes it, or quoted as a structured-field string, which the
 * IETF draft asks for. Null when there is none.
 */
export function idempotencyKey(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key'];
  const text = typeof header === 'string' ? header.trim().replace(/^"(.*)"$/, '$1') : '';
  return text === '' ? null : text;
}

/** An `onRequest` hook for routes that want the key. */
export async function requireKey(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  return idempotencyKey(request) === null ? sendProblem(reply, 'idempotency-key-missing') : undefined;
}
