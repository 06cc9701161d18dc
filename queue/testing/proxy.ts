import { createServer, request as httpRequest } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

interface Refusal {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** An HTTP proxy on loopback: tunnels (CONNECT), and forwards what comes in absolute form. */
export interface TestProxy {
  readonly url: string;
  /** `CONNECT host:port`, or the method and the whole address. */
  readonly log: string[];
  /** Answers everything with this instead. */
  refuse: Refusal | null;
  /** `user:password` that it asks for. */
  credentials: string | null;
  /** Accepts connections and never answers. */
  silent: boolean;
  close(): Promise<void>;
}

export async function testProxy(): Promise<TestProxy> {
  const sockets = new Set<Socket>();
  const server = createServer();
  const proxy: TestProxy = {
    url: '',
    log: [],
    refuse: null,
    credentials: null,
    silent: false,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  /** What is answered instead of what was asked, or null. */
  function refusal(authorization: string | undefined): Refusal | null {
    if (proxy.refuse !== null) return proxy.refuse;
    if (proxy.credentials === null) return null;
    const expected = `Basic ${Buffer.from(proxy.credentials).toString('base64')}`;
    return authorization === expected ? null : { status: 407, type: 'text/html', body: '<html>' };
  }

  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });

  server.on('connect', (request, client: Socket, head: Buffer) => {
    const target = new URL(`http://${request.url ?? ''}`);
    proxy.log.push(`CONNECT ${target.host}`);
    if (proxy.silent) return;
    const refused = refusal(request.headers['proxy-authorization']);
    if (refused !== null) {
      const { status, type, body } = refused;
      client.end(
        `HTTP/1.1 ${String(status)} No\r\nContent-Type: ${type}\r\nContent-Length: ${String(body.length)}\r\n\r\n${body}`,
      );
      return;
    }
    const upstream = connect(Number(target.port), target.hostname, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    sockets.add(upstream);
    upstream.on('error', () => {
      client.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n');
    });
  });

  server.on('request', (incoming, outgoing) => {
    const address = incoming.url ?? '';
    proxy.log.push(`${incoming.method ?? ''} ${address}`);
    if (proxy.silent) return;
    const refused = refusal(incoming.headers['proxy-authorization']);
    if (refused !== null) {
      outgoing.writeHead(refused.status, { 'content-type': refused.type }).end(refused.body);
      return;
    }
    const upstream = httpRequest(
      new URL(address),
      { method: incoming.method ?? 'GET', headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(outgoing);
      },
    );
    upstream.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(upstream);
  });

  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => proxy.close());
  return Object.assign(proxy, { url: `http://127.0.0.1:${String(port)}` });
}
