import { beforeEach, describe, expect, it } from 'vitest';
import { CATALOGUES } from '../../../domain/messages/catalogue.ts';
import { fail } from '../../../domain/result.ts';
import { TICKET_FAULTS } from '../../../domain/terminal/ports/tickets.ts';
import { ticketCodeFrom } from '../../../domain/tickets/ticket-code.ts';
import { inService, type TestTerminal } from '../../testing/harness.ts';
import { fakeTickets, type FakeTickets } from '../../testing/tickets.ts';

const CODE = ticketCodeFrom(new Uint8Array(26).fill(77));
let queue: FakeTickets;
let test: TestTerminal;

beforeEach(async () => {
  queue = fakeTickets();
  test = await inService({}, { ports: { tickets: queue } });
  test.network(true);
});

const start = (): void => test.press({ type: 'TICKET', locale: 'en' });
const scan = (of: 'ticket' | 'booking', code = CODE): void =>
  test.ports.sendHardware({ type: 'TICKET_SCANNED', scanned: { of, code } });
async function take(): Promise<void> {
  start();
  test.press({ type: 'TICKET_WAY', way: 'take' }, { type: 'TICKET_FOR', purpose: 'contribution' });
  await test.settle();
}
const asked = (): readonly string[] => queue.asked.map(([what]) => what);

describe('a ticket', () => {
  it('is taken from the attract page in three taps, without a card', async () => {
    expect(test.on('attract').tickets).toBe(true);
    await take();
    expect(test.on('ticket')).toMatchObject({ number: 'A001', ahead: 0, state: 'waiting', canCancel: true });
    expect(test.ports.commands.some(({ type }) => type === 'ARM_READ')).toBe(false);
  });

  it('is offered in the menu too, and back leads there', () => {
    test.press({ type: 'MENU', locale: 'en' });
    expect(test.on('menu').tickets).toBe(true);
    test.press({ type: 'TICKET', locale: 'en' }, { type: 'BACK' });
    test.on('menu');
    test.press({ type: 'BACK' });
    expect(test.on('language').tickets).toBe(true);
    test.press({ type: 'TICKET', locale: 'en' }, { type: 'BACK' });
    test.on('language');
  });

  it('is not offered where there are no counters, nor in a van', async () => {
    const without = await inService();
    expect(without.on('attract').tickets).toBeUndefined();
    expect(without.tap({ type: 'TICKET', locale: 'en' }).accepted).toBe(false);
    const van = await inService({}, { config: { profile: 'van' }, ports: { tickets: fakeTickets() } });
    expect(van.tap({ type: 'TICKET', locale: 'en' }).accepted).toBe(false);
  });

  it('taken twice by impatient taps is one ticket', async () => {
    start();
    test.press({ type: 'TICKET_WAY', way: 'take' }, { type: 'TICKET_FOR', purpose: 'contribution' });
    // The page has changed: the second tap is of the page before.
    expect(test.tap({ type: 'TICKET_FOR', purpose: 'contribution' }).accepted).toBe(false);
    await test.settle();
    expect(test.on('ticket').number).toBe('A001');
    expect(queue.tickets.size).toBe(1);
  });

  it('whose answer was lost on the way is the same one when it is tried again, whatever is chosen then', async () => {
    queue.mood = 'lost';
    await take();
    expect(test.on('ticket-trouble')).toMatchObject({ fault: 'unavailable', canRetry: true });
    test.press({ type: 'RETRY' });
    await test.settle();
    queue.mood = 'answers';
    test.press({ type: 'BACK' }, { type: 'TICKET_WAY', way: 'take' });
    test.press({ type: 'TICKET_FOR', purpose: 'enquiry' });
    await test.settle();
    expect(test.on('ticket').number).toBe('A001');
    expect(queue.tickets.size).toBe(1);
    expect(asked()).toEqual(['take', 'take', 'take']);
  });

  it('that nobody answers for is given up after a while, and so is a way that throws', async () => {
    queue.mood = 'silent';
    await take();
    test.on('ticket-asking');
    await test.wait(test.delays.enquiryOverdue);
    expect(test.on('ticket-trouble').fault).toBe('unavailable');
    queue.mood = 'rejects';
    test.press({ type: 'RETRY' });
    await test.settle();
    expect(test.on('ticket-trouble').fault).toBe('unavailable');
  });

  it('shows how the queue goes on while it stands there, and who calls', async () => {
    queue.tickets.set('before', {
      ...{ ticketId: 'x', number: 'Z001', purpose: 'enquiry', state: 'waiting', ahead: 0 },
      ...{ takenAt: '2026-11-23T03:00:00.000Z', appointmentAt: null },
    });
    await take();
    expect(test.on('ticket')).toMatchObject({ ahead: 1, stale: false });
    queue.call('Z001', '1');
    await test.wait(test.delays.ticketLook);
    expect(test.on('ticket')).toMatchObject({ ahead: 0, stale: false });
    queue.call('A002', '3');
    await test.wait(test.delays.ticketLook);
    expect(test.on('ticket')).toMatchObject({ state: 'called', counter: '3', canCancel: false });
  });

  it('stays on the screen when the network goes, and says how old it is', async () => {
    await take();
    test.network(false);
    await test.wait(test.delays.ticketLook);
    expect(test.on('ticket')).toMatchObject({ number: 'A001', stale: true });
    test.network(true);
    await test.wait(test.delays.ticketLook);
    expect(test.on('ticket').stale).toBe(false);
  });

  it('is printed where there is a printer; without paper it is photographed, and stays', async () => {
    test.ports.sendPrinter('slips', 'ready');
    await take();
    expect(test.view().chrome.print.offered).toEqual(['queue-ticket']);
    test.press({ type: 'PRINT', paper: 'queue-ticket' });
    await test.settle();
    const [paper] = test.ports.printed;
    expect(paper?.kind).toBe('queue-ticket');
    expect(JSON.stringify(paper)).toContain(test.on('ticket').qr);
    test.press({ type: 'PRINT_CLOSE' });
    test.ports.sendPrinter('slips', 'out-of-paper');
    expect(test.view().chrome.print).toEqual({ offered: [], trouble: 'out-of-paper' });
    expect(test.on('ticket').number).toBe('A001');
  });

  it('is given back after one more question; then another one may be taken', async () => {
    await take();
    test.press({ type: 'TICKET_CANCEL' });
    expect(test.on('ticket-confirm').number).toBe('A001');
    test.press({ type: 'BACK' });
    test.on('ticket');
    test.press({ type: 'TICKET_CANCEL' }, { type: 'CONTINUE' });
    await test.settle();
    expect(test.on('ticket-cancelled')).toMatchObject({ number: 'A001', appointmentAt: null });
    test.press({ type: 'BACK' }, { type: 'TICKET_WAY', way: 'take' });
    test.press({ type: 'TICKET_FOR', purpose: 'enquiry' });
    await test.settle();
    expect(test.on('ticket').number).toBe('A002');
  });

  it('that was called meanwhile is not given back: it is said, and the ticket is there', async () => {
    await take();
    test.press({ type: 'TICKET_CANCEL' });
    queue.mood = fail('not-waiting');
    test.press({ type: 'CONTINUE' });
    await test.settle();
    expect(test.on('ticket-trouble').fault).toBe('not-waiting');
    test.press({ type: 'BACK' });
    test.on('ticket');
  });

  it('leaves nothing in the terminal when its page is cleared or left alone', async () => {
    await take();
    const code = [...queue.tickets.keys()][0] ?? '';
    expect(JSON.stringify(test.held())).toContain(code);
    test.press({ type: 'DONE' });
    expect(test.on('ended').how).toBe('ticketed');
    expect(JSON.stringify(test.held())).not.toContain(code);
    await test.wait(test.delays.endedCloses);
    await take();
    await test.wait(test.delays.idleAfter + test.delays.idleWarning);
    const codes = [...queue.tickets.keys()];
    expect(codes.filter((one) => JSON.stringify(test.held()).includes(one))).toEqual([]);
    expect(JSON.stringify(test.ports.audited)).not.toContain(code);
    expect(JSON.stringify(test.ports.audited)).not.toContain('A001');
  });

  it('is in the audit log as asked, not as whose', async () => {
    await take();
    const entries = test.ports.audited.filter(({ event }) => event === 'ticket.asked');
    expect(entries.map(({ detail }) => detail)).toEqual([{ asked: 'take', result: 'done' }]);
  });
});

