import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN_COUNT } from './columns.ts';
import { createRemittanceChecker } from './checker.ts';
import { createEncodingFinder, decoderOf } from './file/encoding.ts';
import { createEmployeePeriods } from './file/employee-index.ts';
import { createLineReader } from './file/lines.ts';
import { splitCells } from './file/split-cells.ts';
import { describeProblem } from './problems/describe.ts';
import { casual, checkText, enrolment, existing, fileOf, FIGURES, leaver, surcharge } from './row.fixture.ts';
import { cellsOf, csvLine } from './row/write-row.ts';

const right = fileOf(
  existing(),
  enrolment(),
  leaver({ idNo: 'AB9876543' }),
  casual({ idNo: 'A5555550' }),
  surcharge(),
);

/** Every row is counted once, and what is said of it can be said in words. */
function holdsTogether({ outcomes, report }: ReturnType<typeof checkText>): void {
  expect(outcomes.length).toBe(report.rows);
  expect(report.valid + report.rejected).toBe(report.rows);
  expect(outcomes.filter(({ value }) => value === null).length).toBe(report.rejected);
  for (const { row, problems } of outcomes) {
    for (const problem of problems)
      expect(describeProblem(problem, row, 'zh-Hant').reason).not.toContain('{');
  }
}

/** The whole way from bytes, as a program goes it. */
function checkBytes(bytes: Uint8Array): void {
  const finder = createEncodingFinder();
  finder.push(bytes);
  const found = finder.end();
  if (!found.ok) return;
  const checker = createRemittanceChecker({ figures: FIGURES, rules: null, payer: null });
  const pushed = checker.push(decoderOf(found.value).decode(bytes));
  const { outcomes, report } = checker.end();
  holdsTogether({ outcomes: [...pushed, ...outcomes], report });
}

describe('nothing that stands in a file stops the program', () => {
  it('bytes of any kind', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), checkBytes));
  });

  it('a right file with bytes changed, left out or put in', () => {
    const bytes = new TextEncoder().encode(right);
    const change = fc.record({
      at: fc.nat(bytes.length - 1),
      out: fc.nat(3),
      put: fc.uint8Array({ maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        let mutated = [...bytes];
        for (const { at, out, put } of changes)
          mutated = [...mutated.slice(0, at), ...put, ...mutated.slice(at + out)];
        checkBytes(Uint8Array.from(mutated));
      }),
    );
  });

  it('rows of any cells', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '',
        '0',
        '-1',
        '1.5',
        'N',
        'E',
        'T',
        'L',
        'S',
        'REE',
        'CEE',
        'HKID',
        'PASSPORT',
        '20261101',
        '20260231',
        '1E+9',
        'A1234563',
      ),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: COLUMN_COUNT, maxLength: COLUMN_COUNT }), (cells) => {
        holdsTogether(checkText(`${csvLine(cells.map((text) => text.replace(/[\r\n]/g, '')))}\n`));
      }),
    );
  });

  it('a right row with one cell of any other', () => {
    const rows = [existing(), enrolment(), leaver(), casual(), surcharge()].map(cellsOf);
    fc.assert(
      fc.property(fc.nat(rows.length - 1), fc.nat(COLUMN_COUNT - 1), fc.string(), (row, column, text) => {
        const cells = (rows[row] ?? []).with(column, text.replace(/[\r\n]/g, ''));
        holdsTogether(checkText(`${csvLine(cells)}\n`));
      }),
    );
  });
});

describe('cells', () => {
  it('are cut as another reader cuts them', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', '"', '樣') });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        const line = csvLine(cells);
        fc.pre(line !== '');
        expect(splitCells(line)).toEqual({ cells, fault: null });
        expect(parse(line, { relax_column_count: true })).toEqual([cells]);
      }),
    );
  });

  it('lines are the same whatever the pieces', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\r', '\n', ',') });
    fc.assert(
      fc.property(fc.array(text), (pieces) => {
        const inPieces = createLineReader(20);
        const lines = [...pieces.flatMap((piece) => inPieces.push(piece)), ...inPieces.end()];
        const whole = createLineReader(20);
        expect(lines).toEqual([...whole.push(pieces.join('')), ...whole.end()]);
        const expected = pieces.join('').split(/\r\n|[\r\n]/);
        expect(lines.length).toBe(expected.at(-1) === '' ? expected.length - 1 : expected.length);
      }),
    );
  });
});

describe('periods of employees', () => {
  it('overlap exactly when a list of them says so', () => {
    const period = fc.record({
      employee: fc.constantFrom('a', 'b', 'c'),
      from: fc.nat(300),
      days: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.array(period, { maxLength: 60 }), (list) => {
        const periods = createEmployeePeriods();
        const kept: { employee: string; from: number; to: number; row: number }[] = [];
        list.forEach(({ employee, from, days }, row) => {
          const to = from + days;
          const clash = kept.some(
            (other) => other.employee === employee && other.from <= to && other.to >= from,
          );
          const told = periods.add(employee, from, to, row);
          expect(told !== null).toBe(clash);
          if (told === null) kept.push({ employee, from, to, row });
        });
        for (const employee of ['a', 'b', 'c']) {
          const last = kept
            .filter((entry) => entry.employee === employee)
            .toSorted((one, two) => two.to - one.to)[0];
          expect(periods.laterRow(employee, -1)).toBe(last?.row ?? null);
        }
      }),
    );
  });

  it('are kept apart for many thousands', () => {
    const periods = createEmployeePeriods();
    for (let person = 0; person < 20_000; person += 1) {
      expect(periods.add(`3777|HKID|${person}`, 20261101, 20261130, person)).toBeNull();
      expect(periods.sameRow(`row ${person}`, person)).toBeNull();
    }
    expect(periods.add('3777|HKID|7', 20261130, 20261201, 20_001)).toBe(7);
    expect(periods.sameRow('row 19999', 20_002)).toBe(19_999);
  });
});
