import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMBEDDED_REFERENCE_DATA as DATA } from '../reference-data/embedded/embedded.ts';
import { addDays } from '../time.ts';
import { disAtAge } from './dis-at-age.ts';

const TODAY = '2026-11-23';

/** Age, per cent in the Core Accumulation Fund, and what comes next. */
function told(birthDate: string) {
  const answer = disAtAge(DATA, birthDate, TODAY);
  if (!answer.ok) return answer.code;
  const { age, share, next } = answer.value;
  return [age, share.coreAccumulation, next && [next.on, next.share.coreAccumulation]];
}

describe('the Default Investment Strategy at my age (facts/domain.md §3d)', () => {
  test.each([
    ['30: all in the Core Accumulation Fund, until 50', '1996-05-01', [30, '100.0', ['2046-05-01', '93.3']]],
    ['the day before the 50th birthday', '1976-11-24', [49, '100.0', ['2026-11-24', '93.3']]],
    ['on the 50th birthday', '1976-11-23', [50, '93.3', ['2027-11-23', '86.7']]],
    ['55', '1971-01-31', [55, '60.0', ['2027-01-31', '53.3']]],
    ['63', '1962-12-01', [63, '6.7', ['2026-12-01', '0.0']]],
    ['64: all in the Age 65 Plus Fund, and nothing changes any more', '1962-11-23', [64, '0.0', null]],
    ['80', '1946-01-01', [80, '0.0', null]],
    ['born on 29 February', '1976-02-29', [50, '93.3', ['2027-02-28', '86.7']]],
    ['born today', TODAY, [0, '100.0', ['2076-11-23', '93.3']]],
    ['born tomorrow', '2026-11-24', 'date-in-future'],
  ])('%s', (_what, birthDate, expected) => {
    expect(told(birthDate)).toEqual(expected);
  });

  test('before there was such a strategy nothing is told', () => {
    expect(disAtAge(DATA, '1970-01-01', '2017-03-31')).toMatchObject({ ok: false, code: 'dis-not-known' });
  });

  test('two members a day apart: the older never has more in the Core Accumulation Fund', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const older = disAtAge(DATA, addDays(TODAY, -days - 1), TODAY);
        const younger = disAtAge(DATA, addDays(TODAY, -days), TODAY);
        if (!older.ok || !younger.ok) throw new Error('no answer');
        const [less, more] = [older, younger].map(({ value }) => Number(value.share.coreAccumulation));
        expect(less).toBeLessThanOrEqual(more ?? 0);
        expect(Number(older.value.share.age65Plus) + (less ?? 0)).toBeCloseTo(100, 6);
      }),
    );
  });
});
