import { describe, expect, test } from 'vitest';
import type { Answers, Facts } from '../../../definition.ts';
import { pagesFor } from '../../../pages.ts';
import { factsWith } from '../../../shared/facts.fixture.ts';
import { employerRemittance } from '../employer-remittance.ts';
import { data, regular, unpaidLeave, voluntary } from '../remittance.fixture.ts';
import { statement } from './of-remittance.fixture.ts';

describe('by when, and the payment slip', () => {
  const on = (day: string): Partial<Facts> => ({ today: day, now: `${day}T02:00:00.000Z` });
  const hotline = ['other-channels', 'Monday to Friday 09:00–19:00', 'not-on-holidays'];
  const pageIds = (day: string) =>
    pagesFor(employerRemittance, factsWith(regular, { data, ...on(day) })).map(({ id }) => id);

  test('names the paying company, amount and due day, and that our number is no payment reference', () => {
    const shown = statement('slip', regular, on('2026-11-02'));
    expect(shown.said).toEqual([
      'slip.cheque',
      'P.O. Box 98929, Tsim Sha Tsui Post Office',
      'slip.bill-number',
    ]);
    expect(shown.figures).toMatchObject({
      payer: 'Lantern Street Bakery Ltd',
      scheme: 'Willow Scheme',
      total: 'HK$1,201.16',
      due: 'Tuesday 10 November 2026',
    });
  });

  test('from three working days before, the contribution hotline stands with its hours', () => {
    expect(pageIds('2026-11-04')).not.toContain('timing');
    expect(statement('timing', regular, on('2026-11-05')).said).toEqual([
      'contributions.due-close',
      ...hotline,
    ]);
    expect(statement('timing', regular, on('2026-11-10'))).toMatchObject({
      said: ['contributions.due-today', ...hotline],
      figures: { due: 'Tuesday 10 November 2026' },
    });
  });

  test('prepared only: the hotline is named there too when the day is near', () => {
    const brought = (day: string) =>
      employerRemittance
        .bring?.(factsWith(regular, { data, online: false, ...on(day) }))
        .map((label) => ('message' in label ? (label.message.split('.').at(-1) ?? '') : 'words'));
    const always = ['id-card', 'bring-payroll', 'bring-cheque', 'words'];
    expect(brought('2026-11-02')).toEqual(always);
    expect(brought('2026-11-09')).toEqual([
      ...always,
      'due-close',
      'other-channels',
      'words',
      'not-on-holidays',
    ]);
  });

  test('a day late: 5% of each side, rounded half-up', () => {
    const shown = statement('timing', regular, on('2026-11-11'));
    expect(shown.said).toEqual(['contributions.due-past', 'contributions.penalty', ...hotline]);
    // 600.58 × 5% = 30.029 for each side
    expect(shown.figures['surcharge']).toBe('HK$60.06');
    expect(statement('timing', regular, on('2026-11-10')).figures).not.toHaveProperty('surcharge');
  });

  test('the due day waits for a working day', () => {
    const september = { ...regular, 'period-start': '2026-09-01', 'period-end': '2026-09-30' };
    expect(statement('slip', september).figures['due']).toBe('Monday 12 October 2026');
  });

  test('whoever began in this period has until the first remittance day (§3a: day 60)', () => {
    const began = { ...regular, 'employment-date': '2026-10-05' };
    expect(statement('slip', began).figures['due']).toBe('Monday 11 January 2027');
  });

  test('before the calendar begins the day is not named, and long ago is late all the same', () => {
    const longAgo = { ...regular, 'period-start': '2025-06-01', 'period-end': '2025-06-30' };
    const shown = statement('timing', longAgo);
    expect(shown.said).toEqual(['due-not-known', 'contributions.penalty', ...hotline]);
    expect(shown.figures).not.toHaveProperty('due');
  });

  test('the receipt tells due day, amount with the payer, means and reference', () => {
    const told = (answers: Answers) =>
      employerRemittance
        .tell?.(factsWith(answers, { data }))
        .map((label) => ('message' in label ? (label.message.split('.').at(-1) ?? '') : 'address'));
    expect(told(regular)).toEqual(['told-due', 'told-amount', 'cheque', 'address']);
    expect(told(voluntary)).toEqual(['told-due', 'told-amount', 'direct-debit']);
    expect(told(unpaidLeave)).toEqual(['told-due', 'nothing-to-pay']);
  });
});
