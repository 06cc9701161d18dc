import { describe, expect, test, vi } from 'vitest';
import { auditUploadSchema } from '../../../domain/wire/audit-upload.ts';
import { DELAYS, type Delays } from '../delays.ts';
import { type Act, blackHole, hangUp, json, problem } from '../../testing/exchange.ts';
import { RECEIVED_AT } from '../../testing/platform-acts.ts';
import { testTerminal, type TestTerminal } from '../../testing/terminal.ts';
import { good } from '../../testing/values.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 60_000 });

const AUDIT = 'POST /v1/audit';

async function auditedTerminal(delays: Partial<Delays> = {}): Promise<TestTerminal> {
  const terminal = await testTerminal({ audit: true, delays });
  terminal.agent.start();
  await terminal.asleep();
  return terminal;
}

function write(terminal: TestTerminal, count: number): void {
  for (let index = 0; index < count; index += 1) {
    good(terminal.queue.audit.append({ event: 'session.started', actor: 'member' }));
  }
}

const head = (terminal: TestTerminal): number => good(terminal.queue.auditSince(0, 1)).head;
const acknowledged = (terminal: TestTerminal): number => good(terminal.queue.auditAcknowledged());
const isHeld = (terminal: TestTerminal): boolean => acknowledged(terminal) === head(terminal);

describe('the audit chain on its own way', () => {
  test('what was written goes within a few minutes, in runs, and the platform’s word is kept', async () => {
    const terminal = await auditedTerminal();
    write(terminal, 450);
    const since = terminal.clock.uptime();
    await terminal.sleepUntil(() => isHeld(terminal));
    expect(terminal.clock.uptime() - since).toBeLessThanOrEqual(DELAYS.auditUpload);
    expect(terminal.gateway.chain).toEqual(good(terminal.queue.auditSince(0, 1_000)).rows);
    expect(terminal.asked(AUDIT)).toBe(3);
    await terminal.asleep();
    expect(terminal.agent.activity()).toBe('idle');
  });

  test('nothing new: nothing is sent', async () => {
    const terminal = await auditedTerminal();
    await terminal.sleepUntil(() => isHeld(terminal));
    const calls = terminal.asked(AUDIT);
    for (let nap = 0; nap < 20; nap += 1) await terminal.sleepThrough();
    await terminal.asleep();
    expect(terminal.asked(AUDIT)).toBe(calls);
  });

  test('a submission that hangs does not hold it up', async () => {
    const terminal = await auditedTerminal({ auditUpload: 10_000 });
    await terminal.sleepUntil(() => isHeld(terminal));
    terminal.gateway.everyPost = blackHole;
    const stuck = terminal.keep();
    await terminal.until(() => terminal.posts() === 1);
    expect(isHeld(terminal)).toBe(false);
    terminal.clock.advance(10_000);
    await terminal.until(() => isHeld(terminal));
    expect(terminal.state(stuck)).toBe('sending');
    expect(terminal.posts()).toBe(1);
  });

  test('a chain that hangs or is refused holds up no submission', async () => {
    const terminal = await auditedTerminal();
    terminal.gateway.script.audit.push(blackHole);
    terminal.gateway.always.audit = problem(422, 'audit-broken');
    await terminal.sleepUntil(() => terminal.asked(AUDIT) === 1);
    const first = terminal.keep();
    await terminal.until(() => terminal.state(first) === 'accepted');
    terminal.clock.advance(DELAYS.exchange);
    await terminal.sleepUntil(() => terminal.asked(AUDIT) >= 3);
    await terminal.asleep();
    expect(terminal.connection()).toBe('online');
    const second = terminal.keep();
    await terminal.until(() => terminal.state(second) === 'accepted');
    expect(acknowledged(terminal)).toBe(0);
  });

  test.each(['audit-broken', 'device-key-differs'] as const)(
    'refused with %s: staff are told, until the platform takes it again',
    async (code) => {
      const terminal = await auditedTerminal();
      terminal.gateway.script.audit.push(problem(422, code), hangUp);
      await terminal.sleepUntil(() => terminal.asked(AUDIT) === 1);
      await terminal.asleep();
      expect(terminal.agent.auditTrouble()).toBe(code);
      await terminal.sleepUntil(() => terminal.asked(AUDIT) === 2);
      await terminal.asleep();
      expect(terminal.agent.auditTrouble()).toBe(code);
      await terminal.sleepUntil(() => isHeld(terminal));
      await terminal.asleep();
      expect(terminal.agent.auditTrouble()).toBeNull();
    },
  );

  test('the run carries the device’s introduction and its signature over the end', async () => {
    const terminal = await auditedTerminal();
    let run: unknown;
    terminal.gateway.script.audit.push(({ body }) => {
      run = JSON.parse(body.toString('utf8'));
    });
    await terminal.sleepUntil(() => terminal.asked(AUDIT) === 1);
    const upload = auditUploadSchema.parse(run);
    expect(upload.introduction).toEqual(terminal.keys.introduction());
    expect(upload.databaseId).toBe(terminal.queue.databaseId);
  });
});