describe('a code before the scanner', () => {
  it('of a ticket shows where it stands, from the attract page', async () => {
    await take();
    const [code = ''] = queue.tickets.keys();
    test.press({ type: 'DONE' });
    await test.wait(test.delays.endedCloses);
    scan('ticket', code);
    await test.settle();
    expect(test.on('ticket')).toMatchObject({ number: 'A001', state: 'waiting' });
    expect(queue.asked.at(-1)).toEqual(['look', { code }]);
  });

  it('of an appointment checks in, from the attract page and from every page that asks', async () => {
    scan('booking');
    await test.settle();
    expect(test.on('ticket')).toMatchObject({ appointmentAt: '2026-11-23T04:10:00.000Z' });
    expect(queue.asked.at(-1)?.[1]).toMatchObject({ booking: { by: 'code', code: CODE } });
    test.press({ type: 'DONE' });
    await test.wait(test.delays.endedCloses);
    start();
    test.press({ type: 'TICKET_WAY', way: 'appointment' });
    test.on('ticket-reference');
    scan('booking');
    await test.settle();
    test.on('ticket');
  });

  it('that nobody can read is said on the page, and nothing happens where none is asked for', () => {
    const unreadable = { type: 'TICKET_SCANNED', scanned: null } as const;
    test.ports.sendHardware(unreadable);
    test.on('attract');
    start();
    test.ports.sendHardware(unreadable);
    expect(test.on('ticket-reference').error).toBe('ticket-unreadable');
  });

  it('in the middle of something else is dropped', () => {
    test.identify();
    scan('booking');
    test.on('read-result');
    expect(queue.asked).toEqual([]);
  });

  it('where there are no counters is dropped', async () => {
    const without = await inService();
    without.ports.sendHardware({ type: 'TICKET_SCANNED', scanned: { of: 'ticket', code: CODE } });
    without.on('attract');
  });
});

