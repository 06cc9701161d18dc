import { describe, expect, test } from 'vitest';
import { detailsOf } from '../../../shared/facts.fixture.ts';
import { employerRemittance } from '../employer-remittance.ts';
import { data, regular } from '../remittance.fixture.ts';
import { statement } from './of-remittance.fixture.ts';

describe('entered beside worked out', () => {
  test('a difference is explained and taken', () => {
    const other = { ...regular, ermc: '600.57', eemc: '0.00' };
    expect(statement('compare', other)).toEqual({
      tone: 'caution',
      said: ['compare.different', 'contributions.ermc-differs', 'contributions.eemc-missing'],
      figures: {
        income: 'HK$12,011.50',
        'employer-computed': 'HK$600.58',
        'employer-entered': 'HK$600.57',
        'employee-computed': 'HK$600.58',
        'employee-entered': 'blank',
        total: 'HK$600.57',
      },
    });
    expect(detailsOf(employerRemittance, other, { data })).toMatchObject({
      employees: [{ ermc: '600.57', eemc: null }],
    });
  });

  test('in the month of turning 65 the full income goes, and the platform works out the share', () => {
    expect(statement('compare', { ...regular, born: '1961-10-15' })).toMatchObject({
      tone: 'caution',
      said: ['compare.same', 'contributions.turns-65-in-period'],
    });
  });

  test('limits that are not known leave it to the platform', () => {
    const unknown = { data: { ...data, contributionLimits: [] } };
    expect(statement('compare', regular, unknown)).toMatchObject({
      tone: 'caution',
      said: ['compare.unknown'],
    });
    expect(detailsOf(employerRemittance, regular, unknown)).toMatchObject({
      employees: [{ computed: null }],
    });
  });
});
