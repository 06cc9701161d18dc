import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../reference-data/look-up/figures.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../reference-data/embedded/embedded.ts';
import { casual, existing, fileOf, FIGURES, surcharge, type Cells } from '../row.fixture.ts';
import { checkPieces } from '../check-pieces.ts';
import { problemTable } from './problem-lines.ts';
import { createFileSummary, SHOWN_PROBLEMS } from './summarise.ts';

const payer = { name: 'Lantern Street Bakery Ltd', account: '3777463656273' };

async function summaryOf(text: string, today = '2026-12-01') {
  const bytes = new TextEncoder().encode(text);
  const summary = createFileSummary({ payer, calendar: calendarOf(EMBEDDED_REFERENCE_DATA), today });
  const checked = await checkPieces(
    (take) => {
      take(bytes);
      return Promise.resolve();
    },
    { figures: FIGURES, rules: null, payer: null },
    { begin: () => undefined, take: summary.take },
  );
  const { rows: split, ...found } = summary.end(checked);
  return { ...found, split };
}
const rows = (...changes: readonly Cells[]) => fileOf(...changes.map((change) => existing(change)));
const second: Cells = { idNo: 'E3649125', staffNo: 'S0900' };

describe('a file that nothing is wrong with', () => {
  it('gives its sums, its period and the day it is due', async () => {
    const { facts, findings } = await summaryOf(rows({}, second));
    expect(facts).toMatchObject({
      rows: 2,
      employerAccountNo: '3777463656273',
      schemeRegistrationNo: 'MT00298',
      periods: [{ start: '2026-11-01', end: '2026-11-30' }],
      totals: { ermc: '2000.00', eemc: '2000.00', total: '4000.00', ervc: '0.00' },
      dueDay: '2026-12-10',
      late: false,
      surcharge: '0.00',
    });
    expect(findings).toMatchObject({ rows: 2, held: 0, groups: [] });
    expect(findings.accounts).toEqual([
      { account: '3777463656273', company: payer.name, rows: 2, total: '4000.00' },
    ]);
  });

  it('is late after the contribution day: 5% of each mandatory amount', async () => {
    const { facts } = await summaryOf(rows({}, second), '2026-12-11');
    expect(facts).toMatchObject({ late: true, surcharge: '200.00' });
  });

  it('is due earliest for its casual employees, on the day it names', async () => {
    const file = fileOf(existing(), casual({ ...second, contributionDay: '20261203' }));
    expect((await summaryOf(file)).facts).toMatchObject({ dueDay: '2026-12-03' });
  });

  it('of a newly employed: not due before the first remittance of day 60', async () => {
    const { facts } = await summaryOf(rows({ employmentDate: '20261102' }));
    expect(facts?.dueDay).toBe('2027-01-11');
  });

  it('with a surcharge row of an earlier month is not late for that', async () => {
    const { facts } = await summaryOf(fileOf(existing(), surcharge()));
    expect(facts).toMatchObject({ late: false, totals: { employerSurcharge: '50.00', total: '2100.00' } });
  });
});

describe('a file of which rows stay', () => {
  it('states of the rows that go alone: rows, sums, periods, due day and warnings', async () => {
    const { facts, findings, split } = await summaryOf(
      rows({ ermc: '900.00', total: '1900.00' }, { ...second, total: '1.00', ermc: '900.00' }),
    );
    expect(facts).toMatchObject({ rows: 1, held: 1, warnings: 1, totals: { total: '1900.00' } });
    expect(findings).toMatchObject({ rows: 2, held: 1 });
    expect([[...split.going], [...split.staying]]).toEqual([[1], [2]]);
  });

  it('has no facts when no row goes', async () => {
    const { facts, split } = await summaryOf(rows({ total: '1.00' }));
    expect(facts).toBeNull();
    expect([...split.staying]).toEqual([1]);
  });

  it('begins with a row of another company: the scheme is that of the company that pays', async () => {
    const other = { employerAccountNo: '99990000', schemeRegistrationNo: 'MT00300' };
    const { facts, split } = await summaryOf(rows(other, second));
    expect(facts).toMatchObject({ rows: 1, held: 1, schemeRegistrationNo: 'MT00298' });
    expect([...split.going]).toEqual([2]);
  });
});

describe('what is wrong in a file', () => {
  it('names each row of another account, and adds its sum up beside that of the company that pays', async () => {
    const { facts, findings } = await summaryOf(rows({}, { ...second, employerAccountNo: '99990000' }));
    expect(facts).toMatchObject({ rows: 1, held: 1, totals: { total: '2000.00' } });
    expect(findings.groups).toMatchObject([
      { code: 'payer-other-company', count: 1, problems: [{ row: 2, column: 'employerAccountNo' }] },
    ]);
    expect(findings.accounts).toEqual([
      { account: '3777463656273', company: payer.name, rows: 1, total: '2000.00' },
      { account: '99990000', company: null, rows: 1, total: '2000.00' },
    ]);
  });

  it('names each row of another scheme: scheme-differs-from-first', async () => {
    const { facts, findings } = await summaryOf(rows({}, { ...second, schemeRegistrationNo: 'MT00300' }));
    expect(facts).toMatchObject({ rows: 1, held: 1, schemeRegistrationNo: 'MT00298' });
    expect(findings.groups).toMatchObject([{ code: 'scheme-differs-from-first', count: 1 }]);
  });

  it('puts what must be corrected before what is only to be looked at', async () => {
    const { findings } = await summaryOf(
      rows({ ermc: '900.00', total: '1900.00' }, { ...second, total: '1.00' }),
    );
    expect(findings.groups.map(({ code }) => code)).toEqual(['total-differs', 'mandatory-differs']);
    expect(findings).toMatchObject({ held: 1, warnings: 1 });
  });

  it('is held back by a row of headings too', async () => {
    const heading = `${Array.from({ length: 47 }, () => 'Column').join(',')}\r\n`;
    const { facts, findings } = await summaryOf(heading + rows({}));
    expect(facts).toBeNull();
    expect(findings.groups).toMatchObject([{ code: 'header-row', severity: 'error' }]);
  });

  it('shows the first of many, counts all, and lists them all', async () => {
    const many = Array.from({ length: 80 }, (_, index) => ({ total: '1.00', staffNo: `S${String(index)}` }));
    const { findings, lines } = await summaryOf(rows(...many));
    expect(findings.groups[0]).toMatchObject({ count: 80 });
    expect(findings.groups[0]?.problems).toHaveLength(SHOWN_PROBLEMS.ofEach);
    expect(lines.filter(({ code }) => code === 'total-differs')).toHaveLength(80);
  });
});

describe('the list of problems', () => {
  it('says row, cell, staff number, reason and fix; no identity number and no name', async () => {
    const { lines } = await summaryOf(
      rows({ total: '1.00' }, { ...second, staffNo: 'E3649125', total: '2.00' }),
    );
    const english = problemTable(lines, 0, 'en');
    expect(english).toContain('1,AC,Total,S0012,stays,');
    expect(english).toContain('2,AC,Total,,stays,');
    for (const locale of ['en', 'zh-Hant'] as const) {
      expect(problemTable(lines, 3, locale)).not.toMatch(/A1234563|E3649125|SAMPLE/);
    }
    expect(english.startsWith('\ufeffRow,')).toBe(true);
  });

  it('is no program: what a spreadsheet would take for a formula stays text', () => {
    const problem = { row: 1, column: null, code: 'row-duplicate', params: { otherRow: 2 } } as const;
    expect(problemTable([{ ...problem, staffNo: '-2+3' }], 0, 'en')).toContain("'-2+3");
  });
});
