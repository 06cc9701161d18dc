import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../reference-data/look-up/figures.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../reference-data/embedded/embedded.ts';
import { checkPieces } from '../check-pieces.ts';
import { splitRows } from '../file/split-rows.ts';
import { isHeld } from '../problems/problem.ts';
import {
  type Cells,
  casual,
  enrolment,
  existing,
  fileOf,
  FIGURES,
  leaver,
  surcharge,
} from '../row.fixture.ts';
import { createFileSummary } from './summarise.ts';

const payer = { name: 'Lantern Street Bakery Ltd', account: '3777463656273' };

async function checkText(text: string) {
  const bytes = new TextEncoder().encode(text);
  const summary = createFileSummary({
    payer,
    calendar: calendarOf(EMBEDDED_REFERENCE_DATA),
    today: '2026-12-11',
  });
  const checked = await checkPieces(
    (take) => {
      take(bytes);
      return Promise.resolve();
    },
    { figures: FIGURES, rules: null, payer: null },
    { begin: () => undefined, take: summary.take },
  );
  return { ...summary.end(checked), checked };
}

const PEOPLE = ['A1234563', 'AB9876543', 'A5555550', 'E3649125'];
const KINDS = { existing, enrolment, leaver, casual, surcharge };
/** What makes a row stay by itself, by whose it is, or by another row. */
const FAULTS: readonly Cells[] = [
  ...[{}, {}, {}, {}],
  { total: '1.00' },
  { idNo: 'A1234564' },
  { memberStatus: 'X' },
  { employerAccountNo: '99990000' },
  { schemeRegistrationNo: 'MT00300' },
  { employerAccountNo: '99990000', schemeRegistrationNo: 'MT00300' },
];
const MONTHS: readonly Cells[] = [
  {},
  {},
  { memberPeriodStart: '20261001', memberPeriodEnd: '20261031' },
  { memberPeriodStart: '20261115', memberPeriodEnd: '20261130' },
];
const ends = fc.constantFrom('', 'L', 'S');

const row = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])),
    idNo: fc.constantFrom(...PEOPLE),
    fault: fc.constantFrom(...FAULTS),
    month: fc.constantFrom(...MONTHS),
    severance: ends,
  })
  .map(({ kind, idNo, fault, month, severance }) => {
    const leaves =
      kind === 'leaver'
        ? {
            severanceCode: severance,
            terminationReason: severance === 'S' ? 'REDUNDANCY' : 'RETIRE',
          }
        : {};
    return KINDS[kind]({ idNo, ...month, ...leaves, ...fault });
  });
/** Rows, with blank lines and halves of rows between them. */
const line = fc.oneof(
  { weight: 12, arbitrary: row.map((cells) => fileOf(cells)) },
  { weight: 1, arbitrary: fc.constantFrom('\r\n', ',,,\n', 'MT00298,3777463656273,,\r\n', '\u001a\r\n') },
);

describe('the rows that go', () => {
  it('are all good again when they are checked by themselves, and come to what was stated of them', async () => {
    let split = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 14 }), fc.boolean(), async (lines, cut) => {
        const joined = lines.join('');
        const text = cut ? joined.replace(/\r\n$/, '') : joined;
        const first = await checkText(text);
        const { going, staying } = splitRows(text, first.rows);
        expect(first.rows.going.size + first.rows.staying.size).toBe(first.findings.rows);
        if (first.facts === null) return;
        if (staying !== '') split += 1;
        const { held, warnings, ...stated } = first.facts;
        expect(held ?? 0).toBe(first.rows.staying.size);
        const again = await checkText(going);
        expect(isHeld(again.checked.report.problems)).toBe(false);
        expect(again.rows.staying.size).toBe(0);
        expect(again.checked).toMatchObject({ encoding: 'utf-8', byteOrderMark: false });
        expect(again.facts).toMatchObject(stated);
        expect(again.facts?.warnings).toBeLessThanOrEqual(warnings);
      }),
      { numRuns: 300 },
    );
    expect(split).toBeGreaterThan(30);
  });

  it('keep their order, each line as it came, also a row that waited for the end of the file', async () => {
    const lines = [
      fileOf(leaver({ severanceCode: 'L', terminationReason: 'RETIRE' })),
      fileOf(existing({ idNo: 'E3649125', total: '1.00' })).replace('\r\n', '\n'),
      '\r\n',
      fileOf(existing({ idNo: 'AB9876543' })).replace('\r\n', '\n'),
    ];
    const text = lines.join('');
    const { rows } = await checkText(text);
    expect(splitRows(text, rows)).toEqual({
      going: `${lines[0] ?? ''}${lines[3] ?? ''}`,
      staying: lines[1],
    });
  });

  it('have no mark at their beginning where files with marks were joined and the first stays', async () => {
    const text = `${fileOf(existing({ total: '1.00' }))}\ufeff${fileOf(existing({ idNo: 'E3649125' }))}`;
    const { rows } = await checkText(text);
    expect(splitRows(text, rows).going).toBe(fileOf(existing({ idNo: 'E3649125' })));
  });

  it('leave a row that is far too long behind whole', async () => {
    const long = `${'x'.repeat(100_000)}\r\n`;
    const text = `${fileOf(existing())}${long}`;
    const { rows } = await checkText(text);
    expect(splitRows(text, rows).staying).toBe(long);
  });
});
