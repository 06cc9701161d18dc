import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type SubmissionRequest, submissionRequestSchema } from '../../domain/wire/contract.ts';
import { type TestPlatform, testPlatform } from './platform.ts';

/** One answer of the script: writes it, or destroys the connection. */
export type Act = (exchange: Exchange) => Promise<void> | void;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly submission: SubmissionRequest | null;
  readonly gateway: ScriptedGateway;
}

/** A gateway on loopback that answers as it is told to; by default as the platform would. */
export interface ScriptedGateway {
  readonly url: string;
  readonly platform: TestPlatform;
  /** Effects: one per submission id, whatever is sent how often. */
  readonly stored: Map<string, SubmissionRequest>;
  /** Every request, as `POST /v1/submissions` with the time it came. */
  readonly log: { readonly line: string; readonly id: string | null; readonly at: number }[];
  /** What the next POSTs get, one each; then the default again. */
  readonly posts: Act[];
  readonly healths: Act[];
  /** For every POST while it is set. */
  everyPost: Act | null;
  keyDocument: string;
  keyDocumentVersion: number;
  /** The network is gone: connections break, new ones are refused. */
  down(): Promise<void>;
  /** It is back, at the same address. */
  up(): Promise<void>;
  close(): Promise<void>;
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** An RFC 9457 problem with one of the contract's codes. */
export function problem(status: number, code: string, headers: Record<string, string> = {}): Act {
  return ({ response }) => {
    response
      .writeHead(status, { 'content-type': 'application/problem+json', ...headers })
      .end(JSON.stringify({ type: 'about:blank', title: 'refused', status, code }));
  };
}

export const page: Act = ({ response }) => {
  response
    .writeHead(200, { 'content-type': 'text/html' })
    .end('<html><body>Welcome to Free Wi-Fi</body></html>');
};

export const hangUp: Act = ({ request }) => {
  request.socket.destroy();
};

/** The platform's own answer: stores once, signs a receipt. */
export const accept: Act = async ({ submission, gateway, response }) => {
  if (submission === null) throw new Error('a POST without a submission');
  gateway.stored.set(submission.envelope.id, submission);
  const { id, digest, terminalId } = submission.envelope;
  const receipt = await gateway.platform.signReceipt({
    id,
    digest,
    terminalId,
    receivedAt: '2026-03-02T04:10:00.000Z',
  });
  json(response, 201, { receipt, outcome: { state: 'accepted' } });
};

/** Stores it, and the reply is lost on the way. */
export const storeAndHangUp: Act = ({ submission, gateway, request }) => {
  if (submission !== null) gateway.stored.set(submission.envelope.id, submission);
  request.socket.destroy();
};

export async function scriptedGateway(options: { onExchange?: () => void } = {}): Promise<ScriptedGateway> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    void serve(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = (at: number): Promise<void> =>
    new Promise((resolve) => {
      server.listen(at, '127.0.0.1', resolve);
    });
  async function shut(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const platform = await testPlatform(url);

  const gateway: ScriptedGateway = {
    url,
    platform,
    stored: new Map(),
    log: [],
    posts: [],
    healths: [],
    everyPost: null,
    keyDocument: platform.enrolment.keyDocument,
    keyDocumentVersion: 1,
    down: shut,
    up: () => listen(port),
    close: shut,
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const submission = request.method === 'POST' ? await bodyOf(request) : null;
    gateway.log.push({
      line: `${String(request.method)} ${String(request.url)}`,
      id: submission?.envelope.id ?? null,
      at: performance.now(),
    });
    response.on('close', () => options.onExchange?.());
    options.onExchange?.();
    const exchange: Exchange = { request, response, submission, gateway };
    if (request.url === '/v1/submissions')
      return (gateway.posts.shift() ?? gateway.everyPost ?? accept)(exchange);
    if (request.url === '/v1/keys') {
      json(response, 200, { keyDocument: gateway.keyDocument });
      return;
    }
    const health: Act = ({ response: answer }) =>
      json(answer, 200, {
        service: 'empf-gateway',
        now: '2026-03-02T04:10:00.000Z',
        keyDocumentVersion: gateway.keyDocumentVersion,
      });
    return (gateway.healths.shift() ?? health)(exchange);
  }

  return gateway;
}

async function bodyOf(request: IncomingMessage): Promise<SubmissionRequest> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return submissionRequestSchema.parse(JSON.parse(text));
}
