import type { TransferOverlay } from '../../domain/terminal/transfer-view.ts';
import type { Chrome } from '../../domain/terminal/view.ts';
import { outside, type Fixture } from './fixture-parts.ts';
import { bar } from './van-fixtures.ts';

type Connection = Chrome['connection'];
const OFFICE = { id: 'd1', name: 'OFFICE' };
const SPARE = { id: 'd2', name: '' };
const folder = 'empf-export-V0001-01997d2e-7a10-7000-8000-000000000001';
const bundle = { folder, submissions: 50, attachments: 2, dayReports: 3, earlier: 0 };
const receipts = { submissions: 50, attachments: 2, dayReports: 3, refused: 0, known: 0, untrusted: 0 };

const WAITING: Connection = {
  ...{ online: false, trouble: null, pending: 50 },
  reports: { waiting: 3, onDrive: 0 },
};
const GONE: Connection = { ...WAITING, reports: { waiting: 3, onDrive: 3 } };
const NOTHING: Connection = { online: false, trouble: null, pending: 0 };

const overlays: readonly (readonly [string, TransferOverlay, Connection?])[] = [
  ['transfer-no-drive', { id: 'transfer', drives: [], chosen: null }],
  ['transfer', { id: 'transfer', drives: [OFFICE], chosen: 'd1' }],
  ['transfer-which', { id: 'transfer', drives: [OFFICE, SPARE], chosen: null }],
  ['transfer-chosen', { id: 'transfer', drives: [OFFICE, SPARE], chosen: 'd2' }, NOTHING],
  [
    'transfer-writing',
    {
      ...{ id: 'transfer-exporting', drive: 'OFFICE', stopping: false },
      progress: { phase: 'writing', done: 35, of: 55 },
    },
  ],
  [
    'transfer-stopping',
    {
      ...{ id: 'transfer-exporting', drive: 'OFFICE', stopping: true },
      progress: { phase: 'comparing', done: 50, of: 55 },
    },
  ],
  ['transfer-exported', { id: 'transfer-exported', answer: { ok: true, value: bundle } }, GONE],
  [
    'transfer-exported-again',
    { id: 'transfer-exported', answer: { ok: true, value: { ...bundle, earlier: 2 } } },
    GONE,
  ],
  ['transfer-pulled-out', { id: 'transfer-exported', answer: { ok: false, code: 'drive-gone' } }],
  [
    'transfer-full',
    { id: 'transfer-exported', answer: { ok: false, code: 'drive-full', params: { needed: 120, free: 14 } } },
  ],
  ['transfer-nothing', { id: 'transfer-exported', answer: { ok: false, code: 'nothing-pending' } }, NOTHING],
  ['transfer-reading', { id: 'transfer-reading' }],
  [
    'transfer-received',
    { id: 'transfer-received', answer: { ok: true, value: { ...receipts, unreadableParts: 0 } } },
    NOTHING,
  ],
  [
    'transfer-received-some',
    {
      id: 'transfer-received',
      answer: {
        ok: true,
        value: { ...receipts, submissions: 47, refused: 2, untrusted: 1, unreadableParts: 1 },
      },
    },
    { ...WAITING, pending: 1 },
  ],
  ['transfer-foreign', { id: 'transfer-received', answer: { ok: false, code: 'receipts-missing' } }],
  ['transfer-not-genuine', { id: 'transfer-received', answer: { ok: false, code: 'receipts-not-trusted' } }],
];

/** The pages of the USB drive, as an operator sees them in a van. */
export const TRANSFER_FIXTURES: readonly Fixture[] = overlays.map(([name, overlay, connection]): Fixture => [
  name,
  { id: 'van-waiting', about: 'machine' },
  {
    ...{ session: false, overlay },
    chrome: { ...outside, canAskStaff: false, van: bar, connection: connection ?? WAITING },
  },
]);
