import { createServer, request as forward } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A company's HTTP proxy: forwards plain requests with a whole address in them, and tunnels after CONNECT. */
export interface HttpProxy {
  readonly url: string;
  readonly forwarded: number;
  readonly tunnels: number;
  close(): Promise<void>;
}

export async function startHttpProxy(): Promise<HttpProxy> {
  let forwarded = 0;
  let tunnels = 0;
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    if (!URL.canParse(request.url ?? '')) {
      response.writeHead(400).end();
      return;
    }
    forwarded += 1;
    const { 'proxy-connection': _, ...headers } = request.headers;
    const onward = forward(new URL(request.url ?? ''), { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.on('connect', (request, terminal: Socket, head: Buffer) => {
    tunnels += 1;
    const [host = '', port = '443'] = (request.url ?? '').split(':');
    const platform = connect(Number(port), host, () => {
      terminal.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      platform.write(head);
      platform.pipe(terminal);
      terminal.pipe(platform);
    });
    for (const socket of [terminal, platform]) {
      sockets.add(socket);
      socket.on('error', () => {
        terminal.destroy();
        platform.destroy();
      });
      socket.on('close', () => sockets.delete(socket));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    get forwarded() {
      return forwarded;
    },
    get tunnels() {
      return tunnels;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
