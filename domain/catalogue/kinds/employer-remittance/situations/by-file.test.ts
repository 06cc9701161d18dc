import { describe, expect, test } from 'vitest';
import { FILE_STEP } from '../file-step.ts';
import type { Facts } from '../../../definition.ts';
import { firstOpenPage, pagesFor } from '../../../pages.ts';
import { detailsOf, factsWith, withStatements } from '../../../shared/facts.fixture.ts';
import { employerRemittance } from '../employer-remittance.ts';
import { byFile, data, file, regular } from '../remittance.fixture.ts';
import { pages, travels, statement } from './of-remittance.fixture.ts';

describe('by file (§3a, §6)', () => {
  const held = { heldFile: file.id };

  test('asks who pays and by which account before the file, and no employee', () => {
    expect(pagesFor(employerRemittance, factsWith(byFile, { data, ...held })).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['way', 'payer', 'employer-account', 'scheme', 'file', 'pay-by', 'slip']),
    );
    expect(pages(byFile)).not.toContain('staff-number');
    expect(pages(byFile).indexOf('payer')).toBeLessThan(pages(byFile).indexOf('file'));
  });

  test('what travels names the sealed file, its digest and its sums, and no employee', () => {
    const { id, digest, bytes, rows, rules, schemeRegistrationNo, periods, totals, dueDay } = file;
    expect(travels(byFile, held)).toEqual({
      payer: { name: 'Lantern Street Bakery Ltd', employerAccount: '3777463656273', group: [] },
      scheme: 'willow',
      file: { id, layout: 'remittance-47', digest, bytes, rows, rules },
      schemeRegistrationNo,
      periods,
      totals,
      dueDay,
      payBy: 'cheque',
    });
    expect(employerRemittance.files?.(factsWith(byFile, held))).toEqual([id]);
    expect(employerRemittance.files?.(factsWith(regular))).toEqual([]);
  });

  test('the slip says the period in words, the rows and the sum of the file', () => {
    expect(statement('slip', byFile, held).figures).toMatchObject({
      payer: 'Lantern Street Bakery Ltd',
      account: '3777463656273',
      period: '1 October 2026 to 31 October 2026',
      rows: '3',
      total: 'HK$6,150.00',
    });
  });

  test('a file that is not held any more, or was checked for another account, is asked for again', () => {
    expect(pagesFor(employerRemittance, factsWith(byFile, { data })).map(({ id }) => id)).toContain('file');
    const open = (facts: Facts) => firstOpenPage(employerRemittance, facts)?.id;
    expect(open(factsWith(byFile, { data }))).toBe('file');
    expect(open(factsWith({ ...byFile, 'employer-account': '99990000' }, { data, ...held }))).toBe(
      'stored-rules',
    );
    const other = JSON.stringify({ ...file, employerAccountNo: '99990000' });
    expect(open(factsWith({ ...byFile, file: other }, { data, ...held }))).toBe('file');
    expect(open(factsWith({ ...byFile, rules: 'drive' }, { data, ...held }))).toBe('file');
    expect(open(withStatements(employerRemittance, factsWith(byFile, { data, ...held })))).toBeUndefined();
  });

  test('rows that stayed are counted on the review page, on the slip and on the receipt, and travel as a count', () => {
    const split = { ...byFile, file: JSON.stringify({ ...file, held: 2 }) };
    const facts = factsWith(split, { data, ...held });
    expect(FILE_STEP.describe?.(split.file, facts, 1)).toContainEqual(
      expect.objectContaining({ message: 'ask.employer-remittance.file.held', params: { held: 2 } }),
    );
    expect(statement('slip', split, held).figures).toMatchObject({ rows: '3', held: '2' });
    expect(employerRemittance.tell?.(facts)).toContainEqual(
      expect.objectContaining({ message: 'ask.employer-remittance.told-held', params: { held: 2 } }),
    );
    expect(detailsOf(employerRemittance, split, { data, ...held })).toMatchObject({
      file: { rows: 3, held: 2 },
    });
    expect(detailsOf(employerRemittance, byFile, { data, ...held })).not.toHaveProperty('file.held');
  });

  test('whoever typed employees before and then brings a file sends the file alone', () => {
    const details = detailsOf(employerRemittance, { ...regular, ...byFile }, { data, ...held });
    expect(details).toHaveProperty('file');
    expect(details).not.toHaveProperty('employees');
  });
});
