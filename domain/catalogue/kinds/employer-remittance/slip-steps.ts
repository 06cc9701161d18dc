import { formatMoney } from '../../../money/money.ts';
import { centsOfTotal } from '../../../remittance/summary/totals-text.ts';
import { type Ask, type Figure, type Label, literal, message } from '../../ask.ts';
import type { Facts, Step } from '../../definition.ts';
import { dayLabel, periodLabel } from '../../shared/day-label.ts';
import { optionsOf } from '../../shared/options.ts';
import { schemeName } from '../../shared/scheme.ts';
import { dollars } from './amount-steps.ts';
import { periodOf } from './company-rules.ts';
import { WORDS } from './company-steps.ts';
import { dueOf } from './due.ts';
import { fileOf } from './file-step.ts';
import { hoursLabel } from './hours.ts';
import { employees, totalsOf } from './reckoning.ts';

const MOST_PERIODS_SHOWN = 3;

/** No cash anywhere (facts/domain.md §2.4). */
export const PAY_BY = ['cheque', 'direct-debit'] as const;

/** Nothing is paid for a period of zeros, and nothing is printed to pay it with. */
export function isPaid(facts: Facts): boolean {
  return totalsOf(facts).total > 0n;
}

function isByCheque(facts: Facts): boolean {
  return isPaid(facts) && facts.answers['pay-by'] === 'cheque';
}

/** Near the due day, after it, or where it is not known, ways that arrive in time have to be shown. */
function isPressing(facts: Facts): boolean {
  return dueOf(facts).closeness?.code !== 'due-ahead';
}

function dueNotKnown({ data }: Facts): Label {
  return message(`${WORDS}.due-not-known`, { number: data.contacts.contributionHotline.number });
}

function howNear(facts: Facts): Label {
  const { closeness } = dueOf(facts);
  return closeness === null
    ? dueNotKnown(facts)
    : message(`contributions.${closeness.code}`, { workingDaysLeft: closeness.workingDaysLeft });
}

function otherChannels({ data }: Facts): readonly Label[] {
  const { number, hours, onHolidays } = data.contacts.contributionHotline;
  return [
    message(`${WORDS}.other-channels`, { number }),
    ...hours.map(hoursLabel),
    ...(onHolidays ? [] : [message(`${WORDS}.not-on-holidays`)]),
  ];
}

function timing(facts: Facts): Ask {
  const { day, late, surcharge } = dueOf(facts);
  return {
    type: 'statement',
    tone: 'caution',
    paragraphs: [
      howNear(facts),
      ...(late ? [message('contributions.penalty')] : []),
      ...otherChannels(facts),
    ],
    figures: [
      ...(day === null ? [] : [line('due', dayLabel(day))]),
      ...(surcharge === 0n ? [] : [line('surcharge', dollars(surcharge))]),
    ],
    agree: message('shared.understood'),
  };
}

function line(key: string, value: Label): Figure {
  return { label: message(`${WORDS}.slip.${key}`), value };
}

function methods(facts: Facts): readonly Label[] {
  if (!isPaid(facts)) return [message(`${WORDS}.slip.nothing-to-pay`)];
  return isByCheque(facts)
    ? [message(`${WORDS}.slip.cheque`), { words: facts.data.contacts.chequePost.address }]
    : [message(`${WORDS}.slip.direct-debit`)];
}

/** The payroll periods on the slip; of a file with many the first and what lies between to the last. */
function periodsOf(facts: Facts): readonly { readonly start: string; readonly end: string }[] {
  const file = fileOf(facts);
  if (file === null) {
    const period = periodOf(facts.answers);
    return period === null ? [] : [period];
  }
  if (file.periods.length <= MOST_PERIODS_SHOWN) return file.periods;
  const ends = file.periods.map(({ end }) => end).sort();
  return [{ start: file.periods[0]?.start ?? '', end: ends.at(-1) ?? '' }];
}

/** The payment slip as a page and as a paper: who pays what to which scheme by when. */
export function paymentSlip(facts: Facts): Extract<Ask, { readonly type: 'statement' }> {
  const { answers } = facts;
  const totals = totalsOf(facts);
  const { day } = dueOf(facts);
  const file = fileOf(facts);
  const voluntary = (totals.ervc ?? 0n) + (totals.eevc ?? 0n);
  const surcharges =
    file === null
      ? 0n
      : centsOfTotal(file.totals.employerSurcharge) + centsOfTotal(file.totals.employeeSurcharge);
  return {
    type: 'statement',
    tone: 'plain',
    paragraphs: [...methods(facts), ...(isPaid(facts) ? [message(`${WORDS}.slip.bill-number`)] : [])],
    figures: [
      line('payer', literal(answers['payer'] ?? '')),
      line('scheme', schemeName(facts, answers['scheme'] ?? '')),
      line('account', literal(answers['employer-account'] ?? '')),
      ...periodsOf(facts).map(({ start, end }) => line('period', periodLabel(start, end))),
      file === null
        ? line('employees', literal(String(employees(facts).length)))
        : line('rows', literal(String(file.rows))),
      ...(file?.held === undefined ? [] : [line('held', literal(String(file.held)))]),
      line('employer-mandatory', dollars(totals.ermc ?? 0n)),
      line('employee-mandatory', dollars(totals.eemc ?? 0n)),
      ...(voluntary === 0n ? [] : [line('voluntary', dollars(voluntary))]),
      ...(surcharges === 0n ? [] : [line('surcharges', dollars(surcharges))]),
      line('total', dollars(totals.total)),
      ...(day === null ? [] : [line('due', dayLabel(day))]),
    ],
    agree: message('shared.understood'),
  };
}

/** By when, how it is paid, and the payment slip. */
export const SLIP_STEPS: readonly Step[] = [
  { id: 'timing', when: isPressing, ask: timing },
  {
    id: 'pay-by',
    when: isPaid,
    ask: () => ({ type: 'choice', options: optionsOf(`${WORDS}.pay-by`, PAY_BY) }),
  },
  { id: 'slip', ask: paymentSlip },
];

/** What of the file is not paid with this. */
function leftOut(facts: Facts): readonly Label[] {
  const held = fileOf(facts)?.held;
  return held === undefined ? [] : [message(`${WORDS}.told-held`, { held })];
}

/** Lines on the receipt: due day, amount with the company that pays, rows that are not in it, and means; the bill stands beside them. */
export function tellSlip(facts: Facts): readonly Label[] {
  const { day } = dueOf(facts);
  const { answers } = facts;
  return [
    day === null ? dueNotKnown(facts) : message(`${WORDS}.told-due`, { date: day }),
    ...(isPaid(facts)
      ? [
          message(`${WORDS}.told-amount`, {
            amount: formatMoney(totalsOf(facts).total),
            payer: answers['payer'] ?? '',
          }),
        ]
      : []),
    ...leftOut(facts),
    ...methods(facts),
  ];
}

/** What has to be brought when it could only be prepared. */
export function bringWith(facts: Facts): readonly Label[] {
  return [
    message('prepared.id-card'),
    message(`${WORDS}.${fileOf(facts) === null ? 'bring-payroll' : 'bring-file'}`),
    ...(isByCheque(facts)
      ? [message(`${WORDS}.bring-cheque`), { words: facts.data.contacts.chequePost.address }]
      : []),
    ...(isPressing(facts) ? [howNear(facts), ...otherChannels(facts)] : []),
  ];
}
