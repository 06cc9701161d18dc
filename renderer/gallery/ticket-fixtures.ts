import { TICKET_FAULTS, type TicketFault } from '../../domain/terminal/ports/tickets.ts';
import { TICKET_CODE_CHARACTERS, ticketCodeFrom, ticketQrText } from '../../domain/tickets/ticket-code.ts';
import type { Chrome } from '../../domain/terminal/view/chrome.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { type Fixture, GALLERY_NOW, later, offline, outside, where } from './fixture-parts.ts';

/** A ticket of nobody: its code is a count. */
const code = ticketCodeFrom(Uint8Array.from({ length: TICKET_CODE_CHARACTERS }, (_, at) => at * 37 + 11));
const print: Partial<Chrome> = { ...outside, print: { offered: ['queue-ticket'], trouble: null } };

type Ticket = Extract<Screen, { id: 'ticket' }>;
const ticket = (given: Partial<Ticket> = {}): Screen => ({
  ...{ id: 'ticket', number: 'A012', purpose: 'registration', state: 'waiting', ahead: 7, counter: null },
  ...{ takenAt: GALLERY_NOW, appointmentAt: null, asOf: GALLERY_NOW, stale: false, canCancel: true },
  qr: ticketQrText({ of: 'ticket', code }),
  ...given,
});

type Trouble = Extract<Screen, { id: 'ticket-trouble' }>;
const trouble = (fault: TicketFault, given: Partial<Trouble> = {}): Screen => ({
  ...{ id: 'ticket-trouble', fault, from: null, until: null, number: null, place: null },
  ...{ canRetry: false, canTake: false, canCancel: false },
  ...given,
});

const INSTEAD: readonly TicketFault[] = [
  'unknown-booking',
  'unknown-ticket',
  'too-late',
  'used',
  'not-waiting',
];
const ELSEWHERE: readonly TicketFault[] = ['offline', 'closed', 'unavailable'];

/** What each trouble says with it. */
const SAID: Readonly<Partial<Record<TicketFault, Partial<Trouble>>>> = {
  'too-early': { from: later(7_200), until: later(-79_200), canTake: true },
  'too-late': { until: later(-600) },
  'too-late-to-cancel': { until: later(-3_600) },
  'other-place': { place: { en: 'eMPF Service Centre, Tsuen Wan', 'zh-Hant': '積金易服務中心（荃灣）' } },
  used: { number: 'D007' },
};

/** A place in the queue: taken, shown, given back, and what may go wrong. */
export const TICKET_FIXTURES: readonly Fixture[] = [
  [
    'ticket-attract',
    { id: 'attract', tickets: true },
    { chrome: { ...outside, canAskStaff: false }, session: false },
  ],
  ['ticket-language', { id: 'language', tickets: true }],
  ['ticket-menu', { id: 'menu', group: null, items: [], tickets: true }],
  ['ticket-choice', { id: 'ticket-choice' }],
  ['ticket-purpose', { id: 'ticket-purpose' }],
  ['ticket-reference', { id: 'ticket-reference', value: '', error: null }],
  ['ticket-reference-error', { id: 'ticket-reference', value: 'K7M29XQ', error: 'booking-reference' }],
  ['ticket-reference-unreadable', { id: 'ticket-reference', value: '', error: 'ticket-unreadable' }],
  ['ticket-asking', { id: 'ticket-asking' }],
  ['ticket-waiting', ticket(), { chrome: print }],
  ['ticket-next', ticket({ ahead: 0 }), { chrome: outside }],
  ['ticket-one', ticket({ ahead: 1, stale: true }), { chrome: { ...print, ...offline } }],
  [
    'ticket-booked',
    ticket({ number: 'D103', purpose: 'enquiry', appointmentAt: later(600), ahead: 23 }),
    { chrome: { ...outside, print: { offered: [], trouble: 'out-of-paper' } } },
  ],
  [
    'ticket-called',
    ticket({ state: 'called', counter: '3', ahead: 0, canCancel: false }),
    { chrome: outside },
  ],
  [
    'ticket-missed',
    ticket({ state: 'missed', counter: '3', ahead: 0, canCancel: false }),
    { chrome: outside },
  ],
  [
    'ticket-served',
    ticket({ state: 'served', counter: '3', ahead: 0, canCancel: false }),
    { chrome: outside },
  ],
  ['ticket-gone', ticket({ state: 'cancelled', ahead: 0, canCancel: false }), { chrome: outside }],
  ['ticket-confirm', { id: 'ticket-confirm', number: 'A012' }],
  ['ticket-confirm-booking', { id: 'ticket-confirm', number: null }],
  ['ticket-cancelled', { id: 'ticket-cancelled', number: 'A012', appointmentAt: null }],
  ['ticket-cancelled-booking', { id: 'ticket-cancelled', number: null, appointmentAt: later(260_000) }],
  ...TICKET_FAULTS.map((fault): Fixture => [
    `ticket-trouble-${fault}`,
    trouble(fault, {
      canTake: INSTEAD.includes(fault),
      canRetry: fault === 'unavailable' || fault === 'closed',
      ...(ELSEWHERE.includes(fault) ? { where: where() } : {}),
      ...SAID[fault],
    }),
    { chrome: fault === 'offline' ? offline : {} },
  ]),
  [
    'ticket-trouble-may-cancel',
    trouble('too-early', { from: later(260_000), until: later(170_000), canCancel: true }),
  ],
  [
    'ticket-ended',
    { id: 'ended', how: 'ticketed', feedback: 'ask' },
    { chrome: { ...outside, canAskStaff: false } },
  ],
];
