import { FREEZE_REASONS } from '../../domain/codes.ts';
import type { ServiceStatus } from '../../domain/service/status.ts';
import type { Overlay, Screen } from '../../domain/terminal/view.ts';
import { assist, GALLERY_NOW, offline, outside, step, where, type Fixture } from './fixture-parts.ts';

const well: ServiceStatus = {
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
};

const status = (now: ServiceStatus): Overlay => ({ id: 'staff-status', status: now });
const question: Screen = {
  id: 'question',
  step: 'mobile',
  value: '6123',
  error: null,
  changing: false,
};
const held = { ...step(3, 'details'), ...assist };

/** When no visit may begin, and how the machine stands. */
export const SERVICE_FIXTURES: readonly Fixture[] = [
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
