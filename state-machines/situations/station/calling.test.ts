import { describe, expect, it } from 'vitest';
import { typedNumberText } from '../../testing/people.ts';
import { frozen } from '../../testing/status.ts';
import { fakeTickets, ticket } from '../../testing/counter-tickets.ts';
import { onShift } from './counter.fixture.ts';

describe('calling the next one', () => {
  it('shows the number on the member’s side, and the queue hears when they were served', async () => {
    const test = await onShift();
    expect(test.staff.view().screen).toMatchObject({ waiting: { count: 1 }, tickets: true });
    test.staff.press({ type: 'STATION_CALL_NEXT' });
    await test.settle();
    expect(test.queue?.counters).toEqual(['3']);
    expect(test.member.view().screen).toMatchObject({ state: 'called', number: 'A012', counter: '3' });
    test.staff.press({ type: 'START', locale: 'en' });
    await test.settle();
    expect(test.member.page()).toBe('notice');
    test.staff.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    await test.settle();
    expect(test.queue?.ended).toEqual([{ ticketId: 'ticket-A012', how: 'served' }]);
    expect(test.staff.page()).toBe('station-ready');
  });

  it('who is not there is told to the queue, and the next one may be called', async () => {
    const test = await onShift(fakeTickets(ticket('A012'), ticket('C003', 'contribution')));
    test.staff.press({ type: 'STATION_CALL_NEXT' });
    await test.settle();
    test.staff.press({ type: 'STATION_MISSED' });
    await test.settle();
    expect(test.queue?.ended).toEqual([{ ticketId: 'ticket-A012', how: 'missed' }]);
    expect(test.member.view().screen).toMatchObject({ state: 'open', number: null });
    test.staff.press({ type: 'STATION_CALL_NEXT' });
    await test.settle();
    expect(test.staff.view().screen).toMatchObject({ number: 'C003', purpose: 'contribution' });
  });

  it('says that nobody waits', async () => {
    const test = await onShift(fakeTickets());
    test.staff.press({ type: 'STATION_CALL_NEXT' });
    await test.settle();
    expect(test.staff.view().screen).toMatchObject({ id: 'station-ready', nobody: true });
  });

  it.each(['offline', 'silent', 'rejects'] as const)(
    'goes on without the queue when it does not answer: %s',
    async (mood) => {
      const test = await onShift();
      if (test.queue !== null) test.queue.mood = mood;
      test.staff.press({ type: 'STATION_CALL_NEXT' });
      await test.wait(test.delays.ticketOverdue + 500);
      expect(test.staff.view().screen).toMatchObject({ id: 'station-ready' });
      expect(test.staff.view().screen).toHaveProperty(
        'trouble',
        mood === 'offline' ? 'offline' : 'unavailable',
      );
      test.staff.press({ type: 'STATION_TYPE_TICKET' }, { type: 'ANSWER', value: 'b 7' });
      expect(test.member.view().screen).toMatchObject({ state: 'called', number: 'B007' });
    },
  );

  it('without a queue a number is typed; an ID card number is none', async () => {
    const test = await onShift(null);
    expect(test.staff.tap({ type: 'STATION_CALL_NEXT' }).accepted).toBe(false);
    test.staff.press({ type: 'STATION_TYPE_TICKET' }, { type: 'ANSWER', value: typedNumberText });
    expect(test.staff.view().screen).toMatchObject({ id: 'station-ticket', error: 'number' });
    test.staff.press({ type: 'BACK' });
    expect(test.staff.page()).toBe('station-ready');
  });

  it('nobody is served while the member’s display is gone, and staff read why', async () => {
    const test = await onShift();
    test.memberScreen(false);
    expect(test.staff.view().screen).toMatchObject({ memberScreen: false });
    test.staff.press({ type: 'STATION_WITHOUT_TICKET' });
    expect(test.staff.tap({ type: 'START', locale: 'en' }).accepted).toBe(false);
    test.memberScreen(true);
    test.staff.press({ type: 'START', locale: 'en' });
  });

  it('nobody is served while the limits are reached', async () => {
    const test = await onShift();
    test.ports.sendStatus(frozen('too-many-pending'));
    test.staff.press({ type: 'STATION_WITHOUT_TICKET' });
    expect(test.staff.tap({ type: 'START', locale: 'en' }).accepted).toBe(false);
  });
});
