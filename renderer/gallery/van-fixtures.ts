import type { Screen, View } from '../../domain/terminal/view.ts';
import type { WaitingReports } from '../../domain/service/status.ts';
import type { VanBar } from '../../domain/terminal/van-view.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { languageOffers } from '../../domain/notices/offers.ts';
import type { LanguageOffers } from '../../domain/terminal/own-language-view.ts';
import type { DayReport } from '../../domain/wire/day-report.ts';
import { plannedStops } from '../../domain/work-day/stops.ts';
import { NO_TALLY } from '../../domain/work-day/tally.ts';
import { ROSTER_SCREENS, rosterVisitFixtures } from './roster-fixtures.ts';
import { assist, GALLERY_NOW, later, offline, outside, type Fixture } from './fixture-parts.ts';

const NO_OFFERS = languageOffers([], () => 'ready');
export const OFFERS: LanguageOffers = NO_OFFERS.map((offer): LanguageOffers[number] => {
  switch (offer.language) {
    case 'ne':
      return { ...offer, state: 'offered', sounds: 'ready' };
    case 'ur':
      return { ...offer, state: 'offered', sounds: 'none' };
    case 'tl':
      return { ...offer, state: 'offered', sounds: 'damaged' };
    case 'th':
      return { ...offer, state: 'out-of-date' };
    case 'vi':
      return { ...offer, state: 'incomplete' };
    default:
      return offer;
  }
});

const bar: VanBar = {
  battery: { percent: 74, charging: false },
  freeMegabytes: 41_200,
  budget: { people: 1_480, hours: 90 },
  frozen: null,
  queueNumber: 'A008',
};
const low: VanBar = {
  ...bar,
  battery: { percent: 14, charging: false },
  budget: { people: 9, hours: 5 },
};
const plan = plannedStops(EMBEDDED_REFERENCE_DATA, GALLERY_NOW).map((stop, index) =>
  index === 1
    ? {
        ...stop,
        partner: { 'zh-Hant': '建造業工會（樣本）', en: 'a builders’ union (sample)'.replace('’', "'") },
      }
    : stop,
);
const report: DayReport = {
  ...{ v: 1, terminalId: 'V0001', epoch: 1, day: 12, profile: 'van' },
  ...{ openedAt: GALLERY_NOW, closedAt: later(28_800), stops: [], devices: {} },
  closedBy: { staffId: 'S4052', role: 'van-operator' },
  tally: { ...NO_TALLY, sessions: 52, submitted: 50, abandoned: { ...NO_TALLY.abandoned, cut: 1, left: 1 } },
  kept: { kept: 50, received: 0, pending: 50, setAside: 0, receiptsShown: 49 },
  differences: [
    { code: 'cut-before-keeping', count: 1 },
    { code: 'cut-after-keeping', count: 1 },
  ],
  balanced: true,
};

const ready: Extract<Screen, { id: 'van-ready' }> = {
  id: 'van-ready',
  day: 4,
  site: 'Site 7, gate B',
  next: 'A008',
  served: 7,
  frozen: null,
  cut: null,
  readerReady: true,
};

