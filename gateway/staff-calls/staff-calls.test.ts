import Database from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CALL_LASTS_SECONDS } from '../../domain/wire/staff-calls.ts';
import { expectProblem } from '../testing/answers.ts';
import { callAs, NOW, startTestGateway, type TestGateway } from '../testing/gateway.ts';

type Terminal = TestGateway['terminal'];

const PLACE = 'station-kwun-tong';
const FIRST = '0195bb00-0000-7000-8000-000000000001';
const SECOND = '0195bb00-0000-7000-8000-000000000002';

let gateway: TestGateway;
let kiosk: Terminal;
let counter: Terminal;
let other: Terminal;
beforeEach(async () => {
  gateway = await startTestGateway();
  kiosk = gateway.terminal;
  counter = await gateway.enrol('K0200');
  other = await gateway.enrol('K0201');
});
afterEach(() => gateway.stop());

const later = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
async function post(from: Terminal, path: string, body: object, place = PLACE): Promise<unknown> {
  const answer = await callAs(gateway.url, from, 'POST', `/v1/staff-calls${path}`, { place, ...body });
  return answer.status === 200 ? answer.json : answer.status;
}
const tell = (from: Terminal, callId = FIRST, waitedSeconds = 0, place = PLACE) =>
  post(from, '', { callId, waitedSeconds, locale: 'zh-Hant', step: 'reader' }, place);
const end = (from: Terminal, callId = FIRST) => post(from, '/end', { callId });
const open = (from: Terminal, place = PLACE) => post(from, '/open', {}, place);
const go = (from: Terminal, at: string, callId = FIRST) => post(from, '/go', { callId, counter: at });
const told = (standing: string) => ({ result: 'told', standing });
const call = (more: object = {}) => ({
  ...{ callId: FIRST, terminalId: 'K0127', waitedSeconds: 0, locale: 'zh-Hant', step: 'reader', going: null },
  ...more,
});
const calls = (...all: readonly object[]) => ({ result: 'calls', calls: all });
const refused = (why: string) => ({ result: 'refused', why });

describe('a member calls', () => {
  it('is open until a counter of the place has seen it, and then it is known that somebody has', async () => {
    expect(await tell(kiosk)).toEqual(told('open'));
    expect(await tell(kiosk, FIRST, 5)).toEqual(told('open'));
    expect(await open(counter)).toEqual(calls(call()));
    expect(await tell(kiosk, FIRST, 10)).toEqual(told('shown'));
  });

  it('waits by seconds that were counted at the terminal, whatever its clock says', async () => {
    await tell(kiosk, FIRST, 120);
    gateway.setNow(later(30));
    expect(await open(counter)).toEqual(calls(call({ waitedSeconds: 150 })));
  });

  it('is gone when it is over, said twice or not', async () => {
    await tell(kiosk);
    expect(await end(kiosk)).toEqual({ result: 'ended' });
    expect(await end(kiosk)).toEqual({ result: 'ended' });
    expect(await open(counter)).toEqual(calls());
    expect(rows('staff_calls')).toEqual([]);
  });

  it('calls no longer than a terminal is heard: it was cut off, or restarted in the middle', async () => {
    await tell(kiosk);
    gateway.setNow(later(CALL_LASTS_SECONDS - 1));
    expect(await open(counter)).toEqual(calls(call({ waitedSeconds: CALL_LASTS_SECONDS - 1 })));
    gateway.setNow(later(CALL_LASTS_SECONDS));
    expect(await open(counter)).toEqual(calls());
    expect(await go(counter, '3')).toEqual(refused('over'));
  });

  it('calls anew after a restart: one row a terminal, and nobody is on the way to the new one yet', async () => {
    await tell(kiosk);
    await go(counter, '3');
    expect(await tell(kiosk, SECOND)).toEqual(told('open'));
    expect(await open(counter)).toEqual(calls(call({ callId: SECOND })));
    expect(rows('staff_calls')).toHaveLength(1);
  });

  it('is not shown to itself, nor to another place, and only its terminal ends it', async () => {
    await tell(kiosk);
    expect(await open(kiosk)).toEqual(calls());
    expect(await open(other, 'station-sha-tin')).toEqual(calls());
    await end(counter);
    expect(await open(counter)).toEqual(calls(call()));
  });
});