describe('the platform and the terminal disagree about the chain', () => {
  test('the reply is lost: the same run again, and nothing twice', async () => {
    const terminal = await auditedTerminal();
    write(terminal, 10);
    terminal.gateway.script.audit.push(hangUp);
    await terminal.sleepUntil(() => isHeld(terminal));
    expect(terminal.gateway.chain).toHaveLength(head(terminal));
  });

  test('the platform was restored from yesterday: it gets again what it lost', async () => {
    const terminal = await auditedTerminal();
    write(terminal, 300);
    await terminal.sleepUntil(() => isHeld(terminal));
    terminal.gateway.chain.splice(120);
    write(terminal, 5);
    await terminal.sleepUntil(() => terminal.gateway.chain.length === head(terminal));
    await terminal.sleepUntil(() => isHeld(terminal));
    expect(terminal.gateway.chain).toEqual(good(terminal.queue.auditSince(0, 1_000)).rows);
  });

  test('it wants the same again and again: asked less and less often', async () => {
    const terminal = await auditedTerminal();
    write(terminal, 10);
    terminal.gateway.always.audit = ({ response }) => json(response, 200, { next: 1, acknowledgement: null });
    await terminal.sleepUntil(() => terminal.asked(AUDIT) === 1);
    const since = terminal.clock.uptime();
    await terminal.sleepUntil(() => terminal.asked(AUDIT) === 12);
    expect(terminal.clock.uptime() - since).toBeGreaterThan(600_000);
  });
});

describe('an acknowledgement that cannot be trusted is not kept', () => {
  const acknowledging =
    (signed: 'foreign' | 'receipt', changes: Record<string, unknown>): Act =>
    async ({ gateway, body, response }) => {
      const { databaseId, entries } = auditUploadSchema.parse(JSON.parse(body.toString('utf8')));
      const last = entries.at(-1);
      const content = {
        terminalId: 'K0127',
        databaseId,
        number: last?.number,
        head: last?.hash,
        receivedAt: RECEIVED_AT,
        ...changes,
      };
      const { platform } = gateway;
      const acknowledgement =
        signed === 'foreign' ? await platform.signForeign(content) : await platform.sign('receipt', content);
      json(response, 200, { next: (last?.number ?? 0) + 1, acknowledgement });
    };

  test.each([
    ['signed by somebody else', acknowledging('foreign', {})],
    ['of another terminal', acknowledging('receipt', { terminalId: 'K0128' })],
    ['of another database', acknowledging('receipt', { databaseId: '0195bb00-0000-4000-8000-000000000000' })],
    ['with another hash', acknowledging('receipt', { head: 'A'.repeat(43) })],
    ['beyond our end', acknowledging('receipt', { number: 5_000 })],
  ])('%s', async (_, act) => {
    const terminal = await auditedTerminal();
    terminal.gateway.script.audit.push(act);
    await terminal.sleepUntil(() => terminal.asked(AUDIT) === 1);
    await terminal.asleep();
    expect(acknowledged(terminal)).toBe(0);
    expect(terminal.connection()).toBe('online receipt-not-trusted');
    await terminal.sleepUntil(() => isHeld(terminal));
    expect(terminal.connection()).toBe('online');
  });
});
