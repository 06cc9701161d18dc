import { centsOf, formatMoney } from '../../../money/money.ts';
import type { ContributionsRecord, MonthRecord } from '../../../records/records.ts';
import { type Figure, type Label, message } from '../../ask.ts';
import type { Facts, Step } from '../../definition.ts';
import { monthLabel } from '../../shared/day-label.ts';
import { recordsRemark } from '../../shared/known-holdings.ts';
import type { Month } from './months.ts';

/** What stands on the page at once; older months stand beside their name where months are chosen. */
const MOST_SHOWN = 12;

function contributionsOf({ records }: Facts): ContributionsRecord | null {
  return records?.what === 'contributions' ? records : null;
}

/** What the platform has of a month; null where it was not looked up, or the record does not reach so far. */
export function monthOnRecord(month: Month, facts: Facts): MonthRecord | null {
  return contributionsOf(facts)?.months.find((one) => one.month === month) ?? null;
}

const dollars = (amount: string): string => formatMoney(centsOf(amount));

/**
 * A month in words: its two amounts, or that no record was received, with the reason where the platform knows it.
 * @param paid `amounts` where the page says already which is which
 */
export function recordLabel(
  { mandatory, voluntary, reason }: MonthRecord,
  paid: 'paid' | 'amounts' = 'paid',
): Label {
  if (mandatory === null && voluntary === null) {
    return message(reason === null ? 'records.month.none' : `records.month.${reason}`);
  }
  return message(`records.month.${paid}`, {
    mandatory: dollars(mandatory ?? '0.00'),
    voluntary: dollars(voluntary ?? '0.00'),
  });
}

/** The latest months by mandatory and voluntary contributions, as the platform has them (issue 4). */
export const recordsStep: Step = {
  id: 'records',
  when: (facts) => contributionsOf(facts) !== null,
  ask: (facts) => ({
    type: 'statement',
    tone: 'plain',
    paragraphs: [...recordsRemark(facts), message('ask.contribution-enquiry.records.enough')],
    figures: (contributionsOf(facts)?.months ?? [])
      .slice(0, MOST_SHOWN)
      .map((month): Figure => ({ label: monthLabel(month.month), value: recordLabel(month, 'amounts') })),
    agree: message('ask.contribution-enquiry.records.agree'),
  }),
};
