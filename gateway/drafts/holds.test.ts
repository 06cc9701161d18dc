import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  draftEndPath,
  type HoldAnswer,
  holdAnswerSchema,
  holdPath,
  HOLD_MS,
} from '../../domain/parking/hold.ts';
import { draftPath, type StoredDraft } from '../../domain/parking/wire.ts';
import { expectProblem } from '../testing/answers.ts';
import { callAs, NOW, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import type { TestTerminal } from '../testing/terminal.ts';

const KEY = 'k'.repeat(43);
const STATION = { 'zh-Hant': '深水埗服務站', en: 'Sham Shui Po station' };
const draft: StoredDraft = {
  draftId: 'K7M2',
  schemaVersion: 1,
  expiresAt: new Date(Date.parse(NOW) + 7 * 24 * 3_600_000).toISOString(),
  sealed: 'q'.repeat(400),
};

let gateway: TestGateway;
let first: TestTerminal;
let second: TestTerminal;
beforeEach(async () => {
  gateway = await startTestGateway();
  first = gateway.terminal;
  second = await gateway.enrol('K0128');
  await gateway.call('PUT', draftPath(KEY), draft);
});
afterEach(() => gateway.stop());

const ask = (terminal: TestTerminal, fence: number | null = null, place: typeof STATION | null = STATION) =>
  callAs(gateway.url, terminal, 'PUT', holdPath(KEY), { place, fence });

async function hold(terminal: TestTerminal, fence: number | null = null): Promise<HoldAnswer> {
  return holdAnswerSchema.parse((await ask(terminal, fence)).json);
}

const release = (terminal: TestTerminal, fence: number) =>
  callAs(gateway.url, terminal, 'DELETE', `${holdPath(KEY)}?fence=${String(fence)}`);

const end = async (terminal: TestTerminal, how: 'submitted' | 'replaced', fence: number | null) =>
  (await callAs(gateway.url, terminal, 'DELETE', draftEndPath(KEY, how, fence))).json;

function after(milliseconds: number): void {
  gateway.setNow(new Date(Date.parse(NOW) + milliseconds).toISOString());
}

const YOURS = { hold: 'yours' };
const OTHERS = { hold: 'others', by: { terminalId: 'K0127', place: STATION, since: NOW } };

describe('one terminal works on a draft', () => {
  it('the other one is told where and since when, and may fetch it all the same', async () => {
    expect(await hold(first)).toEqual({
      ...YOURS,
      fence: 1,
      until: new Date(Date.parse(NOW) + HOLD_MS).toISOString(),
    });
    expect(await hold(second)).toMatchObject(OTHERS);
    expect((await callAs(gateway.url, second, 'GET', draftPath(KEY))).json).toEqual(draft);
  });

  it('two ask at the same moment: one has it, the other is told so', async () => {
    const answers = await Promise.all([hold(first), hold(second)]);
    expect(answers.map((answer) => answer.hold).sort()).toEqual(['others', 'yours']);
  });

  it('it goes on: renewed, it is held beyond its first end, and since when stays', async () => {
    await hold(first);
    after(HOLD_MS - 1);
    expect(await hold(first, 1)).toMatchObject({ ...YOURS, fence: 1 });
    after(HOLD_MS + 1);
    expect(await hold(second)).toMatchObject(OTHERS);
  });

  it('its power goes: the hold runs out, and the next number is greater', async () => {
    await hold(first);
    after(HOLD_MS);
    expect(await hold(second)).toMatchObject({ ...YOURS, fence: 2 });
    expect(await hold(first, 1)).toMatchObject({ hold: 'others', by: { terminalId: 'K0128' } });
  });

  it('it comes back late, and nobody has had it meanwhile: as if it had never been away', async () => {
    await hold(first);
    after(10 * HOLD_MS);
    expect(await hold(first, 1)).toMatchObject({ ...YOURS, fence: 1 });
  });

  it('it lets go: the other has it at once; a number that is not the newest lets nothing go', async () => {
    await hold(first);
    await release(second, 1);
    await release(first, 7);
    expect(await hold(second)).toMatchObject(OTHERS);
    await release(first, 1);
    expect(await hold(second)).toMatchObject({ ...YOURS, fence: 2 });
    await release(first, 1);
    expect(await hold(first)).toMatchObject({ hold: 'others' });
  });

  it('says no place: the terminal is named', async () => {
    await ask(first, null, null);
    expect(await hold(second)).toMatchObject({ by: { terminalId: 'K0127', place: null } });
  });
});

describe('it is parked anew', () => {
  it('by who holds it: it is over', async () => {
    await hold(first);
    expect(await end(first, 'replaced', 1)).toEqual({ gone: true });
    expect(await hold(second)).toEqual({ hold: 'over', how: 'replaced' });
  });

  it('by who never could hold it, and nobody else ever did: it is over', async () => {
    expect(await end(first, 'replaced', null)).toEqual({ gone: true });
  });

  it.each([
    ['an older number', 1],
    ['no number', null],
  ])('by %s, while another has it or has had it: it stays, and opens', async (_, fence) => {
    await hold(first);
    after(HOLD_MS);
    await hold(second);
    expect(await end(first, 'replaced', fence)).toEqual({ gone: false });
    await release(second, 2);
    expect(await end(first, 'replaced', fence)).toEqual({ gone: false });
    expect((await gateway.call('GET', draftPath(KEY))).json).toEqual(draft);
    expect(await end(second, 'replaced', 2)).toEqual({ gone: true });
  });
});

describe('it is submitted', () => {
  it('by whichever of the two: it is over, and the other is told how', async () => {
    await hold(first);
    expect(await end(second, 'submitted', null)).toEqual({ gone: true });
    expect(await hold(first, 1)).toEqual({ hold: 'over', how: 'submitted' });
    expect(await end(first, 'replaced', 1)).toEqual({ gone: true });
    expect(await hold(first, 1)).toEqual({ hold: 'over', how: 'submitted' });
  });
});

describe('what is not answered', () => {
  it('a draft that is not there counts as a try', async () => {
    const nobody = holdPath('x'.repeat(43));
    for (let count = 0; count < 30; count += 1) {
      expectProblem(await gateway.call('PUT', nobody, { place: null, fence: null }), 404, 'not-found');
    }
    expectProblem(await gateway.call('PUT', nobody, { place: null, fence: null }), 429, 'too-many-tries');
  });

  it('a stranger, and what is not as the contract says', async () => {
    expect((await gateway.get(holdPath(KEY))).status).toBeGreaterThanOrEqual(400);
    for (const body of [{}, { place: null, fence: 0 }, { place: STATION, fence: null, staff: 'S2041' }]) {
      expectProblem(await gateway.call('PUT', holdPath(KEY), body), 400, 'malformed');
    }
    expectProblem(await gateway.call('DELETE', `${draftPath(KEY)}?how=forgotten`), 400, 'malformed');
  });

  it('a draft whose time is over: its hold is forgotten with it', async () => {
    await hold(first);
    gateway.setNow(draft.expiresAt);
    expect(await hold(second)).toMatchObject({ hold: 'over' });
  });
});

it('is in no log, neither key nor place', async () => {
  await hold(first);
  await hold(second);
  await end(first, 'replaced', 1);
  expect(gateway.log.join('\n')).not.toContain(KEY);
  expect(gateway.log.join('\n')).not.toContain('Sham Shui Po');
});
