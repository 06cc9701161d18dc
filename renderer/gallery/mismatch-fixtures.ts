import { message } from '../../domain/catalogue/ask.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { mismatchEvidenceOn } from '../../domain/reference-data/look-up/mismatch.ts';
import type { Difference } from '../../domain/identity/difference.ts';
import { SECURITY_FEATURES } from '../../domain/identity/staff.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { assist, staffNeeded, step, type Fixture } from './fixture-parts.ts';

const bring = (...differences: Difference[]) =>
  mismatchEvidenceOn(EMBEDDED_REFERENCE_DATA, differences, '2026-11-22').map(({ text }) => ({ words: text }));

const surname = { field: 'surname', extent: 'one-letter' } as const;
const order = { field: 'name-order', extent: 'more' } as const;
const born = { field: 'date-of-birth', extent: 'one-letter' } as const;

const kept: Screen = {
  id: 'receipt',
  kind: 'member-registration',
  tell: [message('mismatch.receipt'), ...bring(surname)],
  state: 'needs-correction',
  reference: 'K0127-A0042-N',
  enquiryCode: 'K7M2 9XQA',
  withdraws: null,
  at: '2026-11-22T07:42:00.000Z',
  outcome: 'details-differ',
  noticeBy: '2026-11-25',
  closesAt: '2026-11-22T07:43:00.000Z',
};

/** Document and record have somebody otherwise, and what follows from a change after staff looked. */
export const MISMATCH_FIXTURES: readonly Fixture[] = [
  [
    'mismatch-typed',
    {
      id: 'mismatch',
      against: 'typed',
      now: 'card',
      differences: [{ ...surname, here: 'CHAN', there: 'CHEN' }],
      bring: bring(surname),
    },
    { chrome: step(2, 'identity') },
  ],
  ...(
    [
      ['surname', 'CHEN'],
      ['given-names', 'Tai Man'],
      ['date-of-birth', '1961-02-03'],
    ] as const
  ).map(([asked, value]): Fixture => [
    `mismatch-said-${asked}`,
    { id: 'record-says', step: asked, value, error: null },
    { chrome: step(2, 'identity') },
  ]),
  [
    'mismatch-said',
    {
      id: 'mismatch',
      against: 'said',
      now: 'card',
      differences: [{ ...surname, here: 'CHAN', there: 'CHEN' }],
      bring: bring(surname),
    },
    { chrome: step(2, 'identity') },
  ],
  [
    'mismatch-record',
    {
      id: 'mismatch',
      against: 'record',
      now: 'typed',
      differences: [
        {
          ...order,
          here: 'WIJAYAKUSUMA-HARTONO, Sri Rahayu Ningsih',
          there: 'SRI RAHAYU NINGSIH WIJAYAKUSUMA-HARTONO',
        },
        { ...born, here: '1961-02-03', there: '1961-02-08' },
      ],
      bring: bring(order, born),
    },
    { chrome: step(4, 'details', 'correction') },
  ],
  ['mismatch-receipt', kept, { chrome: { ...step(7, 'receipt'), canGoBack: false, canLeave: false } }],
  ['too-young', { id: 'too-young', least: 18 }, {}],
  ['mismatch-staff-again', staffNeeded({ reason: 'changed' }), { chrome: step(4, 'attestation') }],
  [
    'mismatch-attest-typed',
    {
      id: 'attest',
      page: 'sign',
      number: null,
      maskedNumber: 'A12***(*)',
      typed: { name: 'CHAN, Tai Man', dateOfBirth: '1961-02' },
      features: SECURITY_FEATURES.map((feature) => ({ feature, ticked: false })),
    },
    { chrome: { ...step(4, 'attestation'), ...assist } },
  ],
];
