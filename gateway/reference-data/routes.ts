import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  REFERENCE_DATA_PATH,
  referenceDataQuerySchema,
  referenceDataResponseSchema,
} from '../../domain/reference-data/wire.ts';
import type { GatewayApp } from '../http/gateway-app.ts';
import { problemResponses } from '../http/openapi.ts';
import { sendProblem } from '../http/problems.ts';
import { BEARER, type TerminalGuard } from '../http/terminal-guard.ts';
import type { ReferenceDataPublication } from './publication.ts';

/** GET /v1/reference-data (domain/reference-data/wire.ts). */
export function addReferenceDataRoute(
  app: GatewayApp,
  { referenceData }: { readonly referenceData: ReferenceDataPublication },
  { requireTerminal }: Pick<TerminalGuard, 'requireTerminal'>,
): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    REFERENCE_DATA_PATH,
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'Schemes, funds, limits, holidays and places, signed by a reference-data key',
        description: 'The bundle itself is left out when the terminal has it already.',
        operationId: 'referenceData',
        security: BEARER,
        querystring: referenceDataQuerySchema,
        response: { 200: referenceDataResponseSchema, ...problemResponses([400, 401, 500, 503]) },
      },
    },
    async (request, reply) => {
      const newer = await referenceData.newerThan(request.query['newer-than']);
      if (!newer.ok) return sendProblem(reply, 'busy');
      return { version: await referenceData.version(), referenceData: newer.value };
    },
  );
}
