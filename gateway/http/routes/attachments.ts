import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  attachmentManifestSchema,
  attachmentStateSchema,
  CHUNK_BYTES,
  chunkTakenSchema,
} from '../../../domain/wire/attachment.ts';
import type { GatewayApp } from '../gateway-app.ts';
import { idempotencyKey } from '../idempotency-key.ts';
import { problemResponses } from '../openapi.ts';
import { sendProblem } from '../problems.ts';
import { BEARER, type TerminalGuard } from '../terminal-guard.ts';
import type { RouteParts } from './parts.ts';

/** A manifest of the largest file: 320 digests of 43 characters, and room for the rest. */
const MANIFEST_LIMIT_BYTES = 32 * 1024;

/** Files in chunks: manifest first, then what is wanted, then the manifest again for the receipt. */
export async function addAttachmentRoutes(
  app: GatewayApp,
  { attachments }: Pick<RouteParts, 'attachments'>,
  { requireTerminal, terminalOf }: TerminalGuard,
): Promise<void> {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/v1/attachments',
    {
      onRequest: requireTerminal,
      bodyLimit: MANIFEST_LIMIT_BYTES,
      schema: {
        summary: 'Say which file follows, and hear which of its chunks are wanted',
        description:
          'May be repeated any number of times; once the whole file is here and its digest right, the answer is the ' +
          'receipt. An Idempotency-Key is not needed; one that is given must be the id of the manifest.',
        operationId: 'announceAttachment',
        security: BEARER,
        body: attachmentManifestSchema,
        response: { 200: attachmentStateSchema, ...problemResponses([400, 401, 413, 415, 422, 500, 503]) },
      },
    },
    async (request, reply) => {
      const manifest = request.body;
      if (terminalOf(request) !== manifest.terminalId) return sendProblem(reply, 'terminal-unknown');
      const key = idempotencyKey(request);
      if (key !== null && key !== manifest.id) return sendProblem(reply, 'idempotency-key-differs');
      const state = await attachments.announce(manifest);
      return state.ok ? state.value : sendProblem(reply, state.code);
    },
  );

  // By itself, so that no other route takes a body of this type.
  await app.register((scope, _options, done) => {
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: CHUNK_BYTES },
      (_request, body, parsed) => parsed(null, body),
    );
    scope.removeContentTypeParser('application/json');
    scope.withTypeProvider<ZodTypeProvider>().put(
      '/v1/attachments/:id/chunks/:index',
      {
        onRequest: requireTerminal,
        bodyLimit: CHUNK_BYTES,
        schema: {
          summary: 'Leave one chunk of a file; answered once it is durably stored',
          operationId: 'putChunk',
          security: BEARER,
          consumes: ['application/octet-stream'],
          params: z.object({
            id: z.uuid({ version: 'v7' }),
            index: z.coerce.number().int().min(0).describe('From 0'),
          }),
          body: z.unknown().describe('The bytes of the chunk'),
          response: { 200: chunkTakenSchema, ...problemResponses([400, 401, 404, 413, 415, 422, 500, 503]) },
        },
      },
      async (request, reply) => {
        const { id, index } = request.params;
        const { body } = request;
        if (!(body instanceof Uint8Array)) return sendProblem(reply, 'malformed');
        const taken = await attachments.takeChunk(terminalOf(request), id, index, body);
        return taken.ok ? { taken: true as const } : sendProblem(reply, taken.code);
      },
    );
    done();
  });
}
