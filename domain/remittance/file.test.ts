import { describe, expect, it } from 'vitest';
import { createRemittanceChecker } from './checker.ts';
import {
  checkText,
  enrolment,
  existing,
  FIGURES,
  fileOf,
  found,
  leaver,
  surcharge,
  unpaidLeave,
} from './row.fixture.ts';

const other = { idNo: 'AB9876543', staffNo: 'S0013' };
const december = {
  ...{ payrollPeriodStart: '20261201', payrollPeriodEnd: '20261231' },
  ...{ memberPeriodStart: '20261201', memberPeriodEnd: '20261231' },
};

describe('rows beside each other', () => {
  it('the same row twice: the second stays and names the first', () => {
    const result = checkText(fileOf(existing(), existing(other), existing()));
    expect(found(result)).toEqual(['3 row-duplicate']);
    expect(result.outcomes[2]?.problems[0]?.params).toEqual({ otherRow: 1 });
    expect(result.report).toMatchObject({ rows: 3, valid: 2, rejected: 1 });
  });

  it('two rows of one employee for days in common: the second stays', () => {
    const halves = [
      existing({
        memberPeriodEnd: '20261115',
        relevantIncome: '10000.00',
        ermc: '500.00',
        eemc: '500.00',
        total: '1000.00',
      }),
      existing({
        memberPeriodStart: '20261115',
        relevantIncome: '10000.00',
        ermc: '500.00',
        eemc: '500.00',
        total: '1000.00',
      }),
    ];
    expect(found(checkText(fileOf(...halves)))).toEqual(['2 memberPeriodStart period-overlap']);
  });

  it('a note about a cell does not let a row go that overlaps', () => {
    const october = existing({ memberPeriodStart: '20261001', memberPeriodEnd: '20261031' });
    const result = checkText(fileOf(october, { ...october, departmentCode: 'D1' }));
    expect(found(result)).toContain('2 memberPeriodStart period-overlap');
    expect(result.report).toMatchObject({ valid: 1, rejected: 1 });
  });

  it('periods that follow each other do not overlap; another person, company or a surcharge neither', () => {
    const rows = [
      existing(),
      existing(december),
      existing(other),
      existing({ employerAccountNo: '999' }),
      surcharge({ memberPeriodStart: '20261101', memberPeriodEnd: '20261130' }),
    ];
    const { report } = checkText(fileOf(...rows));
    expect(report).toMatchObject({ valid: 5, rejected: 0 });
  });

  it('a correction after a row that stays does not overlap with it', () => {
    const result = checkText(fileOf(existing({ total: '1.00' }), existing()));
    expect(found(result)).toEqual(['1 total total-differs']);
  });

  it('severance payment must stand in the last row of the employee, wherever the later row is', () => {
    const severance = leaver({
      terminationReason: 'REDUNDANCY',
      severanceCode: 'S',
      lastEmploymentDate: '20261231',
    });
    for (const [rows, row] of [
      [[severance, existing(december)], 1],
      [[existing(december), severance], 2],
    ] as const) {
      const result = checkText(fileOf(...rows));
      expect(found(result)).toContain(`${row} severanceCode severance-not-last-row`);
      expect(result.report).toMatchObject({ rows: 2, valid: 1, rejected: 1 });
    }
    const last = checkText(fileOf(existing(), { ...severance, ...december }));
    expect(last.report).toMatchObject({ valid: 2, rejected: 0 });
  });

  it('rows that wait for the end can be settled some at a time, each once', () => {
    const severance = leaver({ terminationReason: 'REDUNDANCY', severanceCode: 'S' });
    const people = ['A1234563', 'E3649125', 'A5555550'].map((idNo) => ({ ...severance, idNo }));
    const checker = createRemittanceChecker({ figures: FIGURES, rules: null, payer: null });
    expect(checker.push(fileOf(...people))).toEqual([]);
    const settled = [checker.settleSome(2), checker.settleSome(2), checker.settleSome(2)];
    expect(settled.map((some) => some.map(({ row }) => row))).toEqual([[1, 2], [3], []]);
    const { outcomes, report } = checker.end();
    expect(outcomes).toEqual([]);
    expect(report).toMatchObject({ rows: 3, valid: 3 });
  });

  it('sums up only the rows that go', () => {
    const rows = [
      existing(),
      existing({ ...other, total: '9.99' }),
      enrolment({ ervc: '12.34', total: '2012.34' }),
      unpaidLeave({ idNo: 'A5555550' }),
    ];
    const { report } = checkText(fileOf(...rows));
    expect(report.totals).toMatchObject({
      relevantIncome: 4_000_000n,
      ermc: 200_000n,
      ervc: 1234n,
      total: 401_234n,
    });
  });
});

