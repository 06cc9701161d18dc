import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SubmissionRequest } from '../../domain/wire/contract.ts';
import { verifyReceipt } from '../../domain/wire/signing.ts';
import { demoStaff } from '../../gateway/demo-staff.ts';
import { enrolTerminal } from '../../gateway/enrolment.ts';
import { readGatewayLedger } from '../../gateway/inspect.ts';
import { attachmentStateSchema, CHUNK_BYTES } from '../../domain/wire/attachment.ts';
import { batchIn } from '../../gateway/testing/answers.ts';
import { type Answer, callAs, postTo, temporaryFolder } from '../../gateway/testing/gateway.ts';
import { adultNumber } from '../../gateway/testing/people.ts';
import { employeeRow, remittance, rowsOf } from '../../gateway/testing/remittances.ts';
import { type TestTerminal, testTerminal } from '../../gateway/testing/terminal.ts';

const MAIN = join(import.meta.dirname, '../../gateway/main.ts');
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

describe('the gateway is killed while batches arrive', () => {
  it.each([0, 1, 2, 3])(
    'after %i answers: what was answered is there, and the same batches again count each once',
    async (answersBeforeKill) => {
      const url = await start();
      const terminal = await enrolled(url);
      const batches: SubmissionRequest[][] = [];
      for (let batch = 0; batch < 5; batch += 1) {
        const items: SubmissionRequest[] = [];
        for (let item = 0; item < 25; item += 1) {
          items.push(await terminal.seal(adultNumber(batch * 25 + item), { lane: item % 4 }));
        }
        batches.push(items);
      }
      const post = (to: string, items: readonly SubmissionRequest[]) =>
        callAs(to, terminal, 'POST', '/v1/batches', { items });

      const answered = new Map<number, Answer>();
      let killed: Promise<void> | null = answersBeforeKill === 0 ? kill() : null;
      await Promise.all(
        batches.map(async (items, index) => {
          const answer = await post(url, items).catch(() => null);
          if (answer === null) return;
          answered.set(index, answer);
          if (answered.size >= answersBeforeKill) killed ??= kill();
        }),
      );
      await killed;

      // One commit for a batch: it is there as a whole or not at all, and what was answered is.
      const held = new Set(readGatewayLedger(folder.path).references.map(({ id }) => id));
      for (const [index, items] of batches.entries()) {
        const here = items.filter(({ envelope }) => held.has(envelope.id)).length;
        expect([0, items.length]).toContain(here);
        if (answered.has(index)) expect(here).toBe(items.length);
      }

      const again = await start();
      for (const [index, items] of batches.entries()) {
        const { words, batch } = batchIn(await post(again, items));
        expect(words).toEqual(items.map(() => 'accepted'));
        const before = answered.get(index);
        if (before !== undefined) expect(batch.results).toEqual(batchIn(before).batch.results);
      }
      const ledger = readGatewayLedger(folder.path).references;
      expect(ledger).toHaveLength(125);
      for (const entry of ledger) expect(entry).toMatchObject({ count: 1, outcome: { state: 'accepted' } });
    },
    30_000,
  );
});

describe('the gateway is killed while a file arrives', () => {
  it.each([0, 1, 7])(
    'after %i chunks: those that were taken are there, and only the others are wanted',
    async (chunksBeforeKill) => {
      const url = await start();
      const terminal = await enrolled(url);
      const submission = await terminal.seal(adultNumber(1));
      const file = await terminal.attach(Buffer.alloc(9 * CHUNK_BYTES, 5), submission.envelope.id);
      const announce = async (to: string) =>
        attachmentStateSchema.parse(
          (await callAs(to, terminal, 'POST', '/v1/attachments', file.manifest)).json,
        );
      const put = (to: string, index: number) => {
        const path = `/v1/attachments/${file.manifest.id}/chunks/${String(index)}`;
        return callAs(to, terminal, 'PUT', path, file.chunk(index));
      };
      const { wants } = await announce(url);

      const taken = new Set<number>();
      let killed: Promise<void> | null = chunksBeforeKill === 0 ? kill() : null;
      await Promise.all(
        wants.map(async (index) => {
          const answer = await put(url, index).catch(() => null);
          if (answer?.status !== 200) return;
          taken.add(index);
          if (taken.size >= chunksBeforeKill) killed ??= kill();
        }),
      );
      await killed;

      const again = await start();
      const resumed = await announce(again);
      for (const index of taken) expect(resumed.wants).not.toContain(index);
      for (const index of resumed.wants) expect((await put(again, index)).status).toBe(200);
      const whole = await announce(again);
      const { id, digest, terminalId } = file.manifest;
      const verified = await verifyReceipt(whole.receipt ?? '', terminal.keys, { id, digest, terminalId });
      expect(verified.ok).toBe(true);
    },
    30_000,
  );
});

describe('the gateway is killed before the rows of an employer’s file were checked', () => {
  it.each(['the file came first', 'the submission came first'])(
    'and takes the check up when it starts again, and decides once: %s',
    async (order) => {
      const url = await start();
      const terminal = await enrolled(url);
      const rows = Array.from({ length: 200 }, (_, index) => employeeRow(index));
      const { submission, file } = await remittance(terminal, rowsOf(...rows), rows.length);
      const steps = [
        () => postTo(url, terminal, submission),
        async () => {
          await callAs(url, terminal, 'POST', '/v1/attachments', file.manifest);
          for (const index of file.manifest.chunks.keys()) {
            const path = `/v1/attachments/${file.manifest.id}/chunks/${String(index)}`;
            expect((await callAs(url, terminal, 'PUT', path, file.chunk(index))).status).toBe(200);
          }
          return callAs(url, terminal, 'POST', '/v1/attachments', file.manifest);
        },
      ];
      if (order === 'the file came first') steps.reverse();
      for (const step of steps) expect((await step()).status).toBeLessThan(300);
      await kill();

      await start();
      await expect
        .poll(() => readGatewayLedger(folder.path).references.map(({ outcome }) => outcome), {
          timeout: 20_000,
        })
        .toEqual([{ state: 'accepted' }]);
      expect(readGatewayLedger(folder.path).references).toMatchObject([{ count: 1 }]);
    },
    30_000,
  );
});
