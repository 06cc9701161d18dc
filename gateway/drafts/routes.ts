import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  DRAFT_ENDS,
  holdAnswerSchema,
  holdReleasedSchema,
  holdRequestSchema,
} from '../../domain/parking/hold.ts';
import {
  draftGoneSchema,
  draftKeySchema,
  draftStoredSchema,
  MAX_DRAFT_BYTES,
  storedDraftSchema,
} from '../../domain/parking/wire.ts';
import type { GatewayApp } from '../http/gateway-app.ts';
import { problemResponses } from '../http/openapi.ts';
import { sendFailure } from '../http/problems.ts';
import { BEARER, type TerminalGuard } from '../http/terminal-guard.ts';
import type { Drafts } from './drafts.ts';

/** The ciphertext as base64url, and room for the rest. */
const BODY_LIMIT_BYTES = Math.ceil((MAX_DRAFT_BYTES * 4) / 3) + 1024;
const PATH = '/v1/drafts/:key';
const HOLD_PATH = `${PATH}/hold`;
const fence = z.coerce.number().int().positive();
const params = z.object({ key: draftKeySchema.describe("Hash of the slip's secret") });

/** What was begun at one terminal and is finished at another: left, fetched, over. */
export function addDraftRoutes(
  app: GatewayApp,
  { drafts }: { readonly drafts: Drafts },
  { requireTerminal, terminalOf }: TerminalGuard,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();

  routes.put(
    PATH,
    {
      onRequest: requireTerminal,
      bodyLimit: BODY_LIMIT_BYTES,
      schema: {
        summary: 'Leave a parked instruction, encrypted',
        description:
          'May be repeated with the same bytes. Nothing is ever overwritten: other bytes under the same key are ' +
          'refused, and a draft that is over does not come back. New ones are limited for each terminal.',
        operationId: 'putDraft',
        security: BEARER,
        params,
        body: storedDraftSchema,
        response: {
          200: draftStoredSchema,
          ...problemResponses([400, 401, 403, 404, 413, 415, 422, 429, 500, 503]),
        },
      },
    },
    async (request, reply) => {
      const kept = await drafts.keep(terminalOf(request), request.params.key, request.body);
      return kept.ok ? { stored: true as const } : sendFailure(reply, kept);
    },
  );

  routes.get(
    PATH,
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'Fetch a parked instruction, encrypted',
        description: 'It stays until it is over. Tries that find nothing are limited for each terminal.',
        operationId: 'getDraft',
        security: BEARER,
        params,
        response: { 200: storedDraftSchema, ...problemResponses([400, 401, 404, 429, 500, 503]) },
      },
    },
    async (request, reply) => {
      const found = await drafts.fetch(terminalOf(request), request.params.key);
      return found.ok ? found.value : sendFailure(reply, found);
    },
  );

  routes.delete(
    PATH,
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'Say that a parked instruction is over: it was submitted, or parked anew',
        description:
          'May be repeated; one that is not known is over as well. One that was only parked anew by a terminal that ' +
          'does not hold it with the newest number stays, and is answered with `gone` false.',
        operationId: 'deleteDraft',
        security: BEARER,
        params,
        querystring: z.object({ how: z.enum(DRAFT_ENDS).default('submitted'), fence: fence.optional() }),
        response: { 200: draftGoneSchema, ...problemResponses([400, 401, 500, 503]) },
      },
    },
    async (request, reply) => {
      const { how, fence: number = null } = request.query;
      const ended = await drafts.end(terminalOf(request), request.params.key, { how, fence: number });
      return ended.ok ? { gone: ended.value } : sendFailure(reply, ended);
    },
  );

  routes.put(
    HOLD_PATH,
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'Say that a parked instruction is being worked on here',
        description:
          'For a while, renewed with the number it was given. While another terminal has it, its place and since when ' +
          'are answered; nobody has to wait for it, since a draft is copied and never changed.',
        operationId: 'holdDraft',
        security: BEARER,
        params,
        body: holdRequestSchema,
        response: { 200: holdAnswerSchema, ...problemResponses([400, 401, 404, 415, 429, 500, 503]) },
      },
    },
    async (request, reply) => {
      const held = await drafts.hold(terminalOf(request), request.params.key, request.body);
      return held.ok ? held.value : sendFailure(reply, held);
    },
  );

  routes.delete(
    HOLD_PATH,
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'Say that a parked instruction is not being worked on any more',
        description: 'May be repeated; a number that is not the newest changes nothing.',
        operationId: 'releaseDraft',
        security: BEARER,
        params,
        querystring: z.object({ fence }),
        response: { 200: holdReleasedSchema, ...problemResponses([400, 401, 500, 503]) },
      },
    },
    async (request, reply) => {
      const released = await drafts.release(terminalOf(request), request.params.key, request.query.fence);
      return released.ok ? { released: true as const } : sendFailure(reply, released);
    },
  );
}