const screens: readonly (readonly [string, Screen, VanBar, WaitingReports?])[] = [
  ['van-signed-out', { id: 'van-signed-out', stop: null }, { ...bar, queueNumber: null }],
  ['van-signed-out-open', { id: 'van-signed-out', stop: 'Site 7, gate B' }, bar],
  [
    'van-signed-out-on-drive',
    { id: 'van-signed-out', stop: null },
    { ...bar, queueNumber: null },
    { waiting: 2, onDrive: 2 },
  ],
  [
    'van-plan',
    {
      id: 'van-plan',
      ...{ today: plan.slice(0, 1), later: plan.slice(1, 4), day: 12, stopsClosed: 1, sessions: 31 },
      fault: null,
    },
    { ...bar, queueNumber: null },
    { waiting: 3, onDrive: 2 },
  ],
  [
    'van-stop',
    {
      id: 'van-stop',
      ...{ planned: null, site: 'Site 7, gate B', lane: 'A', error: null, fault: null },
      position: { latitude: 22.28855, longitude: 113.94175, accuracyMetres: 12 },
    },
    { ...bar, queueNumber: null },
  ],
  ['van-ready', { ...ready, roster: null }, { ...bar, canSeeMachine: true }],
  ['van-ready-list', { ...ready, roster: { people: 408, registered: 31, lists: 2 }, earlyCode: true }, bar],
  ['van-ready-unclosed', { ...ready, unclosedSince: '2026-11-22', roster: null }, bar],
  ['van-ready-low', { ...ready, cut: { number: 'A007', kept: true } }, low],
  ['van-ready-frozen', { ...ready, frozen: 'too-many-pending' }, { ...low, frozen: 'too-many-pending' }],
  ...ROSTER_SCREENS.map(([name, screen]) => [name, screen, bar] as const),
  ['van-language', { id: 'van-language', offers: NO_OFFERS }, bar],
  ['van-language-words', { id: 'van-language', offers: OFFERS }, bar],
  ['van-close', { id: 'van-close', site: 'Site 7, gate B', served: 7 }, bar],
  ['van-waiting', { id: 'van-waiting', about: 'saving' }, bar],
  ['van-trouble', { id: 'van-trouble', fault: 'storage-fault' }, bar],
  ['van-day-tally', { id: 'day-tally', report, fault: null }, { ...bar, queueNumber: null }],
  [
    'van-day-report',
    { id: 'day-report', report, digest: 'n4bQgYhMfWWaLqgxVrQFaOTxsrC0Is0V1sFbDwCgg', print: 'printed' },
    bar,
    { waiting: 1, onDrive: 0 },
  ],
];

/** As many as the day's report says. */
const OFFLINE = { online: false, trouble: 'no-network', pending: 50 } as const;

/** From where the van's machine takes a way back. */
const WITH_A_WAY_BACK = new Set([
  ...ROSTER_SCREENS.map(([name]) => name),
  'van-stop',
  'van-language',
  'van-language-words',
  'van-close',
  'van-day-tally',
]);

/** Nobody's visit is under way on any of them. */
export const VAN_FIXTURES: readonly Fixture[] = screens.map(([name, screen, van, reports]) => [
  name,
  screen,
  {
    session: false,
    chrome: {
      ...{ ...outside, canGoBack: WITH_A_WAY_BACK.has(name), canAskStaff: false, van },
      connection: { ...OFFLINE, ...(reports === undefined ? {} : { reports }) },
    },
  },
]);

/** Pages of a visit in a van's format, in the operator's hands: the same pages as anywhere, on the lowest display. */
const VISIT_PAGES = [
  'notice',
  'own-language-notice',
  'own-language-playing',
  'own-language-heard',
  'own-language-consent',
  'own-language-failed',
  'own-language-declare',
  'identify',
  'read-result',
  'typed-number',
  'question-surname',
  'question-mobile',
  'question-date-of-birth',
  'question-optional-uses',
  'question-email',
  'attest-features',
  'attest-face',
  'attest-sign',
  'review',
  'declare-offline',
  'receipt-kept',
  'overlay-staff-pin',
] as const;
/** After the screen was handed over. */
const THE_WORKERS = new Set([
  'own-language-consent',
  'own-language-failed',
  'own-language-declare',
  'declare-offline',
  'receipt-kept',
  'overlay-staff-pin',
]);

/** @param views those of the other fixtures, by name; a name that is not there is left out */
export function vanVisitFixtures(views: ReadonlyMap<string, View>): readonly (readonly [string, View])[] {
  return [
    ...rosterVisitFixtures(views, bar),
    ...VISIT_PAGES.flatMap((name) => {
      const view = views.get(name);
      if (view === undefined) return [];
      const helping = THE_WORKERS.has(name) ? {} : assist;
      const chrome = { ...view.chrome, ...offline, ...helping, canLeave: true, van: bar };
      return [[`van-visit-${name}`, { ...view, chrome }] as const];
    }),
  ];
}