describe('somebody goes', () => {
  it('is told to the terminal that calls and to the other counters', async () => {
    await tell(kiosk);
    expect(await go(counter, '3')).toEqual({ result: 'taken', by: { counter: '3', here: true } });
    expect(await tell(kiosk, FIRST, 10)).toEqual(told('going'));
    expect(await open(counter)).toEqual(calls(call({ going: { counter: '3', here: true } })));
    expect(await open(other)).toEqual(calls(call({ going: { counter: '3', here: false } })));
  });

  it('from two counters at once: the first is named, the other is told who', async () => {
    await tell(kiosk);
    const both = await Promise.all([go(counter, '3'), go(other, '4')]);
    const named = (both[0] as { readonly by: { readonly counter: string } }).by.counter;
    expect(both).toEqual([
      { result: 'taken', by: { counter: named, here: named === '3' } },
      { result: 'taken', by: { counter: named, here: named === '4' } },
    ]);
    expect(await go(other, '4')).toEqual({ result: 'taken', by: { counter: named, here: named === '4' } });
  });
});

describe('who may ask', () => {
  it('is a terminal, of a place that there is', async () => {
    const answer = await fetch(`${gateway.url}/v1/staff-calls/open`, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(401);
    expect(await tell(kiosk, FIRST, 0, 'nowhere')).toEqual(refused('no-place'));
    expect(await open(counter, 'nowhere')).toEqual(refused('no-place'));
  });

  it('is of one place until it has been silent for an hour: nobody listens around', async () => {
    await open(counter);
    expect(await open(counter, 'station-sha-tin')).toEqual(refused('other-place'));
    gateway.setNow(later(3_599));
    expect(await open(counter, 'station-sha-tin')).toEqual(refused('other-place'));
    gateway.setNow(later(3_600));
    expect(await open(counter, 'station-sha-tin')).toEqual(calls());
    expect(await open(counter)).toEqual(refused('other-place'));
  });

  it('stays of its place for as long as it asks, however long that is', async () => {
    for (let minute = 0; minute < 90; minute += 10) {
      gateway.setNow(later(minute * 60));
      expect(await open(counter)).toEqual(calls());
    }
    expect(await open(counter, 'station-sha-tin')).toEqual(refused('other-place'));
  });

  it('begins no more calls than anybody presses', async () => {
    const id = (number: number) => `0195bb00-0000-7000-8000-${String(number).padStart(12, '0')}`;
    for (let number = 1; number <= 60; number += 1)
      expect(await tell(kiosk, id(number))).toEqual(told('open'));
    const body = { place: PLACE, callId: id(61), waitedSeconds: 0, locale: 'en', step: 'other' };
    const answer = await gateway.call('POST', '/v1/staff-calls', body);
    expectProblem(answer, 429, 'too-many-tries');
    // The one that stands goes on.
    expect(await tell(kiosk, id(60), 10)).toEqual(told('open'));
  });

  it('says nothing more than there is to say', async () => {
    const answer = await gateway.call('POST', '/v1/staff-calls', {
      ...{ place: PLACE, callId: FIRST, waitedSeconds: 0, locale: 'en', step: 'other', name: 'Chan Tai Man' },
    });
    expect(answer.status).toBe(400);
    expect(rows('staff_calls')).toEqual([]);
  });
});

function rows(table: 'staff_calls'): readonly unknown[] {
  const file = readdirSync(gateway.dataDir).find((name) => /\.(db|sqlite)$/.test(name)) ?? '';
  const database = new Database(join(gateway.dataDir, file), { readonly: true });
  const all = database.prepare(`SELECT * FROM ${table}`).all();
  database.close();
  return all;
}
