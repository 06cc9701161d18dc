import type { Listed } from '../../domain/catalogue/ask.ts';
import { message } from '../../domain/catalogue/ask.ts';
import type { ListProblem } from '../../domain/company-list/codes.ts';
import type { ListFindings } from '../../domain/company-list/check-list.ts';
import type { FileListing } from '../../domain/terminal/ports/remittance-files.ts';
import type { AskedRow } from '../../domain/terminal/view/rows.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { CompanyOutcome } from '../../domain/wire/enquiry.ts';
import { step, type Fixture } from './fixture-parts.ts';

const kind = 'employer-registration';
const WORDS = 'ask.employer-registration';
const asking = { chrome: step(3, 'details', 'instruction') };
const checking = { chrome: step(5, 'review', 'instruction') };
const most = { megabytes: 1, rows: 100 };
const companies = { companies: true as const };

const drive = { id: 'e1', kind: 'drive', name: 'KINGSTON' } as const;
const entry = { kind: 'file', changedAt: '2026-11-20T03:20:00.000Z', bytes: 4210 } as const;
const listing: FileListing = {
  places: [drive],
  at: {
    ...{ place: drive, folders: [], others: 1, more: 0, readable: true },
    entries: [
      { ...entry, id: 'e2', name: '集團公司名單.csv' },
      { ...entry, id: 'e3', name: 'group-companies-2026.csv' },
    ],
  },
};

const problem = (
  row: number,
  column: ListProblem['column'],
  letter: string,
  code: ListProblem['code'],
): ListProblem => ({
  ...{ row, column, letter, code },
  params:
    code === 'employer-br-twice'
      ? { otherRow: row - 3 }
      : code === 'employer-document-too-old'
        ? { months: 6, from: '2026-05-23' }
        : {},
});
const group = (...problems: readonly ListProblem[]): ListFindings['groups'][number] => ({
  code: problems[0]?.code ?? 'choice',
  severity: 'error',
  problems,
});
const clean: ListFindings = { rows: 24, held: 0, groups: [] };
const some: ListFindings = {
  rows: 24,
  held: 7,
  groups: [
    group(
      problem(4, 'br-number', 'B', 'employer-br-shape'),
      problem(9, 'br-number', 'B', 'employer-br-shape'),
    ),
    group(problem(12, 'br-number', 'B', 'employer-br-twice')),
    group(...[14, 15, 17, 20].map((row) => problem(row, 'document-date', 'H', 'employer-document-too-old'))),
  ],
};
const none: ListFindings = {
  rows: 0,
  held: 0,
  groups: [
    {
      code: 'header-missing',
      severity: 'fatal',
      problems: [{ row: 1, column: null, letter: null, code: 'header-missing', params: {} }],
    },
  ],
};
const result = (
  findings: ListFindings,
  good: number,
  more: Partial<Extract<Screen, { id: 'companies-result' }>> = {},
): Screen => ({
  ...{ id: 'companies-result', kind, name: '集團公司名單.csv', findings, good, saving: false, saved: null },
  ...more,
});

const row = (page: string, lines: AskedRow['lines']): AskedRow => ({
  ...{ page, words: `${WORDS}.${page}`, index: 1, lines, byStaff: false },
});
const listed: readonly Listed[] = Array.from({ length: 24 }, (_, at) => ({
  title:
    at === 2
      ? 'Brightwater (Overseas) Property Management and Investment Holdings Inc'
      : `Brightwater ${['Holdings', 'Catering', 'Trading', 'Logistics'][at % 4] ?? ''} ${String(at + 1)} Limited`,
  details: [
    message(`${WORDS}.companies.br`, { number: String(41_234_567 + at) }),
    message(`${WORDS}.form.option.${at === 2 ? 'non-hong-kong' : 'incorporated'}`),
    message(`${WORDS}.companies.ci`, { number: at === 2 ? 'F0012345' : String(1_234_567 + at) }),
  ],
}));

const outcomes: readonly CompanyOutcome[] = Array.from({ length: 24 }, (_, at) => {
  const code =
    at === 4 ? 'already-registered' : at === 10 ? 'document-date' : at === 17 ? 'papers-missing' : null;
  return { place: at + 1, ending: String(567 + at), state: code === null ? 'registered' : 'refused', code };
});

/** A list of companies, from the drive to what became of each. */
export const COMPANIES_FIXTURES: readonly Fixture[] = [
  ['companies-choose', { id: 'file-choose', kind, listing, payer: '', most, ...companies }, asking],
  [
    'companies-trouble-large',
    { id: 'file-trouble', kind, trouble: 'file-too-large', places: [], most, ...companies },
    asking,
  ],
  ['companies-result-clean', result(clean, 24), asking],
  ['companies-result-some', result(some, 17), asking],
  [
    'companies-result-saved',
    result(some, 17, { saved: { ok: true, value: { name: 'company-list-problems-20261123-1542.csv' } } }),
    asking,
  ],
  ['companies-result-none', result(none, 0), asking],
  [
    'companies-review',
    {
      ...{ id: 'instruction-review', kind, identity: [], listed, ending: 'submit' },
      rows: [
        row('standing', [message(`${WORDS}.standing.option.existing`)]),
        row('way', [message(`${WORDS}.way.option.list`)]),
        row('companies', [
          message(`${WORDS}.companies.count`, { count: 24 }),
          message(`${WORDS}.companies.left-out`, { count: 7 }),
        ]),
        row('list-role', [message(`${WORDS}.role.option.company-authorised`)]),
      ],
    },
    checking,
  ],
  [
    'companies-enquiry',
    {
      ...{ id: 'enquiry-result', reference: 'K0127-A0042-N', ofKind: kind, status: 'accepted', code: null },
      ...{
        receivedAt: '2026-11-20T02:05:00.000Z',
        canWithdraw: false,
        canCorrect: false,
        companies: outcomes,
      },
    },
  ],
];
