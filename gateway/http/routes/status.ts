import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { healthSchema, keysResponseSchema } from '../../../domain/wire/contract.ts';
import { MOST_OUTCOMES, type OutcomesPage, outcomesResponseSchema } from '../../../domain/wire/outcomes.ts';
import { policyResponseSchema } from '../../../domain/wire/policy.ts';
import type { GatewayApp } from '../gateway-app.ts';
import { problemResponses } from '../openapi.ts';
import { sendProblem } from '../problems.ts';
import { BEARER, type TerminalGuard } from '../terminal-guard.ts';
import type { RouteParts } from './parts.ts';

/** What a terminal asks without leaving anything: keys, health, outcomes, policy. */
export function addStatusRoutes(
  app: GatewayApp,
  parts: Pick<RouteParts, 'store' | 'keys' | 'policies' | 'referenceData' | 'staffLists' | 'drain' | 'now'>,
  { requireTerminal, terminalOf }: TerminalGuard,
): void {
  const { store, keys, policies, referenceData, staffLists, drain, now } = parts;
  const routes = app.withTypeProvider<ZodTypeProvider>();

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
      onRequest: requireTerminal,
      schema: {
        summary: 'The gateway is there and knows this terminal',
        description:
          'Tells when to send, so that terminals that come back together do not arrive together: a terminal with ' +
          'something to send gets the next free turn, and asking again early gets what is left of the wait.',
        operationId: 'health',
        security: BEARER,
        querystring: z.object({
          pending: z.coerce
            .number()
            .int()
            .min(0)
            .optional()
            .describe(
              'How many submissions the terminal has; without it one that was away is taken to have some',
            ),
        }),
        response: { 200: healthSchema, ...problemResponses([400, 401, 500]) },
      },
    },
    async (request) => {
      const terminalId = terminalOf(request);
      const at = now().toISOString();
      await store.processDue(at);
      return {
        service: 'empf-gateway' as const,
        now: at,
        keyDocumentVersion: (await keys.current()).document.version,
        policyVersion: (await policies.current()).version,
        referenceDataVersion: await referenceData.version(),
        staffListVersion: (await staffLists.version()) || null,
        outcomesHead: await store.outcomesHead(terminalId),
        drain: drain.probed(terminalId, request.query.pending ?? null),
      };
    },
  );

  routes.get(
    '/v1/outcomes',
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'What became of the submissions of this terminal, in the order of the decisions',
        operationId: 'outcomes',
        security: BEARER,
        querystring: z.object({
          after: z.coerce
            .number()
            .int()
            .min(0)
            .default(0)
            .describe('Cursor of the last outcome that is known'),
          limit: z.coerce.number().int().min(1).max(MOST_OUTCOMES).default(MOST_OUTCOMES),
        }),
        response: { 200: outcomesResponseSchema, ...problemResponses([400, 401, 500, 503]) },
      },
    },
    async (request, reply) => {
      const terminalId = terminalOf(request);
      const { after, limit } = request.query;
      const issuedAt = now().toISOString();
      await store.processDue(issuedAt);
      const found = await store.outcomesAfter(terminalId, after, limit);
      const page = { terminalId, issuedAt, after, ...found } satisfies OutcomesPage;
      const signed = await keys.sign(page, 'receipt', issuedAt);
      return signed.ok ? { page: signed.value.jws } : sendProblem(reply, 'busy');
    },
  );

  routes.get(
    '/v1/policy',
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'Freeze rules, retention and limits, signed by a reference-data key',
        operationId: 'policy',
        security: BEARER,
        response: { 200: policyResponseSchema, ...problemResponses([401, 500, 503]) },
      },
    },
    async (_request, reply) => {
      const signed = await policies.signed();
      return signed.ok ? { policy: signed.value } : sendProblem(reply, 'busy');
    },
  );
}
