import { describe, expect, it } from 'vitest';
import type { View } from '../../../domain/terminal/view/view.ts';
import { officer01 } from '../../testing/people.ts';
import { fakeWorkDay } from '../../testing/work-day.ts';
import { onShift, station } from './counter.fixture.ts';

describe('the end of the day at a counter', () => {
  it('is counted, signed and over; the next day begins with a sign-in of its own', async () => {
    const test = await onShift();
    test.staff.press({ type: 'STATION_END_DAY' });
    await test.settle();
    expect(test.staff.page()).toBe('day-tally');
    expect(test.member.view().screen).toMatchObject({ state: 'closed' });
    test.staff.press({ type: 'DAY_CLOSE' });
    await test.settle();
    expect(test.staff.page()).toBe('day-report');
    expect(test.book.closed[0]?.closedBy).toEqual({ staffId: officer01.staffId, role: 'officer' });
    test.ports.sendPrinter('slips', 'ready');
    test.staff.press({ type: 'DAY_PRINT' });
    await test.settle();
    expect(test.staff.view().screen).toMatchObject({ print: 'printed' });
    expect(test.member.tap({ type: 'DAY_PRINT' }).accepted).toBe(false);
    test.staff.press({ type: 'DONE' });
    await test.settle();
    expect(test.staff.page()).toBe('station-signed-out');
    await test.signIn();
    expect(test.staff.view().screen).toMatchObject({ id: 'station-ready', day: 2, sessions: 0 });
  });

  it('the signing has no answer, though the day was closed: its report can be printed at this counter all the same', async () => {
    const test = await onShift();
    test.staff.press({ type: 'STATION_END_DAY' });
    await test.settle();
    test.ports.sendPrinter('slips', 'ready');
    test.book.silentAtClosing = true;
    test.staff.press({ type: 'DAY_CLOSE' });
    await test.wait(test.delays.workDayOverdue + 1000);
    await test.settle();
    expect(test.staff.view().screen).toMatchObject({ id: 'day-tally', report: { day: 2 }, last: { day: 1 } });
    test.staff.press({ type: 'DAY_PRINT' });
    await test.settle();
    expect(test.staff.view().screen).toMatchObject({ last: { day: 1, print: 'printed' } });
    test.staff.press({ type: 'BACK' });
    await test.settle();
    expect(test.staff.page()).toBe('station-signed-out');
    expect(test.book.closed).toHaveLength(1);
  });

  it('nobody closed it yesterday: said in the morning, on the page on which it is ended', async () => {
    const openedOn = async (openedAt: string): Promise<View> => {
      const book = fakeWorkDay();
      book.day = { ...book.day, openedAt, sessions: 9 };
      const test = await station(null, book);
      await test.signIn();
      return test.staff.view();
    };
    // One minute before midnight in Hong Kong, and one after.
    const before = (await openedOn('2026-11-22T15:59:00.000Z')).screen;
    expect(before).toMatchObject({ id: 'station-ready', unclosedSince: '2026-11-22' });
    expect((await openedOn('2026-11-22T16:01:00.000Z')).screen).not.toHaveProperty('unclosedSince');
  });

  it('nobody closed it yesterday, and somebody is at the counter already: said there, too', async () => {
    const book = fakeWorkDay();
    book.day = { ...book.day, openedAt: '2026-11-22T02:00:00.000Z', sessions: 9 };
    const test = await station(null, book);
    await test.signIn();
    test.staff.press({ type: 'STATION_WITHOUT_TICKET' });
    expect(test.staff.view().screen).toMatchObject({ id: 'station-called', unclosedSince: '2026-11-22' });
  });

  it('may be left before it is signed', async () => {
    const test = await onShift();
    test.staff.press({ type: 'STATION_END_DAY' });
    await test.settle();
    test.staff.press({ type: 'BACK' });
    await test.settle();
    expect(test.staff.page()).toBe('station-ready');
    expect(test.book.closed).toEqual([]);
  });
});