describe('the shape of the file', () => {
  const line = fileOf(existing());
  const second = fileOf(existing(other));

  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['LF instead of CRLF', line.replace('\r\n', '\n') + second, []],
    ['CR alone', line.replace('\r\n', '\r') + second, []],
    ['no line end after the last row', line + second.trimEnd(), []],
    ['empty lines at the end', `${line}\r\n\r\n   \r\n`, []],
    [
      'rows of commas at the end, as spreadsheets leave them',
      `${line}${','.repeat(46)}\r\n${','.repeat(46)}\r\n`,
      [],
    ],
    ['the mark that old programs write behind the last row', `${line}${second}\u001a`, []],
    ['an empty line between rows', `${line}\r\n${second}`, ['file blank-lines']],
    ['every cell in quotes', line.replace(/[^,\r\n]+/g, '"$&"'), []],
    ['a comma inside quotes', fileOf(existing({ departmentCode: 'A,1' })), []],
    ['half a last row', line + second.slice(0, 40), ['2 row-cut-short']],
    ['a last row cut inside a quote', `${line}"MT00298","3777`, ['2 row-cut-short']],
    ['46 columns', line.replace(/,\r\n/, '\r\n'), ['1 column-count']],
    ['48 columns', line.replace(/\r\n/, ',x\r\n'), ['1 column-count']],
    ['empty columns behind the last', line.replace(/\r\n/, ',,\r\n'), ['1 columns-beyond']],
    ['a thousands comma moves the columns', line.replace('20000.00', '20,000.00'), ['1 column-count']],
    [
      'a quote that is not closed stays on its line',
      line.replace('MT00298', '"MT00298') + second,
      ['1 quote-not-closed'],
    ],
    ['a quote in the middle of a cell', line.replace('MT00298', 'MT"00298') + second, ['1 quote-misplaced']],
    [
      'text that a spreadsheet keeps with ="…"',
      line.replace('3777463656273', '="3777463656273"'),
      ['1 employerAccountNo spreadsheet-mark'],
    ],
    ['text after a closing quote', line.replace('MT00298', '"MT"00298') + second, ['1 quote-misplaced']],
    ['a line without end', `${'1'.repeat(50_000)}\r\n${second}`, ['1 row-too-long']],
    [
      'a web page that a program calls a workbook',
      `\r\n<html><table><tr><td>MT00298</td></tr>\r\n</table></html>`,
      ['file file-markup'],
    ],
    ['semicolons', line.replaceAll(',', ';'), ['file file-delimiter']],
    ['tabs', line.replaceAll(',', '\t'), ['file file-delimiter']],
    ['bars', line.replaceAll(',', '|'), ['file file-delimiter']],
    ['nothing but empty lines', '\r\n\r\n', ['file file-no-rows']],
    ['two payroll periods', line + fileOf(existing(december)), ['file several-payroll-periods']],
    [
      'two employer accounts',
      line + fileOf(existing({ ...other, employerAccountNo: '999' })),
      ['file several-employer-accounts'],
    ],
    [
      'two schemes',
      line + fileOf(existing({ ...other, schemeRegistrationNo: 'MT00001' })),
      ['file several-schemes'],
    ],
  ];

  it.each(table)('%s', (_, text, expected) => {
    expect(found(checkText(text))).toEqual(expected);
  });

  it.each([
    ['English', 'Scheme Registration No.,Employer Account No.,Payroll Group ID'],
    ['Chinese', '計劃註冊編號,僱主帳戶號碼,支薪組別編號'],
  ])('a header row in %s is no row; those after it are checked', (_, begin) => {
    const header = begin + ',Name'.repeat(44);
    const result = checkText(`${header}\r\n${line}`);
    expect(found(result)).toEqual(['file header-row']);
    expect(result.report).toMatchObject({ rows: 1, valid: 1, problems: [{ row: 1 }] });
    expect(result.outcomes[0]?.row).toBe(2);
  });

  it('a first row with faults is still no header row', () => {
    expect(found(checkText(fileOf(existing({ memberStatus: 'X' }))))).toEqual(['1 memberStatus choice']);
  });

  it('reads the same whatever the pieces', () => {
    const text = fileOf(
      existing(),
      existing({ ...other, total: '1.00' }),
      enrolment({ surnameChinese: '樣' }),
    );
    const whole = found(checkText(text));
    for (const size of [1, 2, 7, 100]) {
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      expect(pieces.join('')).toBe(text);
      expect(found(checkPieces(pieces))).toEqual(whole);
    }
  });
});

function checkPieces(pieces: readonly string[]) {
  const checker = createRemittanceChecker({ figures: FIGURES, rules: null, payer: null });
  const pushed = pieces.flatMap((piece) => checker.push(piece));
  const { outcomes, report } = checker.end();
  return { outcomes: [...pushed, ...outcomes], report };
}

describe('what is shown of a person', () => {
  it.each([
    [existing(), { idNo: 'A12***(*)', staffNo: 'S0012' }],
    [existing({ idType: 'PASSPORT', idNo: 'AP9929922C' }), { idNo: 'AP9***', staffNo: 'S0012' }],
    // A name or a number in the wrong column must not be shown because of where it stands.
    [existing({ staffNo: 'A1234563' }), { idNo: 'A12***(*)', staffNo: null }],
    [existing({ staffNo: 'SAMPLE' }), { idNo: 'A12***(*)', staffNo: null }],
    [existing({ idNo: 'SAMPLE' }), { idNo: '***', staffNo: 'S0012' }],
  ])('row %#', (row, shown) => {
    expect(checkText(fileOf(row)).outcomes[0]?.employee).toEqual(shown);
  });
});
