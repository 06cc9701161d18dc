import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SubmissionRequest } from '../domain/wire/contract.ts';
import { demoStaff } from './demo-staff.ts';
import { enrolTerminal } from './enrolment.ts';
import { readGatewayLedger } from './inspect.ts';
import { type Answer, postTo, temporaryFolder } from './testing/gateway.ts';
import { adultNumber } from './testing/people.ts';
import { type TestTerminal, testTerminal } from './testing/terminal.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
const listening = z.object({ gateway: z.literal('listening'), url: z.url() });

let folder: ReturnType<typeof temporaryFolder>;
let child: ChildProcess | null = null;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await kill();
  folder.remove();
});

async function start(): Promise<string> {
  const started = spawn(process.execPath, [MAIN, '--data', folder.path, '--log-level', 'silent'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  const [line] = (await once(createInterface(started.stdout), 'line')) as [string];
  return listening.parse(JSON.parse(line)).url;
}

async function kill(): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function enrolled(url: string): Promise<TestTerminal> {
  const enrolment = await enrolTerminal({
    dataDir: folder.path,
    terminalId: 'K0127',
    gatewayUrl: url,
    staff: await demoStaff(),
  });
  if (!enrolment.ok) throw new Error(enrolment.code);
  return testTerminal(enrolment.value);
}

describe('the gateway is killed while submissions arrive', () => {
  it.each([0, 1, 2, 5, 11, 23])(
    'after %i answers: nothing that was answered is missing, and sending all again counts each once',
    async (answersBeforeKill) => {
      const url = await start();
      const terminal = await enrolled(url);
      const requests: SubmissionRequest[] = [];
      for (let person = 0; person < 24; person += 1) requests.push(await terminal.seal(adultNumber(person)));

      const answered = new Map<string, Answer>();
      let killed: Promise<void> | null = answersBeforeKill === 0 ? kill() : null;
      await Promise.all(
        requests.map(async (request) => {
          const answer = await postTo(url, terminal, request).catch(() => null);
          if (answer === null) return;
          answered.set(request.envelope.id, answer);
          if (answered.size >= answersBeforeKill) killed ??= kill();
        }),
      );
      await killed;

      const held = new Set(readGatewayLedger(folder.path).references.map((reference) => reference.id));
      for (const [id, answer] of answered) {
        expect(answer.status).toBe(201);
        expect(held).toContain(id);
      }

      const again = await start();
      for (const request of requests) {
        const answer = await postTo(again, terminal, request);
        expect(answer.status).toBe(201);
        const before = answered.get(request.envelope.id);
        if (before !== undefined) expect(answer.text).toBe(before.text);
      }
      const ledger = readGatewayLedger(folder.path).references;
      expect(ledger).toHaveLength(requests.length);
      for (const entry of ledger) expect(entry).toMatchObject({ count: 1, outcome: { state: 'accepted' } });
    },
    30_000,
  );
});
