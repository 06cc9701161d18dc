import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { daySchema } from '../../domain/usability/cell.ts';
import { MOST_CELLS, usabilityDaySchema, usabilityStoredSchema } from '../../domain/usability/wire.ts';
import type { GatewayApp } from '../http/gateway-app.ts';
import { problemResponses } from '../http/openapi.ts';
import { sendProblem } from '../http/problems.ts';
import { BEARER, type TerminalGuard } from '../http/terminal-guard.ts';
import { cellsFault, type GatewayMode } from '../practice/practice.ts';
import type { UsabilityStore } from './usability-store.ts';

/** A cell as JSON has at most this many characters. */
const BODY_LIMIT_BYTES = MOST_CELLS * 320;
const params = z.object({ epoch: z.coerce.number().int().positive().max(1_000_000), day: daySchema });

/** PUT /v1/usability/:epoch/:day: how the visits of a day went, as counts. */
export function addUsabilityRoute(
  app: GatewayApp,
  {
    usability,
    mode,
    now,
  }: { readonly usability: UsabilityStore; readonly mode: GatewayMode; readonly now: () => Date },
  { requireTerminal, terminalOf }: TerminalGuard,
): void {
  app.withTypeProvider<ZodTypeProvider>().put(
    '/v1/usability/:epoch/:day',
    {
      onRequest: requireTerminal,
      bodyLimit: BODY_LIMIT_BYTES,
      schema: {
        summary: 'Leave how the visits of a day went, as counts',
        description:
          'Takes the place of what this terminal said of that day and epoch before, so it may be repeated. Counts ' +
          'only: codes of pages, errors and outcomes, with nothing of a person.',
        operationId: 'putUsability',
        security: BEARER,
        params,
        body: usabilityDaySchema,
        response: {
          200: usabilityStoredSchema,
          ...problemResponses([400, 401, 413, 415, 500, 503]),
        },
      },
    },
    async (request, reply) => {
      const { epoch, day } = request.params;
      const fault = cellsFault(request.body.cells, mode);
      if (fault !== null) return sendProblem(reply, fault);
      const told = { terminalId: terminalOf(request), epoch, day, cells: request.body.cells };
      const kept = await usability.put(told, now().toISOString());
      return kept.ok ? { stored: true as const } : sendProblem(reply, kept.code);
    },
  );
}
