import { CHECKS, type CheckState } from '../../domain/operations/checks.ts';
import type { UsabilityReport } from '../../domain/operations/port.ts';
import { TAKEN_OUT_REASONS } from '../../domain/operations/taken-out.ts';
import type { ServiceStatus } from '../../domain/service/status.ts';
import type { OperationsOverlay } from '../../domain/terminal/operations-view.ts';
import type { UsabilityCell } from '../../domain/usability/cell.ts';
import { summariseUsability } from '../../domain/usability/summarise.ts';
import { GALLERY_NOW, outside, where, type Fixture } from './fixture-parts.ts';

const status: ServiceStatus = {
  pending: 4,
  parked: 0,
  exported: 0,
  oldestPendingHours: 0.4,
  lastContact: GALLERY_NOW,
  online: true,
  trouble: null,
  activity: 'idle',
  freeze: { level: 'open', findings: [] },
  salvage: null,
  audit: null,
};

const facts: Extract<OperationsOverlay, { id: 'operations' }>['facts'] = {
  version: '0.2.0',
  store: { schema: 6, policy: 3, referenceData: 12, staffList: 7, clockTrusted: true },
  updates: { from: '02:00', to: '04:00' },
  log: [
    { at: '2026-11-22T01:00:04.000Z', event: 'started', detail: 'packaged=true electron=44.4.3' },
    { at: '2026-11-22T03:12:40.000Z', event: 'child-gone', detail: 'type=Utility reason=crashed' },
    { at: '2026-11-22T05:30:11.000Z', event: 'refused', detail: 'what=terminal:intent reason=malformed' },
  ],
};

const overview = (change: Partial<Extract<OperationsOverlay, { id: 'operations' }>>): OperationsOverlay => ({
  id: 'operations',
  facts,
  devices: [
    { device: 'id-reader', status: 'ready' },
    { device: 'badge-reader', status: 'ready' },
    { device: 'light', status: 'absent' },
  ],
  status,
  takenOut: null,
  inHand: false,
  canSeeUsability: true,
  canChooseUpdates: true,
  canCarry: true,
  change: null,
  ...change,
});

const states: Readonly<Record<(typeof CHECKS)[number], CheckState['state']>> = {
  'id-reader': 'passed',
  'badge-reader': 'failed',
  light: 'not-fitted',
  disk: 'passed',
  clock: 'passed',
  platform: 'failed',
  printer: 'not-fitted',
};
const tried = (ended: boolean): OperationsOverlay => ({
  id: 'operations-test',
  ended,
  checks: CHECKS.map((name, index) => ({
    name,
    state: ended || index < 3 ? states[name] : index === 3 ? 'running' : 'waiting',
  })),
});

const where1 = {
  day: '2026-11-21',
  mode: 'live',
  profile: 'kiosk',
  locale: 'zh-Hant',
  textSize: 'normal',
  assist: false,
} as const;
const at = (
  flow: UsabilityCell['flow'],
  stepName: string,
  counts: Readonly<Record<string, number>>,
  more: Partial<UsabilityCell> = {},
): readonly UsabilityCell[] =>
  Object.entries(counts).map(([measure, count]) => ({
    ...where1,
    flow,
    step: stepName,
    measure,
    count,
    ...more,
  }));

const cells: readonly UsabilityCell[] = [
  ...at('member-registration', 'visit', {
    begun: 128,
    'ended:submitted': 91,
    'ended:abandoned': 21,
    'ended:idle': 9,
    'face:good': 48,
    'face:fair': 12,
    'face:poor': 3,
  }),
  ...at(
    'member-registration',
    'visit',
    { begun: 34, 'ended:submitted': 30, 'ended:abandoned': 2 },
    { day: '2026-11-22', locale: 'en', textSize: 'largest', assist: true },
  ),
  ...at('member-registration', 'notice', {
    reached: 158,
    'time:10': 30,
    'time:30': 110,
    'left:abandoned': 6,
  }),
  ...at('member-registration', 'identify', { reached: 151, 'time:10': 120, 'time:60': 31, help: 9 }),
  ...at('member-registration', 'reader-trouble', { reached: 18, 'error:unreadable': 22, 'time:20': 22 }),
  ...at('member-registration', 'question.mobile', {
    reached: 140,
    'time:30': 60,
    'time:60': 70,
    'time:120': 22,
    'error:mobile-length': 31,
    'error:mobile-different': 12,
    back: 17,
    help: 6,
    'left:idle': 8,
  }),
  ...at('member-registration', 'review', { reached: 126, 'time:60': 90, 'time:300': 40, back: 22 }),
  ...at('member-registration', 'receipt', { reached: 121, 'time:30': 121 }),
  ...at('complaint', 'visit', { begun: 7, 'ended:submitted': 5, 'ended:abandoned': 2 }),
  ...at('complaint', 'ask.complaint.about', { reached: 7, 'time:20': 7 }),
  ...at('none', 'visit', { begun: 16, 'ended:idle': 12, 'ended:abandoned': 4 }),
];
const report: UsabilityReport = { summary: summariseUsability(cells), days: 30 };
const usability = (change: Partial<Extract<OperationsOverlay, { id: 'usability' }>>): OperationsOverlay => ({
  id: 'usability',
  report,
  failed: false,
  saving: false,
  saved: null,
  ...change,
});

const held = { staffId: 'S1008', canAttest: false, canSeeStatus: true } as const;

const overlays: readonly (readonly [string, OperationsOverlay])[] = [
  ['operations', overview({})],
  [
    'operations-taken-out',
    overview({ takenOut: { reason: 'repair', at: GALLERY_NOW }, inHand: true, change: 'not-saved' }),
  ],
  ['operations-asking', overview({ facts: null })],
  ['operations-log', { id: 'operations-log', lines: facts.log }],
  ['operations-test-running', tried(false)],
  ['operations-test', tried(true)],
  ['operations-take-out', { id: 'operations-take-out', saving: false }],
  ['operations-updates', { id: 'operations-updates', chosen: { from: '02:00', to: '04:00' }, saving: false }],
  ['operations-restart', { id: 'operations-restart', restarting: false, canPractise: true }],
  ['operations-restarting', { id: 'operations-restart', restarting: true, canPractise: true }],
  ['usability', usability({})],
  [
    'usability-saved',
    usability({ saved: { ok: true, value: { name: 'empf-usability-K0127-20261122.csv' } } }),
  ],
  ['usability-no-drive', usability({ saved: { ok: false, code: 'no-drive' } })],
  ['usability-nothing', usability({ report: { summary: summariseUsability([]), days: 30 } })],
];

/** Staff's pages about the machine itself, and what members read while it is taken out of service. */
export const OPERATIONS_FIXTURES: readonly Fixture[] = [
  ...overlays.map(([name, overlay]): Fixture => [
    name,
    { id: 'language' },
    { overlay, chrome: { ...outside, canAskStaff: false, assist: { ...held, role: 'supervisor' } } },
  ]),
  ...TAKEN_OUT_REASONS.map((reason): Fixture => [
    `taken-out-${reason}`,
    { id: 'not-today', reason: 'taken-out', takenOut: reason, nothingLost: true, where: where() },
    { session: false, chrome: outside },
  ]),
];