describe('an appointment', () => {
  async function checkIn(reference = 'k7m2-9xqa'): Promise<void> {
    start();
    test.press({ type: 'TICKET_WAY', way: 'appointment' }, { type: 'ANSWER', value: reference });
    await test.settle();
  }

  it('is checked in with its reference, however it was typed', async () => {
    await checkIn();
    expect(queue.asked.at(-1)?.[1]).toMatchObject({ booking: { by: 'reference', reference: 'K7M29XQA' } });
    test.on('ticket');
  });

  it.each([
    ['', 'required'],
    ['K7M2', 'booking-reference'],
    ['K7M2 9XQ0', 'booking-reference'],
  ])('with the reference %j is not asked for: %s', async (typed, error) => {
    await checkIn(typed);
    expect(test.on('ticket-reference').error).toBe(error);
    expect(queue.asked).toEqual([]);
  });

  it('used already: its number is said, and a ticket of one’s own is the way on', async () => {
    queue.mood = fail('used', { number: 'D007' });
    await checkIn();
    expect(test.on('ticket-trouble')).toMatchObject({ fault: 'used', number: 'D007', canTake: true });
    queue.mood = 'answers';
    test.press({ type: 'TICKET_WAY', way: 'take' }, { type: 'TICKET_FOR', purpose: 'enquiry' });
    await test.settle();
    expect(test.on('ticket').number).toBe('A001');
  });

  it('early is told from when on; a day before it may be given back, after one more question', async () => {
    const times = { from: '2026-11-25T02:15:00.000Z', until: '2026-11-24T02:30:00.000Z' };
    queue.mood = fail('too-early', { ...times, cancel: 1 });
    await checkIn();
    expect(test.on('ticket-trouble')).toMatchObject({ fault: 'too-early', ...times, canCancel: true });
    test.press({ type: 'TICKET_CANCEL' });
    expect(test.on('ticket-confirm').number).toBeNull();
    test.press({ type: 'BACK' });
    test.on('ticket-trouble');
    queue.mood = 'answers';
    test.press({ type: 'TICKET_CANCEL' }, { type: 'CONTINUE' });
    await test.settle();
    expect(test.on('ticket-cancelled').appointmentAt).toBe('2026-11-25T02:30:00.000Z');
    test.press({ type: 'DONE' });
    expect(test.on('ended').how).toBe('left');
  });

  it('less than a day before is not offered to be given back', async () => {
    const until = '2026-11-22T02:30:00.000Z';
    queue.mood = fail('too-early', { from: '2026-11-23T05:00:00.000Z', until, cancel: 0 });
    await checkIn();
    expect(test.on('ticket-trouble')).toMatchObject({ canCancel: false, until });
    expect(test.tap({ type: 'TICKET_CANCEL' }).accepted).toBe(false);
  });

  it('whose day passed while the page stood is told plainly', async () => {
    queue.mood = fail('too-early', { from: '2026-11-24T04:00:00.000Z', until: test.ports.now(), cancel: 1 });
    await checkIn();
    queue.mood = 'answers';
    queue.gaveBack = null;
    test.press({ type: 'TICKET_CANCEL' }, { type: 'CONTINUE' });
    await test.settle();
    expect(test.on('ticket-trouble')).toMatchObject({
      fault: 'too-late-to-cancel',
      until: '2026-11-22T04:10:00.000Z',
    });
  });

  it('at another place is told which, by its name', async () => {
    queue.mood = fail('other-place', { place: 'centre-tsuen-wan' });
    await checkIn();
    expect(test.on('ticket-trouble').place?.en).toContain('Tsuen Wan');
  });
});

describe('without a network', () => {
  it('whoever begins is told whom to ask and where else, and goes on when it is back', () => {
    test.network(false);
    start();
    const trouble = test.on('ticket-trouble');
    expect(trouble).toMatchObject({ fault: 'offline', canRetry: false });
    expect(queue.asked).toEqual([]);
    test.network(true);
    test.press({ type: 'RETRY' });
    test.on('ticket-choice');
  });

  it('and a ticket before the scanner: asked again when it is back', async () => {
    test.network(false);
    scan('ticket');
    await test.settle();
    expect(test.on('ticket-trouble').fault).toBe('offline');
    test.network(true);
    test.press({ type: 'RETRY' });
    await test.settle();
    expect(asked()).toEqual(['look']);
  });

  it('back leads out of it', () => {
    test.network(false);
    start();
    test.press({ type: 'BACK' });
    test.on('language');
  });
});

it.each(TICKET_FAULTS)('%s: there are words for it, and a way on or out', async (fault) => {
  queue.mood = fail(fault);
  await take();
  expect(test.on('ticket-trouble').fault).toBe(fault);
  for (const words of Object.values(CATALOGUES)) {
    expect(words[`ticket-trouble.${fault}`]).not.toBe('');
    expect(words[`ticket-trouble.${fault}.help`]).not.toBe('');
  }
  test.press({ type: 'DONE' });
  expect(test.on('ended').how).toBe('left');
});
