import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createHttpClient, type HttpClient } from '../http-client.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 30_000 });

/** A server that can fall silent on the connections it has, as when a router on the way forgets them. */
async function forgetfulServer() {
  const sockets: Socket[] = [];
  const silent = new Set<Socket>();
  const server = createServer((request, response) => {
    if (!silent.has(request.socket)) response.end('{}');
  });
  server.on('connection', (socket: Socket) => sockets.push(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    sockets,
    forgetAll: () => sockets.forEach((socket) => silent.add(socket)),
  };
}

const get = (client: HttpClient, signal: AbortSignal) => client.send({ method: 'GET', path: '/', signal });

describe('connections that are kept open', () => {
  test('broke without a word: after the first request that says so, none of the others is used', async () => {
    const server = await forgetfulServer();
    const client = createHttpClient(server.url);
    const { signal } = new AbortController();
    await Promise.all([1, 2, 3, 4].map(() => get(client, signal)));
    expect(server.sockets).toHaveLength(4);
    server.forgetAll();
    const deadline = new AbortController();
    const hanging = get(client, deadline.signal);
    deadline.abort();
    expect(await hanging).toMatchObject({ ok: false, code: 'no-network' });
    expect(await get(client, signal)).toMatchObject({ ok: true });
    expect(server.sockets).toHaveLength(5);
    client.close();
  });

  test('one after the other goes over the same, until nobody has used it for a while', async () => {
    const server = await forgetfulServer();
    const client = createHttpClient(server.url, { idle: 200 });
    const { signal } = new AbortController();
    await get(client, signal);
    await get(client, signal);
    const [socket] = server.sockets;
    expect(server.sockets).toHaveLength(1);
    if (socket !== undefined && !socket.destroyed) await once(socket, 'close');
    expect(await get(client, signal)).toMatchObject({ ok: true });
    expect(server.sockets).toHaveLength(2);
    client.close();
  });
});
