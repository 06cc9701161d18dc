import { FREEZE_REASONS } from '../../domain/codes.ts';
import type { ServiceStatus } from '../../domain/service/status.ts';
import type { StaffPerson } from '../../domain/terminal/ports.ts';
import type { Chrome, Overlay, Screen } from '../../domain/terminal/view.ts';
import { assist, GALLERY_NOW, offline, outside, step, where, type Fixture } from './fixture-parts.ts';

export const well: ServiceStatus = {
  pending: 0,
  parked: 0,
  exported: 0,
  oldestPendingHours: null,
  lastContact: GALLERY_NOW,
  online: true,
  trouble: null,
  activity: 'idle',
  freeze: { level: 'open', findings: [] },
  salvage: null,
  audit: null,
};

const trouble: ServiceStatus = {
  pending: 200,
  parked: 3,
  exported: 12,
  oldestPendingHours: 71.4,
  lastContact: '2026-11-19T01:03:00.000Z',
  online: false,
  trouble: 'no-network',
  activity: 'looking',
  freeze: {
    level: 'frozen',
    findings: [
      { reason: 'too-many-pending', level: 'frozen', value: 200, limit: 200 },
      { reason: 'pending-too-old', level: 'warning', value: 71.4, limit: 96 },
    ],
  },
  salvage: null,
  audit: null,
  attestingUnusual: ['S0107'],
};

const status = (now: ServiceStatus): Overlay => ({
  id: 'staff-status',
  status: now,
  canOperate: true,
  canChangePin: true,
});
const question: Screen = {
  id: 'question',
  step: 'mobile',
  value: '6123',
  error: null,
  changing: false,
};
const held = { ...step(3, 'details'), ...assist };
/** What each page is seen by: staff and badges by a supervisor only. */
const seenBy: Readonly<Partial<Record<Overlay['id'], Partial<Chrome>>>> = {
  'staff-people': {
    ...held,
    assist: { staffId: 'S0042', role: 'supervisor', canAttest: true, canSeeStatus: true },
  },
  'staff-more': {
    ...held,
    assist: { staffId: 'S0188', role: 'assistant', canAttest: false, canSeeStatus: true },
  },
};

const people: readonly StaffPerson[] = [
  { staffId: 'S0042', role: 'supervisor', standing: 'active' },
  { staffId: 'S0107', role: 'officer', standing: 'locked' },
  { staffId: 'S0188', role: 'assistant', standing: 'active' },
  { staffId: 'S0203', role: 'van-operator', standing: 'badge-blocked' },
  { staffId: 'S0219', role: 'technician', standing: 'inactive' },
];

const overlays: readonly (readonly [string, Overlay])[] = [
  [
    'staff-pin-too-soon',
    { id: 'staff-pin', refusal: 'too-soon', waitSeconds: 120, checking: false, canSnooze: false },
  ],
  [
    'staff-pin-locked',
    { id: 'staff-pin', refusal: 'locked-out', waitSeconds: null, checking: false, canSnooze: false },
  ],
  [
    'staff-pin-list-ended',
    { id: 'staff-pin', refusal: 'list-ended', waitSeconds: null, checking: false, canSnooze: false },
  ],
  [
    'staff-pin-snooze',
    { id: 'staff-pin', refusal: null, waitSeconds: null, checking: false, canSnooze: true },
  ],
  ['help-snoozed', { id: 'help-called', since: GALLERY_NOW, snoozed: true }],
  ['staff-new-pin-start', { id: 'staff-new-pin', start: true, refusal: null, saving: false }],
  ['staff-new-pin-easy', { id: 'staff-new-pin', start: false, refusal: 'pin-easy', saving: false }],
  [
    'staff-more',
    {
      id: 'staff-more',
      reading: null,
      interpreter: false,
      moreTime: true,
      canSeeStatus: true,
      canSeePeople: false,
    },
  ],
  ['staff-people', { id: 'staff-people', people, self: 'S0042', change: 'done' }],
  [
    'staff-work',
    {
      id: 'staff-work',
      rows: [
        { key: 'number', value: 'A•••••3(•)', change: null, byStaff: true },
        { key: 'contact-channel', value: 'mobile', change: 'contact-channel', byStaff: true },
        { key: 'mobile', value: '6123 4567', change: 'mobile', byStaff: true },
        { key: 'communication-language', value: 'zh-Hant', change: 'communication-language', byStaff: true },
      ],
      asked: [],
      changes: ['number', 'contact-channel', 'mobile', 'communication-language'],
      attestedBy: ['S0042'],
      interpreter: { language: 'ne' },
    },
  ],
];

/** When no visit may begin, and how the machine stands. */
export const SERVICE_FIXTURES: readonly Fixture[] = [
  ...overlays.map(([name, overlay]): Fixture => [
    `assist-${name}`,
    question,
    {
      overlay,
      chrome: seenBy[overlay.id] ?? step(3, 'details'),
    },
  ]),
  ...FREEZE_REASONS.map((reason): Fixture => [
    `not-today-${reason}`,
    { id: 'not-today', reason, nothingLost: true, where: where() },
    { session: false, chrome: outside },
  ]),
  [
    'not-today-staff',
    { id: 'not-today', reason: 'too-many-pending', nothingLost: false, where: where() },
    {
      chrome: {
        ...outside,
        assist: { staffId: 'S0042', role: 'assistant', canAttest: false, canSeeStatus: true },
        canAskStaff: false,
      },
    },
  ],
  ['overlay-staff-status', question, { overlay: status(well), chrome: held }],
  ['overlay-staff-status-frozen', question, { overlay: status(trouble), chrome: { ...held, ...offline } }],
  [
    'overlay-staff-status-salvaged',
    question,
    {
      overlay: status({
        ...well,
        pending: 7,
        oldestPendingHours: 0.4,
        lastContact: null,
        activity: 'waiting-turn',
        salvage: { at: '2026-11-20T22:10:00.000Z', salvaged: 41, missing: 2 },
        audit: 'audit-broken',
      }),
      chrome: held,
    },
  ],
];
