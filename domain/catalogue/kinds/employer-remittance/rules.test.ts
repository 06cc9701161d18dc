import { describe, expect, test } from 'vitest';
import type { Answers } from '../../definition.ts';
import { answered } from '../../shared/facts.fixture.ts';
import { EMPLOYER_REMITTANCE_RULES } from './codes.ts';
import { employerRemittance } from './employer-remittance.ts';
import { hoursLabel } from './hours.ts';
import {
  byFile,
  byStoredRules,
  casual,
  data,
  file,
  inGroup,
  leaver,
  longPeriod,
  regular,
  voluntary,
} from './remittance.fixture.ts';

const OTHER = '0190d5a8-0000-7000-8000-00000000aaaa';

/** Code, page, a wrong and a right answer, and what was answered before. */
const CASES: readonly (readonly [string, string, string, string, Answers])[] = [
  ['remittance-not-authorised', 'authorised', 'no', 'yes', {}],
  ['remittance-more-than-five', 'employee-count', 'more', '5', {}],
  ['remittance-not-enrolled', 'enrolled', 'no', 'yes', {}],
  ['remittance-company-name', 'companies', 'Ash Ltd\n888', 'Ash Ltd\n888 Trading', inGroup],
  ['remittance-company-name', 'payer', '888', '888 Trading', regular],
  ['remittance-company-twice', 'companies', 'Ash Ltd\nASH LIMITED', 'Ash Ltd\nOak Ltd', inGroup],
  [
    'remittance-payer-not-named',
    'payer',
    'Lantern Street Holdings',
    'lantern street catering limited',
    inGroup,
  ],
  ['remittance-file-gone', 'file', JSON.stringify({ ...file, id: OTHER }), byFile.file ?? '', byFile],
  ['remittance-rules-asked-again', 'stored-rules', '{}', 'read', regular],
  ['remittance-basic-salary-by-rules', 'voluntary', 'some', 'none', byStoredRules],
  ['remittance-employer-account', 'employer-account', '1234567890123456', '123456-789012345', {}],
  ['remittance-period-in-future', 'period-start', '2026-11-24', '2026-11-23', regular],
  ['remittance-period-in-future', 'period-end', '2026-11-24', '2026-11-23', regular],
  ['remittance-period-order', 'period-end', '2026-09-30', '2026-10-01', regular],
  ['remittance-period-too-long', 'period-end', '2026-10-02', '2026-10-01', { 'period-start': '2026-07-02' }],
  ['remittance-contribution-day', 'contribution-day', '2026-09-30', '2026-10-01', casual],
  ['remittance-contribution-day', 'contribution-day', '2026-12-02', '2026-12-01', casual],
  ['remittance-staff-number', 'staff-number', 'Chan', 'C 12', regular],
  ['remittance-staff-number', 'staff-number', 'A1234563', '1234563', regular],
  ['remittance-staff-twice', 'staff-number-2', 'l-001', 'L-003', voluntary],
  ['remittance-passport', 'id-number-2', 'K12', 'K123 4567', voluntary],
  ['remittance-passport', 'id-number-2', 'PASSPORT', 'PASSPORT1', voluntary],
  ['remittance-number-twice', 'id-number-2', 'A1234563', 'A1234564', voluntary],
  ['remittance-born-shape', 'born', '1985-02-29', '15061985', regular],
  ['remittance-born-shape', 'born', '2027', '1985', regular],
  ['remittance-too-young', 'born', '2010-11-24', '2010-11-23', regular],
  ['remittance-employed-before-born', 'employment-date', '1985-06-14', '2005-06-15', regular],
  ['remittance-employed-after-period', 'employment-date', '2026-11-01', '2026-10-31', regular],
  ['remittance-left-before-joining', 'last-day', '2020-02-29', '2020-03-01', leaver],
  ['remittance-left-after-period', 'last-day', '2026-11-01', '2026-10-31', leaver],
  ['remittance-severance-reason', 'severance', 'S', 'L', leaver],
  ['remittance-long-service-reason', 'severance', 'L', 'S', { ...leaver, reason: 'REDUNDANCY' }],
  ['remittance-working-days-missing', 'working-days', '0', '1', casual],
  ['remittance-working-days-too-many', 'working-days', '32', '31', casual],
  ['remittance-after-holiday-income', 'income-after-holiday', '54000.01', '54000.00', longPeriod],
  ['remittance-above-income', 'ermc', '12011.51', '12011.50', regular],
  ['remittance-above-income', 'eemc', '12011.51', '600.58', regular],
];

describe('what would be refused later is refused now (§3a, §6)', () => {
  for (const [code, page, wrong, right, before] of CASES) {
    test(`${page}: ${JSON.stringify(wrong)} is ${code}, ${JSON.stringify(right)} is taken`, () => {
      expect(answered(employerRemittance, page, wrong, before, { data, heldFile: file.id })).toMatchObject({
        ok: false,
        code,
      });
      expect(answered(employerRemittance, page, right, before, { data, heldFile: file.id }).ok).toBe(true);
    });
  }

  test('every rule has its example', () => {
    const shown = new Set(CASES.map(([code]) => code));
    expect(EMPLOYER_REMITTANCE_RULES.filter((code) => !shown.has(code))).toEqual([]);
  });

  test('a wrong check character of an identity card number', () => {
    expect(answered(employerRemittance, 'id-number', 'A123456(4)', regular, { data })).toMatchObject({
      code: 'hkid-check-digit',
    });
    expect(answered(employerRemittance, 'id-number', 'a123456(3)', regular, { data })).toEqual({
      ok: true,
      value: 'A1234563',
    });
  });

  test('a day that does not exist', () => {
    expect(answered(employerRemittance, 'period-end', '2026-02-29', regular, { data })).toMatchObject({
      code: 'date-shape',
    });
  });
});

test('hours are said as a range, or day by day', () => {
  expect(hoursLabel({ weekdays: [5, 1, 2, 4, 3], opens: '09:00', closes: '19:00' })).toEqual({
    words: { en: 'Monday to Friday 09:00–19:00', 'zh-Hant': '星期一至五 09:00–19:00' },
  });
  expect(hoursLabel({ weekdays: [6, 1], opens: '09:00', closes: '13:00' })).toEqual({
    words: { en: 'Monday, Saturday 09:00–13:00', 'zh-Hant': '星期一、六 09:00–13:00' },
  });
});
