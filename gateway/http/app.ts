import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import swagger from '@fastify/swagger';
import Fastify, { LogController, type FastifyError, type FastifyReply, type HTTPMethods } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { MAX_SEALED_BYTES, type ProblemCode } from '../../domain/wire/contract.ts';
import { addAuditRoutes } from '../audit/routes.ts';
import { addIamSmartRoutes } from '../iam-smart/routes.ts';
import { addDayReportRoute } from '../day-reports/routes.ts';
import { addDraftRoutes } from '../drafts/routes.ts';
import { addLookUpRoute } from '../records/routes.ts';
import { addNoticeRoute } from '../notices/routes.ts';
import { addReferenceDataRoute } from '../reference-data/routes.ts';
import { addMobileCodeRoutes } from '../sms/routes.ts';
import { addStaffRoutes } from '../staff/routes.ts';
import { addStaffCallRoutes } from '../staff-calls/routes.ts';
import { addTicketRoutes } from '../tickets/routes.ts';
import { addUsabilityRoute } from '../usability/routes.ts';
import { addAdminRoute } from './admin/admin.ts';
import type { GatewayApp } from './gateway-app.ts';
import { openApiOptions } from './openapi.ts';
import { PROBLEM_TYPE, problemOf, sendProblem } from './problems.ts';
import { addAttachmentRoutes } from './routes/attachments.ts';
import { addBatchRoute } from './routes/batches.ts';
import { addEnquiryRoutes } from './routes/enquiries.ts';
import type { RouteParts } from './routes/parts.ts';
import { addStatusRoutes } from './routes/status.ts';
import { addSubmissionRoute } from './routes/submissions.ts';
import { createTerminalGuard } from './terminal-guard.ts';
import { refusalOfIssues } from './validation.ts';

/** The sealed bytes as base64url, and room for the envelope. */
const BODY_LIMIT_BYTES = Math.ceil((MAX_SEALED_BYTES * 4) / 3) + 4096;
/** A terminal on a slow van link still sends a batch within this; a client that trickles bytes does not hold a socket. */
const REQUEST_TIMEOUT_MS = 120_000;
const KNOWN_METHODS: readonly HTTPMethods[] = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD'];

export interface AppParts extends RouteParts {
  readonly logger: Logger;
  readonly tls?: { readonly certificate: string; readonly privateKey: string };
}

/** The HTTP side of the gateway; every refusal, Fastify's and the parser's too, is application/problem+json. */
export async function createApp(parts: AppParts): Promise<GatewayApp> {
  const options = {
    loggerInstance: parts.logger,
    // Fastify's own lines hold addresses and messages; ours are written in the hooks below.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    exposeHeadRoutes: false,
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: false },
    clientErrorHandler: answerBrokenRequest,
    // Node would answer by itself, and not with a problem; asked for in the hook below.
    http: { requireHostHeader: false },
    frameworkErrors: (error: FastifyError, _request: unknown, reply: FastifyReply) => {
      void sendProblem(reply, 'malformed', error.statusCode ?? 400);
    },
  };
  const app = (
    parts.tls === undefined
      ? Fastify(options)
      : Fastify({
          ...options,
          https: {
            cert: parts.tls.certificate,
            key: parts.tls.privateKey,
            minVersion: 'TLSv1.2',
            requireHostHeader: false,
          },
        })
  ) as GatewayApp;

  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error, request, reply) => {
    const { code, status } = refusalOf(error);
    if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    return sendProblem(reply, code, status);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const allowed = KNOWN_METHODS.filter((method) => app.hasRoute({ method, url: path }));
    if (allowed.length === 0) return sendProblem(reply, 'malformed', 404);
    void reply.header('allow', allowed.join(', '));
    return sendProblem(reply, 'malformed', 405);
  });
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    if (request.headers.host === undefined && request.raw.httpVersion !== '1.0') {
      void sendProblem(reply, 'malformed', 400);
      return;
    }
    done();
  });
  app.server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const body = JSON.stringify(problemOf('malformed', 417));
    response
      .writeHead(417, { 'content-type': PROBLEM_TYPE, 'content-length': Buffer.byteLength(body) })
      .end(body);
  });
  app.addHook('onResponse', (request, reply, done) => {
    // The route's pattern, never the address that was asked for: that could hold anything.
    const route = request.routeOptions.url ?? 'unmatched';
    request.log.info(
      { route, status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) },
      'answered',
    );
    done();
  });

  await app.register(swagger, openApiOptions);
  const guard = createTerminalGuard(parts.store, parts.mode);
  addSubmissionRoute(app, parts, guard);
  addBatchRoute(app, parts, guard);
  addStatusRoutes(app, parts, guard);
  await addAttachmentRoutes(app, parts, guard);
  addEnquiryRoutes(app, parts, guard);
  addIamSmartRoutes(app, parts, guard);
  addMobileCodeRoutes(app, parts, guard);
  addDraftRoutes(app, parts, guard);
  addUsabilityRoute(app, parts, guard);
  addTicketRoutes(app, parts, guard);
  addStaffCallRoutes(app, parts, guard);
  addLookUpRoute(app, parts, guard);
  addReferenceDataRoute(app, parts, guard);
  addNoticeRoute(app, parts, guard);
  addStaffRoutes(app, parts, guard);
  addAuditRoutes(app, parts);
  addDayReportRoute(app, parts);
  addAdminRoute(app, parts);
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
  await app.ready();
  return app;
}

function refusalOf(error: unknown): { readonly code: ProblemCode; readonly status: number } {
  if (hasZodFastifySchemaValidationErrors(error)) {
    return refusalOfIssues(
      error.validation.map(({ instancePath, keyword }) => ({
        path: instancePath.split('/').slice(1),
        code: keyword,
      })),
    );
  }
  const status = statusOf(error);
  if (status === 413) return { code: 'too-large', status };
  if (status === 503) return { code: 'busy', status };
  return status >= 500 ? { code: 'internal', status: 500 } : { code: 'malformed', status };
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return 500;
  const status = error.statusCode;
  return typeof status === 'number' && status >= 400 && status <= 599 ? status : 500;
}

const BROKEN: Readonly<
  Record<string, { readonly status: number; readonly phrase: string; readonly code: ProblemCode }>
> = {
  HPE_HEADER_OVERFLOW: { status: 431, phrase: 'Request Header Fields Too Large', code: 'too-large' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, phrase: 'Request Timeout', code: 'malformed' },
};

/** What Node's HTTP parser refused never becomes a request, so it is answered on the socket. */
function answerBrokenRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) {
    const { status, phrase, code } = BROKEN[error.code ?? ''] ?? {
      status: 400,
      phrase: 'Bad Request',
      code: 'malformed' as const,
    };
    const body = JSON.stringify(problemOf(code, status));
    socket.write(
      `HTTP/1.1 ${String(status)} ${phrase}\r\nContent-Type: ${PROBLEM_TYPE}\r\n` +
        `Content-Length: ${String(Buffer.byteLength(body))}\r\nConnection: close\r\n\r\n${body}`,
    );
  }
  socket.destroy(error);
}
