import { describe, expect, test, vi } from 'vitest';
import { EMBEDDED_POLICY, type Policy } from '../../../domain/wire/policy.ts';
import { hangUp, problem } from '../../testing/exchange.ts';
import { startedTerminal, testTerminal, type TestTerminal } from '../../testing/terminal.ts';
import { good } from '../../testing/values.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 30_000 });

const POLICY = 'GET /v1/policy';
const HOUR = 3_600_000;

async function publish(
  { gateway }: TestTerminal,
  policy: Partial<Policy>,
  offered = policy.version,
): Promise<void> {
  gateway.policy = await gateway.platform.sign('reference-data', { ...EMBEDDED_POLICY, ...policy });
  gateway.policyVersion = offered ?? EMBEDDED_POLICY.version;
}

describe('the platform’s rules for terminals', () => {
  test('newer ones are taken with the next probe', async () => {
    const terminal = await startedTerminal();
    await publish(terminal, {
      version: 2,
      issuedAt: '2026-03-02T04:11:00.000Z',
      retention: { receivedDays: 3 },
    });
    await terminal.sleepThrough();
    await terminal.asleep();
    expect(terminal.policies.current()).toMatchObject({ version: 2, retention: { receivedDays: 3 } });
    await terminal.sleepThrough();
    await terminal.asleep();
    expect(terminal.asked(POLICY)).toBe(2);
  });

  test('the same are confirmed at the first contact and every six hours', async () => {
    const terminal = await startedTerminal();
    expect(terminal.asked(POLICY)).toBe(1);
    const since = terminal.clock.uptime();
    await terminal.sleepUntil(() => terminal.asked(POLICY) === 2);
    const passed = terminal.clock.uptime() - since;
    expect(passed).toBeGreaterThan(5.9 * HOUR);
    expect(passed).toBeLessThan(6.1 * HOUR);
  });

  test('signed by somebody else: the old ones stay, the keys are fetched once, and it is not asked every minute', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.policy = await terminal.gateway.platform.signForeign({ ...EMBEDDED_POLICY, version: 9 });
    terminal.gateway.policyVersion = 9;
    for (let nap = 0; nap < 30; nap += 1) await terminal.sleepThrough();
    await terminal.asleep();
    expect(terminal.policies.current().version).toBe(1);
    expect(terminal.asked(POLICY)).toBeLessThan(16);
    expect(terminal.asked('GET /v1/keys')).toBe(terminal.asked(POLICY) - 1);
    expect(terminal.connection()).toBe('online');
  });

  test('under a key that is newer than ours: the keys are fetched and the same answer counts', async () => {
    const terminal = await testTerminal();
    const { platform } = terminal.gateway;
    const keys = platform.document.keys.filter((key) => key.use !== 'reference-data');
    good(await terminal.keys.offer(await platform.signDocument({ ...platform.document, version: 2, keys })));
    terminal.gateway.keyDocument = await platform.signDocument({ ...platform.document, version: 3 });
    terminal.gateway.keyDocumentVersion = 2;
    await publish(terminal, { version: 2, issuedAt: '2026-03-02T04:11:00.000Z' });
    terminal.agent.start();
    await terminal.asleep();
    expect(terminal.policies.current().version).toBe(2);
    expect(terminal.asked(POLICY)).toBe(1);
  });

  test.each([
    ['this gateway has none', problem(404, 'malformed')],
    ['the connection breaks', hangUp],
  ])('%s: asked again later, and submissions go on', async (_, act) => {
    const terminal = await testTerminal();
    terminal.gateway.script.policy.push(act, act);
    terminal.agent.start();
    const id = terminal.keep();
    await terminal.sleepUntil(() => terminal.state(id) === 'accepted');
    await terminal.sleepUntil(() => terminal.asked(POLICY) === 3);
    await terminal.asleep();
    expect(terminal.connection()).toBe('online');
  });
});
