import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const PATIENCE_MS = 15 * 60_000;

/** The request of a child process, and how it answers. */
export function requestOf<T>(schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(process.argv[2] ?? 'null'));
}

export function answer(content: unknown): void {
  process.stdout.write(`${JSON.stringify(content)}\n`);
}

function start(
  script: string,
  args: readonly string[],
  standardError: 'inherit' | number,
): { readonly child: ChildProcess; readonly lines: AsyncIterable<string> } {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', standardError] });
  const end = (): boolean => child.kill('SIGKILL');
  // Nothing goes on measuring when the run is over.
  process.once('exit', end);
  child.once('exit', () => process.removeListener('exit', end));
  if (child.stdout === null) throw new Error(`${script} has no output`);
  return { child, lines: createInterface({ input: child.stdout }) };
}

/** Runs one file of ours in a process of its own. @throws when it ends otherwise than well, or not at all */
export async function runChild<T>(script: string, request: unknown, schema: z.ZodType<T>): Promise<T> {
  const { child, lines } = start(script, [JSON.stringify(request)], 'inherit');
  const ended = once(child, 'exit');
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  let last = '';
  for await (const line of lines) last = line;
  await ended;
  clearTimeout(patience);
  if (child.exitCode !== 0)
    throw new Error(
      `${script} ended with ${String(child.exitCode ?? child.signalCode)}: ${JSON.stringify(request)}`,
    );
  return schema.parse(JSON.parse(last));
}

export interface Server<T> {
  /** What it said when it was ready. */
  readonly said: T;
  stop(): Promise<void>;
}

/** Starts a server that says one line of JSON when it listens and ends on SIGTERM; its log goes to a file. */
export async function startServer<T>(
  script: string,
  args: readonly string[],
  schema: z.ZodType<T>,
  logFile: string,
): Promise<Server<T>> {
  const log = openSync(logFile, 'a', 0o600);
  const { child, lines } = start(script, args, log);
  closeSync(log);
  const ended = once(child, 'exit');
  for await (const line of lines) {
    return {
      said: schema.parse(JSON.parse(line)),
      async stop() {
        child.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error(`${script} ended before it listened: ${readFileSync(logFile, 'utf8').slice(-2_000)}`);
}
