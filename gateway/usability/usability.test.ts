import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UsabilityTally } from '../../domain/usability/cell.ts';
import { usabilityPath } from '../../domain/usability/wire.ts';
import { expectProblem } from '../testing/answers.ts';
import { openDatabase } from '../store/database.ts';
import { startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { createUsabilityStore, type ToldDay } from './usability-store.ts';

const cell: UsabilityTally = {
  mode: 'live',
  profile: 'kiosk',
  flow: 'member-registration',
  step: 'question.mobile',
  locale: 'en',
  textSize: 'normal',
  assist: false,
  measure: 'reached',
  count: 7,
};

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startTestGateway();
});
afterEach(() => gateway.stop());

const put = (cells: readonly unknown[], day = '2026-11-22', epoch = 1) =>
  gateway.call('PUT', usabilityPath(epoch, day), { cells });

/** What lies in the gateway's own database. */
async function stored(): Promise<readonly ToldDay[]> {
  const opened = openDatabase(gateway.dataDir);
  if (!opened.ok) throw new Error(opened.code);
  try {
    return await createUsabilityStore(opened.value).all();
  } finally {
    opened.value.close();
  }
}

describe('a day of counts', () => {
  it('told twice is there once; told anew it takes the place of what was told before', async () => {
    expect((await put([cell])).json).toEqual({ stored: true });
    await put([cell]);
    await put([{ ...cell, count: 9 }]);
    expect(await stored()).toEqual([
      { terminalId: 'K0127', epoch: 1, day: '2026-11-22', cells: [{ ...cell, count: 9 }] },
    ]);
  });

  it('after a salvage is another, and is added', async () => {
    await put([cell]);
    await put([cell], '2026-11-22', 2);
    expect((await stored()).map(({ epoch }) => epoch)).toEqual([1, 2]);
  });

  it('is taken from terminals only', async () => {
    const answer = await fetch(`${gateway.url}${usabilityPath(1, '2026-11-22')}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ cells: [cell] }),
    });
    expect(answer.status).toBe(401);
  });
});

describe('what has no place in counts', () => {
  it.each([
    ['a name beside them', { ...cell, name: 'CHAN TAI MAN' }],
    ['a number as a page', { ...cell, step: 'A123456(3)' }],
    ['words as an error', { ...cell, measure: 'error:CHAN TAI MAN' }],
    ['a visit’s id', { ...cell, sessionId: '0190d5a8-0000-7000-8000-000000000001' }],
    ['no count', { ...cell, count: 0 }],
  ])('%s', async (_, bad) => {
    expectProblem(await put([bad]), 400, 'malformed');
    expect(await stored()).toEqual([]);
    expect(gateway.log.join('\n')).not.toMatch(/CHAN|A123456/);
  });

  it('a day that is none', async () => {
    expectProblem(await put([cell], 'yesterday'), 400, 'malformed');
  });
});
