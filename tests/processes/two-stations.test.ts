import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { parkedDraft } from '../../domain/parking/draft.fixture.ts';
import { HOLD_MS } from '../../domain/parking/hold.ts';
import { parseResumeCode, RESUME_RANDOM_BYTES, resumeCodeFrom } from '../../domain/parking/resume-code.ts';
import type { SubmitRequest } from '../../domain/terminal/ports/queue/submission.ts';
import { demoStaff, enrolTerminal, openGatewayParts, startGateway } from '../../gateway/index.ts';
import { ADULT_01 } from '../../gateway/testing/people.ts';
import { draftKeyOf } from '../../queue/parking/draft-sealing.ts';
import { good } from '../../queue/testing/values.ts';
import { startNetworkProxy } from '../../scripts/dev/network-proxy.ts';
import { startTerminalQueue, type TerminalQueue } from '../support/terminal-queue.ts';

vi.setConfig({ testTimeout: 120_000 });
/** Of processes, threads and a gateway on a busy machine. */
const PATIENCE = { timeout: 60_000, interval: 50 };

const NUMBER = ADULT_01.person.hkid;
const PLACES = {
  K0127: { 'zh-Hant': '深水埗服務站', en: 'Sham Shui Po station' },
  K0128: { 'zh-Hant': '東涌服務站', en: 'Tung Chung station' },
} as const;
type Name = keyof typeof PLACES;

let slips = 0;
/** Another slip for every parking, as at the screens. */
function newSlip(): string {
  slips += 1;
  return resumeCodeFrom(new Uint8Array(RESUME_RANDOM_BYTES).fill(slips));
}

const draft = parkedDraft({ submissionId: v7(), answers: { contactChannel: 'mobile' } });
const wrote = (mobile: string) => ({ ...draft, answers: { ...draft.answers, mobile } });

const registration = (takenUp: string): SubmitRequest => ({
  ...{ id: draft.submissionId, kind: 'member-registration', payload: ADULT_01, takenUp },
});

interface Station {
  queue: TerminalQueue;
  readonly cut: () => Promise<void>;
  readonly restore: () => Promise<void>;
  /** The power goes and comes back: the same disk, nothing of the memory. */
  readonly restart: () => Promise<void>;
}

