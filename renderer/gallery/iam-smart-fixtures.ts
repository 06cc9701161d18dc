import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { SignInStop } from '../../domain/terminal/view/screens/proof.ts';
import { assist, later, offline, staffNeeded, step, type Fixture } from './fixture-parts.ts';

const chosen = { chrome: step(4, 'attestation', 'instruction') };
const code = (scanned: boolean): Screen => ({
  id: 'iam-smart-code',
  code: 'https://iam-smart.invalid/simulated?code=Zk3pQ0r8aXw1LmN4vB7tYg',
  scanned,
  runsOut: later(104),
});
const STOPS: readonly SignInStop[] = [
  'expired',
  'refused',
  'different-person',
  'offline',
  'too-many-tries',
  'assurance-too-low',
  'unavailable',
];

/** How somebody shows who they are: staff, iAM Smart, or not today. */
export const IAM_SMART_FIXTURES: readonly Fixture[] = [
  ['staff-needed', staffNeeded({}), { chrome: step(4, 'attestation') }],
  ['staff-needed-assisted', staffNeeded({}), { chrome: { ...step(4, 'attestation'), ...assist } }],
  ['staff-needed-choose', staffNeeded({ iamSmart: 'offered' }), chosen],
  [
    'staff-needed-choose-assisted',
    staffNeeded({ iamSmart: 'offered' }),
    { chrome: { ...step(4, 'attestation', 'instruction'), ...assist } },
  ],
  [
    'staff-needed-only',
    staffNeeded({ staff: false, iamSmart: 'offered', onlyIamSmart: true, prepare: true }),
    chosen,
  ],
  ['staff-needed-two', staffNeeded({ iamSmart: 'offered', byTwo: true, prepare: true }), chosen],
  [
    'staff-needed-second-held',
    staffNeeded({ iamSmart: 'offered', byTwo: true, second: true, prepare: true }),
    { chrome: { ...step(4, 'attestation', 'instruction'), ...assist } },
  ],
  ['staff-needed-typed', staffNeeded({ onlyIamSmart: true, prepare: true }), chosen],
  [
    'staff-needed-offline',
    staffNeeded({ staff: false, iamSmart: 'offline', onlyIamSmart: true }),
    { chrome: { ...step(3, 'attestation', 'withdrawal'), ...offline } },
  ],
  ['iam-smart-beginning', { id: 'iam-smart-beginning' }, chosen],
  ['iam-smart-code', code(false), chosen],
  ['iam-smart-scanned', code(true), chosen],
  ...STOPS.map((why): Fixture => [
    `iam-smart-${why}`,
    {
      id: 'iam-smart-stopped',
      why,
      canRetry: !['offline', 'too-many-tries', 'assurance-too-low'].includes(why),
    },
    why === 'offline' ? { chrome: { ...chosen.chrome, ...offline } } : chosen,
  ]),
];
