import { chmod, unlink } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';

/** Lines are short; a peer that sends more without an end is not one of ours. */
const MAX_LINE = 64 * 1024;
const REPLY_DEADLINE = 5_000;

export interface JsonLineServer {
  /** Idempotent; the socket file is gone when it settles. */
  close(): Promise<void>;
}

/**
 * Serves JSON lines on a Unix-domain socket, so that a person, a test and a demo drive the same simulators while the
 * program runs. Development only. A socket file left by a killed process is replaced; one that a living process
 * answers on is not. Only this user may connect.
 * @param answer gets the parsed JSON of a line and gives what is sent back; must not throw
 * @throws Error with code EADDRINUSE when another process serves this path
 */
export async function serveJsonLines(
  path: string,
  answer: (message: unknown) => unknown,
): Promise<JsonLineServer> {
  if (await answers(path)) {
    throw Object.assign(new Error(`another process serves ${path}`), { code: 'EADDRINUSE' });
  }
  await unlink(path).catch(() => undefined);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    readLines(socket, (line) => {
      socket.write(`${JSON.stringify(answer(parse(line)))}\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  await chmod(path, 0o600);
  return {
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/**
 * Sends one JSON line and gives the parsed answer.
 * @throws Error when nobody listens on the path, or no answer comes within five seconds
 */
export function askJsonLine(path: string, message: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path, () => socket.write(`${JSON.stringify(message)}\n`));
    socket.setTimeout(REPLY_DEADLINE, () =>
      socket.destroy(new Error('no answer from the simulated devices')),
    );
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the simulated devices closed the connection')));
    readLines(socket, (line) => {
      resolve(parse(line));
      socket.end();
    });
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function readLines(socket: Socket, onLine: (line: string) => void): void {
  let pending = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    const lines = (pending + chunk).split('\n');
    pending = lines.pop() ?? '';
    if (pending.length > MAX_LINE) {
      socket.destroy();
      return;
    }
    for (const line of lines) if (line.trim() !== '') onLine(line);
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}
