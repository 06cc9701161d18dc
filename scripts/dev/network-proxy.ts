import { createServer, connect, type Server, type Socket } from 'node:net';

/** A wire between terminal and gateway that can be cut: a plain TCP proxy on loopback. */
export interface NetworkProxy {
  readonly port: number;
  /** Refuses new connections and breaks those that stand. */
  cut(): Promise<void>;
  restore(): Promise<void>;
  isCut(): boolean;
  stop(): Promise<void>;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/**
 * @param port 0 for any free port; the same port is used again after a cut
 * @param target port of the gateway on loopback
 */
export async function startNetworkProxy(port: number, target: () => number): Promise<NetworkProxy> {
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let boundPort = port;

  function track(socket: Socket): void {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  }

  async function open(): Promise<void> {
    if (server !== null) return;
    const opening = createServer((inbound) => {
      const outbound = connect(target(), '127.0.0.1');
      track(inbound);
      track(outbound);
      inbound.pipe(outbound);
      outbound.pipe(inbound);
      inbound.on('close', () => outbound.destroy());
      outbound.on('close', () => inbound.destroy());
    });
    server = opening;
    boundPort = await listen(opening, boundPort);
  }

  async function close(): Promise<void> {
    const closing = server;
    server = null;
    for (const socket of sockets) socket.destroy();
    if (closing !== null)
      await new Promise<void>((resolve) =>
        closing.close(() => {
          resolve();
        }),
      );
  }

  await open();
  return {
    port: boundPort,
    cut: close,
    restore: open,
    isCut: () => server === null,
    stop: close,
  };
}
