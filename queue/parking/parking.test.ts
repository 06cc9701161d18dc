import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parkedDraft } from '../../domain/parking/draft.fixture.ts';
import { RESUME_RANDOM_BYTES, resumeCodeFrom } from '../../domain/parking/resume-code.ts';
import { draftPath } from '../../domain/parking/wire.ts';
import type { ParkRequest } from '../../domain/terminal/ports/queue/parking.ts';
import { testQueue, type TestQueue } from '../store/testing/queues.ts';
import { hangUp, page, problem } from '../testing/exchange.ts';
import { startedTerminal, testTerminal, type TestTerminal } from '../testing/terminal.ts';
import { good, only } from '../testing/values.ts';
import { draftKeyOf, sealDraft } from './draft-sealing.ts';
import { parseResumeCode } from '../../domain/parking/resume-code.ts';
import { createParking, type Parking } from './parking.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 30_000 });

const NUMBER = 'A9081727';
const OTHER_NUMBER = 'K5519031';
const CODE = resumeCodeFrom(new Uint8Array(RESUME_RANDOM_BYTES).fill(0xa7));
const OTHER_CODE = resumeCodeFrom(new Uint8Array(RESUME_RANDOM_BYTES).fill(0x31));
const CANARY = 'Zephyrine Canary Limited';
const draft = parkedDraft({
  kind: 'employer-remittance',
  answers: { company: CANARY },
  typed: {},
  page: 'company',
});
const NOT_FOUND = { ok: false, code: 'not-found' };

/** One terminal's own queue; the way to the platform may be shared. */
interface Machine {
  readonly store: TestQueue;
  readonly parking: Parking;
}

function machine(terminal: TestTerminal): Machine {
  const store = testQueue();
  return {
    store,
    parking: createParking({
      practice: false,
      queue: store.queue,
      courier: terminal.agent.drafts,
      now: () => store.time.at,
    }),
  };
}

/** As a terminal is: queue, agent and parking on one database. */
function own(terminal: TestTerminal): Parking {
  const now = (): string => terminal.keys.time.now().instant;
  return createParking({ practice: false, queue: terminal.queue, courier: terminal.agent.drafts, now });
}

function request(change: Partial<ParkRequest> = {}): ParkRequest {
  return { code: CODE, draft, number: NUMBER, replaces: null, ...change };
}

const taken = (parking: Parking, code = CODE, number = NUMBER) => parking.takeUp({ code, number });

async function offline(): Promise<TestTerminal> {
  const terminal = await testTerminal();
  await terminal.gateway.down();
  terminal.agent.start();
  await terminal.asleep();
  return terminal;
}

describe('somebody parks and comes back to the same machine', () => {
  test('with slip and card: everything is there; it stays until it was submitted', async () => {
    const terminal = await startedTerminal();
    const parking = own(terminal);
    expect(good(await parking.park(request()))).toMatchObject({ elsewhere: true });
    expect(good(await taken(parking))).toEqual(draft);
    expect(good(await taken(parking))).toEqual(draft);
    parking.over(CODE);
    await terminal.until(() => terminal.asked(`DELETE ${draftPath(keyOf(CODE))}`) === 1);
    expect(await taken(parking)).toEqual(NOT_FOUND);
    await terminal.until(() => good(terminal.queue.drafts.untold()).length === 0);
    expect([...terminal.gateway.drafts.values()]).toEqual([null]);
  });

  test('another card, another slip and no slip at all look alike', async () => {
    const terminal = await startedTerminal();
    const parking = own(terminal);
    good(await parking.park(request()));
    expect(await taken(parking, CODE, OTHER_NUMBER)).toEqual(NOT_FOUND);
    expect(await taken(parking, OTHER_CODE)).toEqual(NOT_FOUND);
    expect(await taken(parking, 'nothing like a slip')).toEqual(NOT_FOUND);
    expect(await taken(parking, CODE.slice(1))).toEqual(NOT_FOUND);
  });

  test('without network it is taken up here, and what the machine cannot know it says', async () => {
    const terminal = await offline();
    const parking = own(terminal);
    expect(good(await parking.park(request())).elsewhere).toBe(false);
    expect(good(await taken(parking))).toEqual(draft);
    // Another card may belong to a slip that only the platform has.
    for (const answer of [await taken(parking, OTHER_CODE), await taken(parking, CODE, OTHER_NUMBER)]) {
      expect(answer).toEqual({ ok: false, code: 'offline' });
    }
  });

  test('the network comes back: it is sent by itself', async () => {
    const terminal = await offline();
    const parking = own(terminal);
    good(await parking.park(request()));
    await terminal.gateway.up();
    await terminal.sleepUntil(() => terminal.gateway.drafts.size === 1);
    await terminal.until(() => good(terminal.queue.drafts.untold()).length === 0);
    expect(good(await machine(terminal).parking.takeUp({ code: CODE, number: NUMBER }))).toEqual(draft);
  });

  test('the program ends and begins again: still there, and sent', async () => {
    const terminal = await testTerminal();
    good(await own(terminal).park(request()));
    await terminal.restart();
    await terminal.sleepUntil(() => terminal.gateway.drafts.size === 1);
    expect(good(await taken(own(terminal)))).toEqual(draft);
  });
});

