import { describe, expect, test, vi } from 'vitest';
import type { Outcome } from '../../../domain/wire/contract.ts';
import { type Act, json, problem, storeAndHangUp } from '../../testing/exchange.ts';
import { RECEIVED_AT, taken } from '../../testing/platform-acts.ts';
import { startedTerminal, type TestTerminal } from '../../testing/terminal.ts';
import { good } from '../../testing/values.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 30_000 });

const OUTCOMES = 'GET /v1/outcomes';

/** Received, and to be decided later. */
const receiveOnly: Act = async ({ submission, gateway, response }) => {
  if (submission === null) return;
  const { receipt } = await taken(gateway, submission);
  json(response, 201, { receipt, outcome: null });
};

async function received(): Promise<{ terminal: TestTerminal; id: string }> {
  const terminal = await startedTerminal();
  terminal.gateway.everyPost = receiveOnly;
  const id = terminal.keep();
  await terminal.until(() => terminal.state(id) === 'received');
  await terminal.asleep();
  return { terminal, id };
}

function decide(terminal: TestTerminal, id: string, outcome: Outcome): void {
  const { outcomes } = terminal.gateway;
  outcomes.push({ cursor: (outcomes.at(-1)?.cursor ?? 0) + 1, id, outcome });
}

async function nextProbe(terminal: TestTerminal): Promise<void> {
  await terminal.sleepThrough();
  await terminal.asleep();
}

const STRANGER = '0195bb00-0000-7000-8000-000000000000';

describe('the platform decides later', () => {
  test.each([
    [{ state: 'accepted' }, null],
    [{ state: 'rejected', code: 'trustee-declined' }, 'trustee-declined'],
    [{ state: 'needs-correction', code: 'details-differ' }, 'details-differ'],
    [{ state: 'superseded', by: null }, null],
    [{ state: 'cancelled' }, null],
  ] as const)('%j is told with the next probe', async (outcome, code) => {
    const { terminal, id } = await received();
    decide(terminal, id, outcome);
    await nextProbe(terminal);
    expect(terminal.state(id)).toBe(outcome.state);
    expect(terminal.events.findLast((event) => event.type === 'ITEM')).toMatchObject({
      id,
      state: outcome.state,
      outcome: code,
      receivedAt: RECEIVED_AT,
    });
    expect(good(terminal.queue.outcomesCursor())).toBe(1);
  });

  test('more than once: each time it is told', async () => {
    const { terminal, id } = await received();
    decide(terminal, id, { state: 'needs-correction', code: 'evidence-unclear' });
    await nextProbe(terminal);
    decide(terminal, id, { state: 'superseded', by: null });
    await nextProbe(terminal);
    expect(terminal.itemStates(id)).toEqual(['received', 'needs-correction', 'superseded']);
    expect(terminal.asked(OUTCOMES)).toBe(2);
  });

  test('nothing new: not asked', async () => {
    const { terminal } = await received();
    await nextProbe(terminal);
    await nextProbe(terminal);
    expect(terminal.asked(OUTCOMES)).toBe(0);
  });

  test('more than a page: page after page, to the newest', async () => {
    const { terminal, id } = await received();
    for (let index = 0; index < 450; index += 1) decide(terminal, STRANGER, { state: 'accepted' });
    decide(terminal, id, { state: 'accepted' });
    await nextProbe(terminal);
    expect(terminal.state(id)).toBe('accepted');
    expect(terminal.asked(OUTCOMES)).toBe(3);
    expect(good(terminal.queue.outcomesCursor())).toBe(451);
  });

  test('before its receipt came through: told after it, and never before', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.posts.push(storeAndHangUp);
    terminal.gateway.everyPost = problem(503, 'busy');
    const id = terminal.keep();
    await terminal.until(() => terminal.gateway.stored.has(id));
    decide(terminal, id, { state: 'accepted' });
    for (let look = 0; look < 12; look += 1) await terminal.sleepThrough();
    await terminal.asleep();
    expect(terminal.asked(OUTCOMES)).toBeGreaterThan(0);
    expect(terminal.state(id)).toBe('kept');
    terminal.gateway.everyPost = receiveOnly;
    while (terminal.state(id) !== 'accepted') await terminal.sleepThrough();
    expect(terminal.itemStates(id)).toEqual(['received', 'accepted']);
  });
});

describe('a page that cannot be trusted changes nothing and is told', () => {
  const signedBy =
    (sign: 'foreign' | 'receipt', changes: Record<string, unknown>): Act =>
    async ({ gateway, response, url }) => {
      const content = {
        terminalId: 'K0127',
        issuedAt: RECEIVED_AT,
        after: Number(url.searchParams.get('after')),
        outcomes: gateway.outcomes.map((outcome) => ({ ...outcome, decidedAt: RECEIVED_AT })),
        head: 1,
        ...changes,
      };
      const { platform } = gateway;
      const jws =
        sign === 'foreign' ? await platform.signForeign(content) : await platform.sign('receipt', content);
      json(response, 200, { page: jws });
    };

  test.each([
    ['signed by somebody else', signedBy('foreign', {})],
    ['of another terminal', signedBy('receipt', { terminalId: 'K0128' })],
    ['for another question', signedBy('receipt', { after: 7 })],
    ['under a key not in force then', signedBy('receipt', { issuedAt: '2019-01-01T00:00:00.000Z' })],
    ['that is no signature', (({ response }) => json(response, 200, { page: 'x.y.z' })) satisfies Act],
  ])('%s', async (_, act) => {
    const { terminal, id } = await received();
    decide(terminal, id, { state: 'rejected', code: 'trustee-declined' });
    terminal.gateway.script.outcomes.push(act);
    await nextProbe(terminal);
    expect(terminal.state(id)).toBe('received');
    expect(good(terminal.queue.outcomesCursor())).toBe(0);
    expect(terminal.connection()).toBe('online receipt-not-trusted');
    // A receipt that is good says nothing about outcomes.
    const other = terminal.keep(2);
    await terminal.until(() => terminal.state(other) === 'received');
    expect(terminal.connection()).toBe('online receipt-not-trusted');
    await nextProbe(terminal);
    expect(terminal.state(id)).toBe('rejected');
    expect(terminal.connection()).toBe('online');
  });

  test('a page under a key that is newer than ours: the keys are fetched and the same page counts', async () => {
    const { terminal, id } = await received();
    const { platform } = terminal.gateway;
    const keys = platform.document.keys.filter((key) => key.use !== 'receipt');
    good(await terminal.keys.offer(await platform.signDocument({ ...platform.document, version: 2, keys })));
    terminal.gateway.keyDocument = await platform.signDocument({ ...platform.document, version: 3 });
    terminal.gateway.keyDocumentVersion = 2;
    decide(terminal, id, { state: 'accepted' });
    await nextProbe(terminal);
    expect(terminal.state(id)).toBe('accepted');
    expect(terminal.asked(OUTCOMES)).toBe(1);
  });
});

describe('outcomes cannot be had', () => {
  test.each([
    ['this gateway has none', problem(404, 'malformed'), 'online'],
    ['the platform is busy', problem(503, 'busy'), 'online platform-busy'],
  ])('%s: submissions go on, and it is asked again with the next probe', async (_, act, connection) => {
    const { terminal, id } = await received();
    decide(terminal, id, { state: 'accepted' });
    terminal.gateway.script.outcomes.push(act);
    await nextProbe(terminal);
    expect(terminal.connection()).toBe(connection);
    const other = terminal.keep(2);
    while (terminal.state(other) !== 'received') await terminal.sleepThrough();
    while (terminal.state(id) !== 'accepted') await terminal.sleepThrough();
  });
});
