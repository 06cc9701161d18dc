import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubmissionRequest } from '../../domain/wire/contract.ts';
import { demoStaff } from '../demo-staff.ts';
import { enrolTerminal } from '../enrolment.ts';
import { type GatewayOptions, startGateway } from '../index.ts';
import { type TestTerminal, testTerminal } from './terminal.ts';

export const NOW = '2026-11-22T03:10:00.000Z';

/** A new folder under the system's temporary folder, and the way to be rid of it. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'empf-gateway-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

export interface TestGateway {
  readonly dataDir: string;
  readonly url: string;
  readonly terminal: TestTerminal;
  readonly log: readonly string[];
  setNow(instant: string): void;
  /** Another terminal at the same gateway. */
  enrol(terminalId: string): Promise<TestTerminal>;
  post(request: unknown, headers?: Readonly<Record<string, string | null>>): Promise<Answer>;
  /** Many at once, as the regular terminal does. */
  postBatch(items: readonly unknown[]): Promise<Answer>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** A request of the regular terminal to any route; bytes go as they are, anything else as JSON. */
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

/** A gateway on loopback with a clock that stands at {@link NOW} and one enrolled terminal, K0127. */
export async function startTestGateway(options: Partial<GatewayOptions> = {}): Promise<TestGateway> {
  const folder = temporaryFolder();
  const dataDir = join(folder.path, 'data');
  const log: string[] = [];
  let now = NOW;
  const started = await startGateway({
    dataDir,
    now: () => new Date(now),
    logSink: { write: (line) => log.push(line) },
    ...options,
  });
  if (!started.ok) throw new Error(`gateway: ${started.code}`);
  const { url, stop } = started.value;

  async function enrol(terminalId: string): Promise<TestTerminal> {
    const enrolled = await enrolTerminal({
      dataDir,
      terminalId,
      gatewayUrl: url,
      staff: await demoStaff(),
      now: () => new Date(now),
    });
    if (!enrolled.ok) throw new Error(`enrolment: ${enrolled.code}`);
    return testTerminal(enrolled.value);
  }

  const terminal = await enrol('K0127');
  return {
    dataDir,
    url,
    terminal,
    log,
    setNow: (instant) => {
      now = instant;
    },
    enrol,
    post: (request, headers = {}) => postTo(url, terminal, request, headers),
    postBatch: (items) => callAs(url, terminal, 'POST', '/v1/batches', { items }),
    get: async (path, headers = {}) => answerOf(await fetch(`${url}${path}`, { headers })),
    call: (method, path, body) => callAs(url, terminal, method, path, body),
    stop: async () => {
      await stop();
      folder.remove();
    },
  };
}

/** Posts as a regular terminal does; a header given as null is left out. */
export async function postTo(
  url: string,
  terminal: TestTerminal,
  request: unknown,
  headers: Readonly<Record<string, string | null>> = {},
): Promise<Answer> {
  const usual: Record<string, string | null> = {
    'content-type': 'application/json',
    authorization: `Bearer ${terminal.enrolment.credential}`,
    'idempotency-key': keyOf(request),
    ...headers,
  };
  const sent = Object.entries(usual).filter((entry): entry is [string, string] => entry[1] !== null);
  const body = typeof request === 'string' ? request : JSON.stringify(request);
  return answerOf(await fetch(`${url}/v1/submissions`, { method: 'POST', headers: sent, body }));
}

/** A request of a terminal to any route; bytes go as they are, anything else as JSON. */
export async function callAs(
  url: string,
  terminal: TestTerminal,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const isBytes = body instanceof Uint8Array;
  const headers = {
    authorization: `Bearer ${terminal.enrolment.credential}`,
    ...(body === undefined
      ? {}
      : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
  };
  const sent = body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) };
  return answerOf(await fetch(`${url}${path}`, { method, headers, ...sent }));
}

function keyOf(request: unknown): string | null {
  const { envelope } =
    typeof request === 'object' && request !== null ? (request as Partial<SubmissionRequest>) : {};
  return envelope?.id ?? null;
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  let json: unknown = null;
  try {
    json = JSON.parse(text);
  } catch {
    // A page, not JSON: tests that expect JSON compare with null and fail.
  }
  return { status: response.status, headers: response.headers, text, json };
}
