import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody between terminal and gateway, who reads along and changes answers. */
export interface Meddler {
  readonly url: string;
  /** How often this path was asked for. */
  asked(path: string): number;
  /** The last answer under this path as the gateway gave it. */
  lastAnswer(path: string): string;
  /** From now on answers under this path pass through `change`. */
  change(path: string, change: (answer: string) => string): void;
  stop(): Promise<void>;
}

const PASSED_ON = ['authorization', 'content-type', 'idempotency-key'] as const;

export async function meddlerBefore(gatewayUrl: string): Promise<Meddler> {
  const counts = new Map<string, number>();
  const answers = new Map<string, string>();
  const changes = new Map<string, (answer: string) => string>();

  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    void passOn(gatewayUrl, request).then(
      async (answer) => {
        const text = await answer.text();
        answers.set(path, text);
        counts.set(path, (counts.get(path) ?? 0) + 1);
        const type = answer.headers.get('content-type') ?? '';
        response.writeHead(answer.status, { 'content-type': type });
        response.end((changes.get(path) ?? ((same) => same))(text));
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${String(port)}`,
    asked: (path) => counts.get(path) ?? 0,
    lastAnswer: (path) => answers.get(path) ?? '',
    change: (path, change) => changes.set(path, change),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function passOn(gatewayUrl: string, request: IncomingMessage): Promise<Response> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array);
  const headers = Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  const { method = 'GET', url = '/' } = request;
  return fetch(new URL(url, gatewayUrl), {
    method,
    headers,
    ...(parts.length === 0 ? {} : { body: Buffer.concat(parts) }),
  });
}
