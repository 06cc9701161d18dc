import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { dayReportResponseSchema, dayReportUploadSchema } from '../../domain/wire/day-report.ts';
import type { GatewayApp } from '../http/gateway-app.ts';
import { authenticate } from '../http/credentials.ts';
import { problemResponses } from '../http/openapi.ts';
import { sendProblem } from '../http/problems.ts';
import { type GatewayMode, terminalFault } from '../practice/practice.ts';
import type { Store } from '../store/store.ts';
import type { DayReportIntake } from './intake.ts';

const BODY_LIMIT_BYTES = 72_000;
const CONFLICT = 409;

/** POST /v1/day-reports (domain/wire/day-report.ts). */
export function addDayReportRoute(
  app: GatewayApp,
  parts: {
    readonly store: Store;
    readonly dayReportIntake: DayReportIntake;
    readonly mode: GatewayMode;
  },
): void {
  const { store, dayReportIntake, mode } = parts;
  app.withTypeProvider<ZodTypeProvider>().post(
    '/v1/day-reports',
    {
      bodyLimit: BODY_LIMIT_BYTES,
      onRequest: async (request, reply) => {
        const terminal = await authenticate(store, request.headers.authorization);
        if (terminal === null) return sendProblem(reply, 'terminal-unknown');
        const fault = terminalFault(terminal.terminalId, mode);
        return fault === null ? undefined : sendProblem(reply, fault);
      },
      schema: {
        summary: 'Leave the report of a day',
        description:
          'One for each terminal, epoch and day. May be repeated: the same report is acknowledged again. Another ' +
          'report for the same day is refused.',
        operationId: 'leaveDayReport',
        security: [{ terminalCredential: [] }],
        body: dayReportUploadSchema,
        response: {
          200: dayReportResponseSchema.describe('Held; the acknowledgement is signed'),
          ...problemResponses([400, 401, 409, 413, 415, 422, 500, 503]),
        },
      },
    },
    async (request, reply) => {
      const terminal = await authenticate(store, request.headers.authorization);
      if (terminal === null) return sendProblem(reply, 'terminal-unknown');
      const taken = await dayReportIntake.take(terminal, request.body);
      if (taken.ok) return { acknowledgement: taken.value };
      if (taken.code !== 'busy') {
        request.log.warn({ terminalId: terminal.terminalId, code: taken.code }, 'day report refused');
      }
      return sendProblem(reply, taken.code, taken.code === 'device-key-differs' ? CONFLICT : undefined);
    },
  );
}
