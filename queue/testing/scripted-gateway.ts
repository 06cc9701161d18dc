import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { EMBEDDED_POLICY } from '../../domain/wire/policy.ts';
import { submissionRequestSchema } from '../../domain/wire/contract.ts';
import type { Certified } from './certificates.ts';
import { type Act, type Route, ROUTES, type ScriptedGateway } from './exchange.ts';
import { testPlatform } from './platform.ts';
import { PLATFORM_ACTS, RECEIVED_AT } from './platform-acts.ts';

export type { ScriptedGateway } from './exchange.ts';

function routeOf(method: string, path: string): Route {
  const [, , name, part] = path.split('/');
  if (method === 'PUT' && name !== 'drafts') return 'chunks';
  return ROUTES.find((route) => route === part) ?? ROUTES.find((route) => route === name) ?? 'health';
}

export interface ScriptedGatewayOptions {
  readonly onExchange?: () => void;
  /** It speaks https with this certificate, as `localhost`. */
  readonly tls?: Certified;
}

export async function scriptedGateway(options: ScriptedGatewayOptions = {}): Promise<ScriptedGateway> {
  const sockets = new Set<Socket>();
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    void serve(request, response);
  };
  const { tls } = options;
  const server =
    tls === undefined
      ? createServer(listener)
      : createSecureServer({ key: tls.key, cert: tls.certificate }, listener);
  server.on('connection', (socket: Socket) => {
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
  const url = tls === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`;
  const platform = await testPlatform(url);
  const script = Object.fromEntries(ROUTES.map((route) => [route, []])) as unknown as Record<Route, Act[]>;
  const always: Partial<Record<Route, Act>> = {};

  const gateway: ScriptedGateway = {
    url,
    platform,
    stored: new Map(),
    files: new Map(),
    drafts: new Map(),
    chain: [],
    outcomes: [],
    log: [],
    script,
    always,
    posts: script.submissions,
    healths: script.health,
    get everyPost() {
      return always.submissions ?? null;
    },
    set everyPost(act: Act | null) {
      if (act === null) delete always.submissions;
      else always.submissions = act;
    },
    drain: { afterMs: 0, batch: 1 },
    keyDocument: platform.enrolment.keyDocument,
    keyDocumentVersion: 1,
    policy: await platform.sign('reference-data', { ...EMBEDDED_POLICY, issuedAt: RECEIVED_AT }),
    policyVersion: EMBEDDED_POLICY.version,
    down: shut,
    up: () => listen(port),
    close: shut,
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET' } = request;
    const target = new URL(request.url ?? '/', url);
    const body = await bodyOf(request);
    if (body === null) return;
    const route = routeOf(method, target.pathname);
    const submission =
      route === 'submissions' ? submissionRequestSchema.parse(JSON.parse(body.toString('utf8'))) : null;
    gateway.log.push({
      line: `${method} ${target.pathname}`,
      id: submission?.envelope.id ?? null,
      at: performance.now(),
      bytes: body.byteLength,
    });
    response.on('close', () => options.onExchange?.());
    options.onExchange?.();
    const act = script[route].shift() ?? always[route] ?? PLATFORM_ACTS[route];
    await act({ request, response, url: target, body, submission, gateway });
  }

  return gateway;
}

/** Null when the sender gave up in the middle. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  try {
    const stream: AsyncIterable<Buffer> = request;
    for await (const piece of stream) pieces.push(piece);
  } catch {
    return null;
  }
  return Buffer.concat(pieces);
}