describe('the end of its time', () => {
  test('it opens to the last second, and never after; nothing of it stays', async () => {
    const terminal = await offline();
    const { store, parking } = machine(terminal);
    const { expiresAt } = good(await parking.park(request()));
    store.time.at = new Date(Date.parse(expiresAt) - 1).toISOString();
    expect((await taken(parking)).ok).toBe(true);
    store.time.at = expiresAt;
    expect((await taken(parking)).ok).toBe(false);
    expect(good(store.queue.drafts.expire())).toBe(1);
    expect(good(store.queue.drafts.untold())).toEqual([]);
    expect(good(store.queue.drafts.expire())).toBe(0);
  });

  test('a machine that fetches one whose time is over opens nothing, whatever the platform says', async () => {
    const terminal = await startedTerminal();
    good(await own(terminal).park(request()));
    const { store, parking } = machine(terminal);
    store.time.at = '2099-01-01T00:00:00.000Z';
    expect(await taken(parking)).toEqual(NOT_FOUND);
  });
});

describe('another terminal', () => {
  test('takes it up, submits, and the first one then finds nothing', async () => {
    const terminal = await startedTerminal();
    const first = own(terminal);
    const second = machine(terminal);
    good(await first.park(request()));
    expect(good(await taken(second.parking))).toEqual(draft);
    second.parking.over(CODE);
    terminal.gateway.drafts.set(keyOf(CODE), null);
    expect(await taken(first)).toEqual(NOT_FOUND);
    expect(good(terminal.queue.drafts.get(keyOf(CODE)))).toBeNull();
    expect(good(second.store.queue.drafts.untold())).toMatchObject([{ key: keyOf(CODE), sealed: null }]);
  });

  test('two at once get the same draft with the same submission id, and neither changes it', async () => {
    const terminal = await startedTerminal();
    good(await own(terminal).park(request()));
    const before = terminal.gateway.drafts.get(keyOf(CODE));
    const [left, right] = await Promise.all([
      taken(machine(terminal).parking),
      taken(machine(terminal).parking),
    ]);
    expect(good(left)).toEqual(good(right));
    expect(good(left).submissionId).toBe(draft.submissionId);
    expect(terminal.gateway.drafts.get(keyOf(CODE))).toBe(before);
  });

  test('parked anew there: the new slip opens the new state, the old one nothing', async () => {
    const terminal = await startedTerminal();
    const parking = own(terminal);
    good(await parking.park(request()));
    const further = { ...draft, answers: { company: CANARY, months: '2' } };
    good(await parking.park(request({ code: OTHER_CODE, draft: further, replaces: CODE })));
    expect(await taken(parking, CODE)).toEqual(NOT_FOUND);
    expect(good(await taken(parking, OTHER_CODE))).toEqual(further);
  });
});

