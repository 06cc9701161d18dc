import type { FileFindings, ShownProblem } from '../../domain/remittance/summary/summarise.ts';
import type { FileEntry, FileListing, FilePlace } from '../../domain/terminal/ports/remittance-files.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { step, type Fixture } from './fixture-parts.ts';

const asking = { chrome: step(3, 'details', 'instruction') };
const kind = 'employer-remittance';
const most = { megabytes: 20, rows: 100_000 };
const payer = 'Lantern Street Bakery Ltd';

const drive = (id: string, name: string): FilePlace => ({ id, kind: 'drive', name });
const one = drive('e1', 'KINGSTON');
const two = drive('e2', '會計部');

const file = (id: string, name: string, day: number): FileEntry => ({
  id,
  kind: 'file',
  name,
  changedAt: `2026-11-${String(day).padStart(2, '0')}T03:20:00.000Z`,
  bytes: 48_213,
});
const folder = (id: string, name: string): FileEntry => ({ ...file(id, name, 3), kind: 'folder', bytes: 0 });

const here = { place: one, folders: [], entries: [], others: 0, more: 0, readable: true };
const top: FileListing = {
  places: [one],
  at: {
    ...here,
    entries: [
      folder('e3', '強積金 2026'),
      folder('e4', 'Payroll'),
      file('e5', '十月供款.csv', 20),
      file('e6', 'contributions-2026-10.csv', 19),
      file('e7', 'contributions-2026-09 (corrected, second version, please use this one).csv', 3),
      file('e8', 'casual.txt', 2),
      file('e9', 'old.csv', 1),
    ],
    others: 3,
  },
};

const choose = (listing: FileListing | null): Screen => ({ id: 'file-choose', kind, listing, payer, most });

const differs = (row: number): ShownProblem => ({
  row,
  column: 'total',
  code: 'total-differs',
  params: { entered: '2000.01', computed: '2000.00' },
  staffNo: `S${String(row).padStart(4, '0')}`,
});
const total = { account: '3777463656273', company: payer, rows: 212, total: '612480.50' };
export const clean: FileFindings = { rows: 212, held: 0, warnings: 0, accounts: [total], groups: [] };
export const held: FileFindings = {
  rows: 231,
  held: 20,
  warnings: 1,
  accounts: [
    { ...total, rows: 211 },
    { account: '3777463659999', company: null, rows: 4, total: '8000.00' },
  ],
  groups: [
    {
      code: 'total-differs',
      severity: 'error',
      count: 14,
      problems: Array.from({ length: 14 }, (_, index) => differs(index + 3)),
    },
    {
      code: 'payer-other-company',
      severity: 'error',
      count: 4,
      problems: [
        {
          row: 40,
          column: 'employerAccountNo',
          code: 'payer-other-company',
          params: { payer },
          staffNo: 'S0040',
        },
      ],
    },
    {
      code: 'hkid-check-digit',
      severity: 'error',
      count: 2,
      problems: [{ row: 9, column: 'idNo', code: 'hkid-check-digit', params: {}, staffNo: 'S0009' }],
    },
    {
      code: 'encoding-big5',
      severity: 'warning',
      count: 1,
      problems: [{ row: null, column: null, code: 'encoding-big5', params: {}, staffNo: null }],
    },
  ],
};
export const result = (
  findings: FileFindings,
  more: Partial<Extract<Screen, { id: 'file-result' }>> = {},
): Screen => ({
  id: 'file-result',
  kind,
  name: '十月供款.csv',
  findings,
  payer,
  going: findings.held === 0 ? findings.rows : 0,
  byRules: false,
  saving: false,
  saved: null,
  ...more,
});

/** An employer's file, from the drive to what was found in it. */
export const FILE_FIXTURES: readonly Fixture[] = [
  ['file-choose-waiting', choose(null), asking],
  ['file-choose-no-drive', choose({ places: [], at: null }), asking],
  ['file-choose-two-drives', choose({ places: [one, two], at: null }), asking],
  ['file-choose', choose(top), asking],
  ['file-choose-empty', choose({ places: [one], at: { ...here, others: 2 } }), asking],
  [
    'file-choose-folder',
    choose({
      places: [one, two],
      at: { ...here, place: two, folders: ['強積金 2026'], entries: [file('e5', '十月供款.csv', 20)] },
    }),
    asking,
  ],
  ['file-choose-not-readable', choose({ places: [one], at: { ...here, readable: false } }), asking],
  [
    'file-reading',
    { id: 'file-reading', kind, name: '十月供款.csv', progress: { done: 46, rows: 1208 } },
    asking,
  ],
  ['file-trouble-gone', { id: 'file-trouble', kind, trouble: 'drive-gone', places: [], most }, asking],
  ['file-trouble-large', { id: 'file-trouble', kind, trouble: 'file-too-large', places: [], most }, asking],
  [
    'file-trouble-rules',
    {
      id: 'file-trouble',
      kind,
      trouble: 'rules-do-not-fit',
      places: [
        { path: 'companies[0].employerAccountNo', code: 'rule-missing' },
        { path: 'employees[1].staffNo', code: 'staff-no-twice' },
      ],
      most,
    },
    asking,
  ],
  ['file-result-clean', result(clean), asking],
  ['file-result-held', result(held), asking],
  [
    'file-result-saved',
    result(held, { saved: { ok: true, value: { name: 'remittance-problems-20261122-1542.csv' } } }),
    asking,
  ],
  ['file-result-some', result(held, { going: 211 }), asking],
  [
    'file-result-some-saved',
    result(held, {
      going: 211,
      saved: {
        ok: true,
        value: {
          name: 'remittance-problems-20261122-1542.csv',
          rows: 'remittance-rows-to-correct-20261122-1542.csv',
        },
      },
    }),
    asking,
  ],
  [
    'file-result-some-not-saved',
    result(held, { going: 211, saved: { ok: false, code: 'drive-full' } }),
    asking,
  ],
  ['file-result-unsaved', result(held, { going: 211, unsaved: true }), asking],
  ['file-result-not-saved', result(held, { saved: { ok: false, code: 'drive-read-only' } }), asking],
];
