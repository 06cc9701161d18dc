import type { StationBar } from '../../domain/terminal/station-view.ts';
import type { Chrome, Overlay, ReviewRow, Screen } from '../../domain/terminal/view.ts';
import { later, outside, step, type Fixture } from './fixture-parts.ts';
import { well } from './service-fixtures.ts';

const bar: StationBar = {
  ...{ surface: 'staff', hand: null, works: true, staffId: 'S0042', ticket: null },
  ...{ canTakeBack: false, asked: false, confirming: false, memberScreen: true },
};
const member: StationBar = { ...bar, surface: 'member' };
/** Staff work the page, and the member watches it; then the other way round. */
const staffWork: StationBar = { ...bar, hand: 'staff', ticket: 'A012' };
const memberWatches: StationBar = { ...member, hand: 'staff', works: false, ticket: 'A012' };
const memberWorks: StationBar = { ...member, hand: 'member', ticket: 'A012' };
const staffWatch: StationBar = {
  ...bar,
  ...{ hand: 'member', works: false, ticket: 'A012', canTakeBack: true },
};

const ready: Extract<Screen, { id: 'station-ready' }> = {
  id: 'station-ready',
  ...{ counter: '3', tickets: true, trouble: null, nobody: false, memberScreen: true, frozen: null },
  waiting: { count: 7, oldestMinutes: 24 },
  ...{ readerReady: true, cut: null, day: 12, sessions: 31, canEndDay: true },
};
const called: Extract<Screen, { id: 'station-called' }> = {
  id: 'station-called',
  day: 12,
  ...{ number: 'A012', purpose: 'registration', appointmentAt: later(600), fromQueue: true },
  ...{ memberScreen: true, frozen: null, readerReady: true },
};
const masked: readonly ReviewRow[] = [
  { key: 'document', value: 'reader', change: null, byStaff: false },
  { key: 'number', value: 'A12***(*)', change: null, byStaff: false },
  { key: 'mobile', value: '•••••678', change: 'mobile', byStaff: true },
  { key: 'communication-language', value: 'en', change: 'communication-language', byStaff: true },
];
const whole = masked.map((row): ReviewRow => (row.key === 'mobile' ? { ...row, value: '61234678' } : row));
const review = (rows: readonly ReviewRow[]): Screen => ({
  id: 'review',
  ...{ rows, online: true, correcting: null },
});
const question = (value: string): Screen => ({
  id: 'question',
  ...{ step: 'mobile', value, error: null, changing: false },
});

/** How the machine stands, between two visits. */
const machine: Overlay = {
  id: 'staff-status',
  status: well,
  canOperate: true,
  canChangePin: true,
};

/** Between two visits. */
const resting: readonly (readonly [string, Screen, StationBar, Overlay?])[] = [
  ['station-rest-closed', { id: 'station-rest', state: 'closed', number: null, counter: '3' }, member],
  ['station-rest-open', { id: 'station-rest', state: 'open', number: null, counter: '3' }, member],
  ['station-rest-called', { id: 'station-rest', state: 'called', number: 'A012', counter: '3' }, member],
  ['station-rest-moment', { id: 'station-rest', state: 'moment', number: null, counter: '3' }, member],
  [
    'station-rest-taken-out',
    { id: 'station-rest', state: 'taken-out', number: null, counter: '3', reason: 'repair' },
    member,
  ],
  ['station-ready-supervisor', ready, { ...bar, canSeeMachine: true }],
  ['station-machine', { id: 'station-waiting', about: 'machine' }, { ...bar, staffId: 'S1008' }, machine],
  ['station-signed-out', { id: 'station-signed-out' }, { ...bar, staffId: null }],
  [
    'station-pin',
    { id: 'station-signed-out' },
    { ...bar, staffId: null },
    { id: 'staff-pin', refusal: null, waitSeconds: null, checking: false, canSnooze: false },
  ],
  ['station-ready', ready, bar],
  ['station-ready-no-queue', { ...ready, tickets: false, waiting: null }, bar],
  ['station-ready-queue-gone', { ...ready, waiting: null, trouble: 'offline' }, bar],
  ['station-ready-no-member-screen', { ...ready, memberScreen: false }, { ...bar, memberScreen: false }],
  ['station-ready-frozen', { ...ready, frozen: 'too-many-pending', cut: { kept: true } }, bar],
  ['station-ticket', { id: 'station-ticket', value: 'A01', error: null }, bar],
  ['station-ticket-wrong', { id: 'station-ticket', value: '', error: 'number' }, bar],
  ['station-called', called, bar],
  ['station-called-unclosed', { ...called, unclosedSince: '2026-11-22' }, bar],
  [
    'station-called-without',
    { ...called, number: null, purpose: null, appointmentAt: null, fromQueue: false },
    bar,
  ],
  ['station-waiting', { id: 'station-waiting', about: 'calling' }, bar],
  ['station-trouble', { id: 'station-trouble', fault: 'storage-fault' }, bar],
];

const WITH_A_WAY_BACK = new Set(['station-ticket', 'station-ticket-wrong', 'station-called-without']);

const held: Chrome['assist'] = { staffId: 'S0042', role: 'officer', canAttest: true, canSeeStatus: true };
const watched: Chrome['assist'] = { ...held, canAttest: false, canSeeStatus: false };

/** A visit, from both sides of the counter. */
const visiting: readonly (readonly [string, Screen, StationBar, Chrome['assist'], Partial<Chrome>])[] = [
  ['station-staff-question', question('61234'), staffWork, held, step(3, 'details')],
  ['station-member-question', question('61234'), memberWatches, watched, step(3, 'details')],
  ['station-staff-review', review(masked), staffWork, held, step(5, 'review')],
  ['station-member-review-watched', review(whole), memberWatches, watched, step(5, 'review')],
  ['station-member-review', review(whole), memberWorks, null, step(5, 'review')],
  ['station-staff-review-watched', review(masked), staffWatch, watched, step(5, 'review')],
  ['station-staff-asked', review(masked), { ...staffWatch, asked: true }, watched, step(5, 'review')],
  ['station-staff-no-screen', review(masked), { ...staffWork, memberScreen: false }, held, step(5, 'review')],
  [
    'station-member-declare',
    { id: 'declare', online: true, kind: 'member-registration' },
    memberWorks,
    null,
    step(6, 'declare'),
  ],
  ['station-member-busy', { id: 'staff-busy', about: 'card' }, memberWatches, watched, {}],
  ['station-member-away', { id: 'staff-busy', about: 'away' }, memberWatches, watched, {}],
  ['station-member-staff-screen', { id: 'staff-busy', about: 'screen' }, memberWatches, null, {}],
  ['station-staff-with-member', { id: 'with-member', about: 'typing' }, staffWatch, watched, {}],
  ['station-staff-secret', { id: 'with-member', about: 'secret' }, staffWatch, watched, {}],
  ['station-staff-sign-in', { id: 'with-member', about: 'sign-in' }, staffWatch, watched, {}],
];

export const STATION_FIXTURES: readonly Fixture[] = [
  ...resting.map(([name, screen, station, overlay]): Fixture => [
    name,
    screen,
    {
      session: false,
      ...(overlay === undefined ? {} : { overlay }),
      chrome: { ...outside, canGoBack: WITH_A_WAY_BACK.has(name), canAskStaff: false, station },
    },
  ]),
  ...visiting.map(([name, screen, station, assist, chrome]): Fixture => [
    name,
    screen,
    {
      chrome: {
        ...chrome,
        ...{ station, assist, canFinishLater: station.works },
        canAskStaff: station.surface === 'member' && station.works,
      },
    },
  ]),
];
