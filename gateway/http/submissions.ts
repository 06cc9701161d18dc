import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { parseReference } from '../../domain/reference.ts';
import {
  healthSchema,
  keysResponseSchema,
  submissionRequestSchema,
  submissionResponseSchema,
} from '../../domain/wire/contract.ts';
import type { Accepting } from '../accept/accept.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { KnownTerminal, Store } from '../store/store.ts';
import type { GatewayApp } from './gateway-app.ts';
import { authenticate } from './credentials.ts';
import { problemResponses } from './openapi.ts';
import { sendProblem } from './problems.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * The key as the header carries it: bare as our contract writes it, or quoted as a structured-field string, which the
 * IETF draft asks for.
 */
function idempotencyKey(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key'];
  const text = typeof header === 'string' ? header.trim().replace(/^"(.*)"$/, '$1') : '';
  return text === '' ? null : text;
}

const bearer = [{ terminalCredential: [] }];

/** The routes terminals use (`domain/wire/contract.ts`). */
export function addTerminalRoutes(
  app: GatewayApp,
  parts: {
    readonly store: Store;
    readonly keys: KeyRing;
    readonly accepting: Accepting;
    readonly now: () => Date;
  },
): void {
  const { store, keys, accepting, now } = parts;
  const terminals = new WeakMap<FastifyRequest, KnownTerminal>();

  /** Before the body is read: whoever is not a terminal gets nothing parsed. */
  async function requireTerminal(
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply | undefined> {
    const terminal = await authenticate(store, request.headers.authorization);
    if (terminal === null) return sendProblem(reply, 'terminal-unknown');
    terminals.set(request, terminal);
    return undefined;
  }
  async function requireKey(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    return idempotencyKey(request) === null ? sendProblem(reply, 'idempotency-key-missing') : undefined;
  }

  const routes = app.withTypeProvider<ZodTypeProvider>();

  routes.post(
    '/v1/submissions',
    {
      onRequest: [requireTerminal, requireKey],
      schema: {
        summary: 'Leave one sealed submission',
        description:
          'The answer comes only after submission, effect and receipt are durably stored together. A repeated ' +
          'Idempotency-Key with the same payload gets the same answer again; keys never expire.',
        operationId: 'submit',
        security: bearer,
        headers: z.object({
          'idempotency-key': z
            .string()
            .describe('The id of the envelope, bare or as a quoted structured-field string'),
        }),
        body: submissionRequestSchema,
        response: {
          201: submissionResponseSchema.describe('Stored; the receipt is signed'),
          ...problemResponses([400, 401, 409, 413, 415, 422, 500, 503]),
        },
      },
    },
    async (request, reply) => {
      const { envelope } = request.body;
      if (terminals.get(request)?.terminalId !== envelope.terminalId)
        return sendProblem(reply, 'terminal-unknown');
      if (idempotencyKey(request) !== envelope.id) return sendProblem(reply, 'idempotency-key-differs');
      const accepted = await accepting.accept(request.body);
      if (!accepted.ok) return sendProblem(reply, accepted.code);
      const { answer, first } = accepted.value;
      // A reference is a terminal's word; only what has the shape and check character of one is written to the log.
      const reference = parseReference(envelope.reference).ok ? envelope.reference : 'not-well-formed';
      if (first) request.log.info({ reference, outcome: answer.outcome.state }, 'stored');
      // As text: the stored bytes are the answer, not something made from them again.
      return reply
        .code(201)
        .header('idempotency-replayed', first ? 'false' : 'true')
        .type(JSON_TYPE)
        .send(answer.response as never);
    },
  );

  routes.get(
    '/v1/keys',
    {
      schema: {
        summary: 'The key document, signed by the root key',
        description: 'Needs no credential: it is public and its signature is what counts.',
        operationId: 'keys',
        response: { 200: keysResponseSchema, ...problemResponses([500]) },
      },
    },
    async () => ({ keyDocument: (await keys.current()).jws }),
  );

  routes.get(
    '/v1/health',
    {
      onRequest: [requireTerminal],
      schema: {
        summary: 'The gateway is there and knows this terminal',
        operationId: 'health',
        security: bearer,
        response: { 200: healthSchema, ...problemResponses([401, 500]) },
      },
    },
    async () => ({
      service: 'empf-gateway' as const,
      now: now().toISOString(),
      keyDocumentVersion: (await keys.current()).document.version,
    }),
  );
}
