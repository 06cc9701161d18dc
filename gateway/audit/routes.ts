import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  auditResponseSchema,
  auditUploadSchema,
  MOST_AUDIT_ENTRIES,
} from '../../domain/wire/audit-upload.ts';
import { authenticate } from '../http/credentials.ts';
import type { GatewayApp } from '../http/gateway-app.ts';
import { problemResponses } from '../http/openapi.ts';
import { sendProblem } from '../http/problems.ts';
import { type GatewayMode, terminalFault } from '../practice/practice.ts';
import type { Store } from '../store/store.ts';
import type { AuditIntake } from './intake.ts';

/** An entry has at most 4,096 characters, nearly half of which may be quotes that JSON escapes; and its hashes. */
const BODY_LIMIT_BYTES = MOST_AUDIT_ENTRIES * (2 * 4096 + 256) + 8192;
const CONFLICT = 409;

/** POST /v1/audit (domain/wire/audit-upload.ts). */
export function addAuditRoutes(
  app: GatewayApp,
  parts: { readonly store: Store; readonly auditIntake: AuditIntake; readonly mode: GatewayMode },
): void {
  const { store, auditIntake, mode } = parts;
  app.withTypeProvider<ZodTypeProvider>().post(
    '/v1/audit',
    {
      bodyLimit: BODY_LIMIT_BYTES,
      // Before the body is read: whoever is not a terminal gets nothing parsed.
      onRequest: async (request, reply) => {
        const terminal = await authenticate(store, request.headers.authorization);
        if (terminal === null) return sendProblem(reply, 'terminal-unknown');
        const fault = terminalFault(terminal.terminalId, mode);
        return fault === null ? undefined : sendProblem(reply, fault);
      },
      schema: {
        summary: 'Leave a run of the audit chain',
        description:
          'May be repeated; a run that begins beyond what is held adds nothing and is answered with the number that ' +
          'is wanted. Rows that differ from what is held are refused and noted.',
        operationId: 'leaveAudit',
        security: [{ terminalCredential: [] }],
        body: auditUploadSchema,
        response: {
          200: auditResponseSchema.describe('Held up to `next` - 1; the acknowledgement is signed'),
          ...problemResponses([400, 401, 409, 413, 415, 422, 500, 503]),
        },
      },
    },
    async (request, reply) => {
      const terminal = await authenticate(store, request.headers.authorization);
      if (terminal === null) return sendProblem(reply, 'terminal-unknown');
      const taken = await auditIntake.take(terminal, request.body);
      if (taken.ok) return taken.value;
      if (taken.code !== 'busy') {
        // The terminal's id is no secret and says nothing about a person; the rows themselves are not repeated.
        const { terminalId } = terminal;
        request.log.warn({ terminalId, code: taken.code, ...taken.params }, 'audit refused');
      }
      return sendProblem(reply, taken.code, taken.code === 'device-key-differs' ? CONFLICT : undefined);
    },
  );
}