describe('the platform makes trouble', () => {
  test.each([
    ['hangs up', hangUp, 'offline'],
    ['is a portal', page, 'offline'],
    ['fails', problem(500, 'internal'), 'unavailable'],
    ['has had too many tries', problem(429, 'too-many-tries'), 'too-many-tries'],
  ])('it %s while somebody takes up what is not here', async (_, act, code) => {
    const terminal = await startedTerminal();
    terminal.gateway.script.drafts.push(act);
    expect(await taken(own(terminal))).toEqual({ ok: false, code });
  });

  test('too many tries are no reason to hold submissions back', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.script.drafts.push(problem(429, 'too-many-tries'));
    await taken(own(terminal));
    const id = terminal.keep();
    await terminal.until(() => terminal.state(id) === 'accepted');
  });

  test('it goes on here while the platform is away: what is here opens', async () => {
    const terminal = await startedTerminal();
    const parking = own(terminal);
    good(await parking.park(request()));
    terminal.gateway.always.drafts = hangUp;
    expect(good(await taken(parking))).toEqual(draft);
  });

  test('an upload that is refused is not tried for ever, and it opens here', async () => {
    const terminal = await startedTerminal();
    const parking = own(terminal);
    terminal.gateway.always.drafts = problem(422, 'expired');
    expect(good(await parking.park(request())).elsewhere).toBe(false);
    await terminal.until(() => good(terminal.queue.drafts.untold()).length === 0);
    delete terminal.gateway.always.drafts;
    expect(good(await taken(parking))).toEqual(draft);
  });

  test('garbage of the right shape opens nothing', async () => {
    const terminal = await startedTerminal();
    const parking = own(terminal);
    good(await parking.park(request()));
    const elsewhere = machine(terminal).parking;
    const held = terminal.gateway.drafts.get(keyOf(CODE)) ?? '';
    for (const [from, to] of [
      // Another letter, whatever it begins with.
      [/"sealed":"./, held.includes('"sealed":"_') ? '"sealed":"-' : '"sealed":"_'],
      [/"schemaVersion":1/, '"schemaVersion":2'],
      [/"expiresAt":"20/, '"expiresAt":"21'],
      [/"draftId":"..../, '"draftId":"2222'],
      [/"sealed":"[^"]+"/, `"sealed":"${'A'.repeat(60)}"`],
    ] as const) {
      const changed = held.replace(from, to);
      expect(changed).not.toBe(held);
      terminal.gateway.drafts.set(keyOf(CODE), changed);
      expect(await taken(elsewhere)).toEqual(NOT_FOUND);
    }
  });
});

describe('what a program of another version parked', () => {
  test('is told from what does not exist, to who has slip and card', async () => {
    const terminal = await offline();
    const { store, parking } = machine(terminal);
    const code = parseResumeCode(CODE);
    if (code === null) throw new Error('no code');
    const later = { ...draft, v: 2 } as unknown as typeof draft;
    good(store.queue.drafts.keep(good(sealDraft(later, code, NUMBER, '2026-03-09T15:59:59.000Z'))));
    expect(await taken(parking)).toEqual({ ok: false, code: 'other-version' });
    expect((await taken(parking, CODE, OTHER_NUMBER)).ok).toBe(false);
  });
});

describe('what is too large or cannot be written', () => {
  test('is said, and nothing is kept', async () => {
    const terminal = await offline();
    const parking = own(terminal);
    const answers = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`a-${at}`, 'x'.repeat(3_000)]));
    expect(await parking.park(request({ draft: { ...draft, answers } }))).toEqual({
      ok: false,
      code: 'too-large',
    });
    expect(good(terminal.queue.drafts.untold())).toEqual([]);
  });

  test('the length of an answer does not show in the length of what is kept', async () => {
    const terminal = await offline();
    const { store, parking } = machine(terminal);
    good(await parking.park(request()));
    good(await parking.park(request({ code: OTHER_CODE, draft: { ...draft, answers: { company: 'Ka' } } })));
    const sizes = good(store.queue.drafts.untold()).map(({ sealed }) => sealed?.byteLength);
    expect(new Set(sizes).size).toBe(1);
  });
});

describe('a disk that is pulled out, and a platform that looks', () => {
  test('neither holds a word of the draft, the card, or the secret', async () => {
    const terminal = await startedTerminal();
    const { store, parking } = machine(terminal);
    good(await parking.park(request()));
    const secret = Buffer.from(parseResumeCode(CODE)?.secret ?? []);
    const folder = dirname(store.path);
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    expect(Buffer.concat(files).includes(keyOf(CODE))).toBe(true);
    const uploaded = Buffer.from(only([...terminal.gateway.drafts.values()]) ?? '', 'utf8');
    const words = [CANARY, 'employer-remittance', NUMBER, CODE, CODE.slice(0, 16), draft.submissionId];
    const traces = [
      ...words.map((word) => Buffer.from(word)),
      secret,
      Buffer.from(secret.toString('base64url')),
    ];
    for (const place of [...files, uploaded]) {
      expect(traces.filter((trace) => place.includes(trace)).map(String)).toEqual([]);
    }
  });

  test('once over, not even the ciphertext is on the disk', async () => {
    const terminal = await offline();
    const { store, parking } = machine(terminal);
    good(await parking.park(request()));
    const sealed = Buffer.from(good(store.queue.drafts.get(keyOf(CODE)))?.sealed ?? []).subarray(0, 64);
    expect(sealed.byteLength).toBe(64);
    parking.over(CODE);
    const folder = dirname(store.path);
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name)).includes(sealed)).toBe(false);
  });
});

function keyOf(text: string): string {
  const code = parseResumeCode(text);
  if (code === null) throw new Error('no code');
  return draftKeyOf(code);
}
