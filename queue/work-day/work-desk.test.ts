import { describe, expect, test } from 'vitest';
import { good } from '../testing/values.ts';
import { van } from '../transfer/testing/van.ts';
import { createWorkDesk } from './work-desk.ts';

const BY = { by: { staffId: 'S4052', role: 'van-operator' }, devices: {} } as const;

async function counter() {
  const there = await van();
  const { queue, keys } = there;
  const desk = createWorkDesk({
    ...{ queue, keys, terminalId: 'K0127', profile: 'van' },
    onClosed: () => undefined,
  });
  return { ...there, desk };
}

describe('the report of the day that was closed last', () => {
  test('there is none before the first day was closed', async () => {
    const { desk } = await counter();
    expect(good(await desk.lastClosed())).toBeNull();
  });

  test('whoever had no answer to the signing reads the very report that was signed, also once the platform has it', async () => {
    const { desk, queue, ...there } = await counter();
    good(await desk.closeDay({ ...BY, day: 1 }));
    const closed = good(await desk.closeDay({ ...BY, day: 2 }));
    expect(good(await desk.lastClosed())).toEqual(closed);
    good(queue.work.sent(2, await there.acknowledge(2, closed.digest)));
    expect(good(await desk.lastClosed())).toEqual(closed);
  });

  test('a day that is over is not closed a second time, nor the one after it in its place', async () => {
    const { desk, queue } = await counter();
    const both = await Promise.all([desk.closeDay({ ...BY, day: 1 }), desk.closeDay({ ...BY, day: 1 })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'day-over' });
    expect(good(queue.work.look()).number).toBe(2);
  });

  test('the disk gives back something else than was signed: it is not taken for a report', async () => {
    const { desk, queue, keys } = await counter();
    const report = good(await desk.draft(BY));
    good(queue.work.close(report, await keys.signWithDevice({ v: 2 })));
    expect(await desk.lastClosed()).toMatchObject({ ok: false, code: 'storage-fault' });
  });
});