/** Two stations at one gateway, each with a wire of its own, and the gateway's clock in the test's hand. */
async function twoStations() {
  const folder = mkdtempSync(join(tmpdir(), 'empf-two-stations-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const dataDir = join(folder, 'gateway');
  let ahead = 0;
  const now = (): Date => new Date(Date.now() + ahead);
  const gateway = good(await startGateway({ dataDir, logLevel: 'silent', now }));
  onTestFinished(gateway.stop);

  async function station(name: Name): Promise<Station> {
    const wire = await startNetworkProxy(0, () => Number(new URL(gateway.url).port));
    onTestFinished(() => wire.stop());
    const gatewayUrl = `http://127.0.0.1:${String(wire.port)}`;
    const enrolment = good(
      await enrolTerminal({ dataDir, terminalId: name, gatewayUrl, staff: await demoStaff() }),
    );
    const settings = { folder: join(folder, name), enrolment, place: PLACES[name] };
    const start = async (): Promise<TerminalQueue> => {
      const queue = await startTerminalQueue(settings);
      if (!wire.isCut()) await connection(queue, true);
      return queue;
    };
    const one: Station = {
      queue: await start(),
      async cut() {
        await wire.cut();
        await connection(one.queue, false);
      },
      async restore() {
        await wire.restore();
        await connection(one.queue, true);
      },
      async restart() {
        await one.queue.cutPower();
        one.queue = await start();
      },
    };
    onTestFinished(() => one.queue.cutPower());
    return one;
  }

  return {
    here: await station('K0127'),
    there: await station('K0128'),
    /** No word from whoever holds it for this long. */
    later: (milliseconds: number): void => {
      ahead += milliseconds;
    },
    /** The platform has heard that this slip's draft was submitted. */
    isOver: async (slip: string) => {
      const code = parseResumeCode(slip);
      if (code === null) throw new Error('no slip');
      const parts = good(await openGatewayParts({ dataDir, now }));
      const found = await parts.drafts.fetch('K0127', draftKeyOf(code));
      parts.close();
      return !found.ok && found.code === 'draft-gone';
    },
    outcomes: async () => {
      const parts = good(await openGatewayParts({ dataDir, now }));
      const stored = await parts.store.listArrivals(10);
      parts.close();
      return stored.map(({ envelope, outcome }) => [envelope.terminalId, outcome]);
    },
  };
}

async function connection(queue: TerminalQueue, online: boolean): Promise<void> {
  await queue.until((events) => {
    const last = events.findLast((event) => event.type === 'CONNECTION');
    return last?.online === online;
  });
}

const takeUp = ({ queue }: Station, code: string, copy = false) =>
  queue.takeUp({ code, number: NUMBER, ...(copy ? { copy } : {}) });

/** The visit comes to its end, and the terminal notes it as it always does. */
async function leave({ queue }: Station): Promise<void> {
  await queue.audit({ event: 'session.ended', actor: 'member', sessionId: v7(), detail: { how: 'left' } });
}

async function parkedAt({ queue }: Station): Promise<string> {
  const slip = newSlip();
  expect(good(await queue.park({ code: slip, draft, number: NUMBER, replaces: null }))).toMatchObject({
    elsewhere: true,
  });
  return slip;
}

/** Parks what was taken up with `replaces`, with another answer; the new slip. */
async function parkAnew({ queue }: Station, replaces: string, mobile: string) {
  const slip = newSlip();
  const parked = good(await queue.park({ code: slip, draft: wrote(mobile), number: NUMBER, replaces }));
  return { slip, parked };
}

/** What a slip opens, wherever it is asked for; whoever works on it is no hindrance. */
async function opens(station: Station, slip: string): Promise<string | undefined> {
  const opened = await takeUp(station, slip, true);
  return opened.ok ? (opened.value.answers['mobile'] ?? 'as it was') : opened.code;
}

const HELD_HERE = {
  ok: false,
  code: 'held',
  params: { terminalId: 'K0127', en: PLACES.K0127.en, zh: PLACES.K0127['zh-Hant'] },
};

describe('two stations take up one slip', () => {
  it('the second is told where and since when, never by whom; once the first is left, it opens', async () => {
    const { here, there } = await twoStations();
    const slip = await parkedAt(here);
    good(await takeUp(here, slip));
    const held = await takeUp(there, slip);
    expect(held).toMatchObject(HELD_HERE);
    expect(Object.keys(held.ok ? {} : (held.params ?? {})).sort()).toEqual([
      'en',
      'since',
      'terminalId',
      'zh',
    ]);
    await leave(here);
    await vi.waitUntil(async () => (await takeUp(there, slip)).ok, PATIENCE);
  });

  it.each([
    ['the holder first', true],
    ['the copy first', false],
  ])(
    'both park, %s: two slips, each with its own work, and nothing is overwritten',
    async (_, holderFirst) => {
      const { here, there } = await twoStations();
      const slip = await parkedAt(here);
      good(await takeUp(here, slip));
      good(await takeUp(there, slip, true));
      const parkHere = () => parkAnew(here, slip, '61370948');
      const parkThere = () => parkAnew(there, slip, '91234567');
      const [mine, theirs] = holderFirst
        ? [await parkHere(), await parkThere()]
        : await parkThere().then(async (done) => [await parkHere(), done] as const);
      expect(mine.parked.beside).toBeUndefined();
      expect(theirs.parked.beside).toEqual({
        by: holderFirst
          ? null
          : { terminalId: 'K0127', place: PLACES.K0127, since: expect.any(String) as string },
      });
      for (const station of [here, there]) {
        expect(await opens(station, mine.slip)).toBe('61370948');
        expect(await opens(station, theirs.slip)).toBe('91234567');
      }
      await vi.waitUntil(async () => (await opens(there, slip)) === 'not-found', PATIENCE);
    },
  );

  it.each([
    ['the one who holds it', 'here'],
    ['the one with the copy', 'there'],
  ])('both submit, %s first: one counts, and the other is told before they leave', async (_, first) => {
    const { here, there, outcomes, isOver } = await twoStations();
    const slip = await parkedAt(here);
    good(await takeUp(here, slip));
    good(await takeUp(there, slip, true));
    const [sooner, later] = first === 'here' ? [here, there] : [there, here];
    good(await sooner.queue.submit(registration(slip)));
    await vi.waitUntil(() => isOver(slip), PATIENCE);
    expect(await later.queue.submit(registration(slip))).toEqual({ ok: false, code: 'submitted-elsewhere' });
    // Asked again, since the answer was lost: it is their own that is over.
    good(await sooner.queue.submit(registration(slip)));
    await vi.waitUntil(async () => (await outcomes()).length === 1, PATIENCE);
    expect(await outcomes()).toEqual([[first === 'here' ? 'K0127' : 'K0128', { state: 'accepted' }]]);
  });

  it('one of them has no network when it submits: both are kept, one counts, and the list of cases says why', async () => {
    const { here, there, outcomes } = await twoStations();
    const slip = await parkedAt(here);
    good(await takeUp(here, slip));
    const sessionId = v7();
    await there.queue.audit({ event: 'session.started', actor: 'staff', staffId: 'S2041', sessionId });
    good(await takeUp(there, slip, true));
    await there.cut();
    good(await there.queue.submit(registration(slip)));
    await there.queue.audit({
      event: 'session.ended',
      actor: 'member',
      sessionId,
      detail: { how: 'submitted' },
    });
    good(await here.queue.submit(registration(slip)));
    await vi.waitUntil(async () => (await outcomes()).length === 1, PATIENCE);
    await there.restore();
    await vi.waitUntil(async () => (await outcomes()).length === 2, PATIENCE);
    expect(await outcomes()).toEqual(
      expect.arrayContaining([
        ['K0127', { state: 'accepted' }],
        ['K0128', { state: 'rejected', code: 'submitted-before' }],
      ]),
    );
    await vi.waitUntil(async () => good(await there.queue.cases()).cases[0]?.state === 'rejected', PATIENCE);
    expect(good(await there.queue.cases()).cases).toMatchObject([
      { state: 'rejected', reason: 'submitted-before', staffId: 'S2041', needsSomebody: true },
    ]);
  });
});

describe('the one who took it up had no network', () => {
  it('comes back while the other works on it: a copy, and the other one’s slip stays theirs', async () => {
    const { here, there } = await twoStations();
    const slip = await parkedAt(here);
    await here.cut();
    good(await takeUp(here, slip));
    good(await takeUp(there, slip));
    const mine = await parkAnew(here, slip, '61370948');
    expect(mine.parked.elsewhere).toBe(false);
    await here.restore();
    // It has heard of everything: what was parked here opens there.
    await vi.waitUntil(async () => (await opens(there, mine.slip)) === '61370948', PATIENCE);
    expect(await opens(there, slip)).toBe('as it was');
    const theirs = await parkAnew(there, slip, '91234567');
    expect(await opens(here, theirs.slip)).toBe('91234567');
    expect(await opens(here, mine.slip)).toBe('61370948');
  });

  it('comes back before anybody else has asked: the hold is claimed late', async () => {
    const { here, there } = await twoStations();
    const slip = await parkedAt(here);
    await here.cut();
    good(await takeUp(here, slip));
    await here.restore();
    await vi.waitUntil(async () => {
      const asked = await takeUp(there, slip);
      if (asked.ok) await leave(there);
      return !asked.ok && asked.code === 'held';
    }, PATIENCE);
  });
});

describe('the power of the holder goes', () => {
  it('the hold runs out; the second takes it up, and the first, back again, has a copy', async () => {
    const { here, there, later } = await twoStations();
    const slip = await parkedAt(here);
    good(await takeUp(here, slip));
    await here.queue.cutPower();
    expect(await takeUp(there, slip)).toMatchObject(HELD_HERE);
    later(HOLD_MS);
    good(await takeUp(there, slip));
    await here.restart();
    expect(await takeUp(here, slip)).toMatchObject({ code: 'held', params: { terminalId: 'K0128' } });
    good(await takeUp(here, slip, true));
    const mine = await parkAnew(here, slip, '61370948');
    expect(mine.parked.beside?.by).toMatchObject({ terminalId: 'K0128' });
    const theirs = await parkAnew(there, slip, '91234567');
    expect(theirs.parked.beside).toBeUndefined();
    expect(await opens(there, mine.slip)).toBe('61370948');
    expect(await opens(here, theirs.slip)).toBe('91234567');
  });

  it.each([0, 2, 6, 16])(
    'in the middle of parking anew, %i looks after it was asked for: what was there opens, or what is new',
    async (looks) => {
      const { here, there, later } = await twoStations();
      const slip = await parkedAt(here);
      good(await takeUp(here, slip));
      const next = newSlip();
      const request = { code: next, draft: wrote('61370948'), number: NUMBER, replaces: slip };
      void here.queue.park(request);
      // Turns of the loop, not a time: the kill falls into another step of it each time.
      for (let look = 0; look < looks; look += 1) await new Promise(setImmediate);
      await here.restart();
      later(HOLD_MS);
      await vi.waitUntil(async () => {
        const found = [await opens(here, slip), await opens(here, next)];
        return found.includes('61370948') || found.includes('as it was');
      }, PATIENCE);
      // The other station works on whichever is there, and loses nothing of its own.
      await leave(here);
      const found = (await opens(there, next)) === '61370948' ? next : slip;
      good(await takeUp(there, found, true));
      const theirs = await parkAnew(there, found, '91234567');
      expect(await opens(there, theirs.slip)).toBe('91234567');
    },
  );
});
