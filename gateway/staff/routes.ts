import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  STAFF_LIST_PATH,
  STAFF_LIST_READS,
  STAFF_NOTICES_PATH,
  staffListResponseSchema,
  staffNoticesRequestSchema,
  staffNoticesResponseSchema,
} from '../../domain/wire/staff-list.ts';
import type { GatewayApp } from '../http/gateway-app.ts';
import { problemResponses } from '../http/openapi.ts';
import { sendProblem } from '../http/problems.ts';
import { BEARER, type TerminalGuard } from '../http/terminal-guard.ts';
import type { Store } from '../store/store.ts';
import { takeNotices } from './notices.ts';
import type { StaffLists } from './staff-lists.ts';

/** GET /v1/staff-list and POST /v1/staff-notices (domain/wire/staff-list.ts). */
export function addStaffRoutes(
  app: GatewayApp,
  parts: {
    readonly store: Pick<Store, 'changeStaff'>;
    readonly staffLists: StaffLists;
    readonly now: () => Date;
  },
  { requireTerminal }: Pick<TerminalGuard, 'requireTerminal'>,
): void {
  const { store, staffLists, now } = parts;
  const routes = app.withTypeProvider<ZodTypeProvider>();

  routes.get(
    STAFF_LIST_PATH,
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'Who may sign in on a terminal, and until when, signed by a staff-list key',
        operationId: 'staffList',
        security: BEARER,
        response: { 200: staffListResponseSchema, ...problemResponses([401, 500, 503]) },
      },
    },
    async (request, reply) => {
      const reads = request.headers[STAFF_LIST_READS.header] === STAFF_LIST_READS.trainingEnds;
      const signed = await staffLists.signed(reads ? 'training-ends' : 'no-training-ends');
      if (!signed.ok) return sendProblem(reply, 'busy');
      return { staffList: signed.value };
    },
  );

  routes.post(
    STAFF_NOTICES_PATH,
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'A badge was reported lost, a PIN was changed',
        description: 'Sent until the signed staff list shows it.',
        operationId: 'staffNotices',
        security: BEARER,
        body: staffNoticesRequestSchema,
        response: { 200: staffNoticesResponseSchema, ...problemResponses([400, 401, 413, 415, 500]) },
      },
    },
    async (request) => ({
      taken: await takeNotices(store, request.body.notices, now().toISOString()),
    }),
  );
}
