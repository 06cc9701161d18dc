import { z } from 'zod';
import { documentIdentity } from '../../../identity/document/document-identity.ts';
import { canonicalHkid, maskHkid, parseHkid } from '../../../identity/document/hkid.ts';
import { plainMoney, hongKongDollars } from '../../../money/money.ts';
import { paymentFitsReason, TERMINATION_REASONS } from '../../../offsetting/termination.ts';
import { givenNames, surname } from '../../../registration/fields.ts';
import { type Failure, fail, ok, type Result } from '../../../result.ts';
import { type Label, literal, message } from '../../ask.ts';
import type { Definition, Facts, Step } from '../../definition.ts';
import { accountNumberSchema, accountStep } from '../../shared/account.ts';
import { amountBetween } from '../../shared/amount.ts';
import { optionsOf, yesNo } from '../../shared/options.ts';
import { refuseWithoutScheme, schemeIdSchema, schemeStep } from '../../shared/scheme.ts';
import {
  belowCap,
  mandatoryClaim,
  mostMandatory,
  reasonsOf,
  reckoned,
  straddles,
  voluntaryClaim,
} from './reckoning.ts';

const PAYMENTS = ['severance', 'long-service'] as const;
const STATES = ['in-full', 'in-part', 'not-yet'] as const;
type Checked = Result<string, Failure<string>>;
const money = z.string().regex(/^\d+\.\d{2}$/);

const detailsSchema = z
  .strictObject({
    payment: z.enum(PAYMENTS),
    /** As the remittance file names it. */
    reason: z.enum(TERMINATION_REASONS),
    employer: z.strictObject({
      name: z.string().min(1).max(80),
      businessRegistration: z.string().regex(/^\d{8}$/),
      scheme: schemeIdSchema,
      account: accountNumberSchema,
    }),
    employee: z.strictObject({
      hkid: z.string().regex(/^[A-Z]{1,2}[0-9]{6}[0-9A]$/),
      surname: z.string().min(1).max(80),
      /** Empty: single name. */
      givenNames: z.string().max(120),
    }),
    service: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
    /** Of the last full month; and of the month before 1 May 2025 where service stands on both sides of it. */
    wages: z.strictObject({ atEnd: money, beforeTransition: money.nullable() }),
    paid: z.strictObject({ state: z.enum(STATES), amount: money }),
    /** As the terminal reckoned and showed it; the platform reckons again. */
    reckoned: z.strictObject({ earlierPart: money, laterPart: money, total: money }),
    claim: z.strictObject({ mandatory: money, voluntary: money }),
  })
  .refine(({ service }) => service.from <= service.to, 'service dates');

function typed(id: string, keyboard: 'latin' | 'digits', check: NonNullable<Step['check']>): Step {
  return { id, ask: () => ({ type: 'text', keyboard, lines: 1, optional: false }), check };
}

function amount(id: string, check?: Step['check'], when?: Step['when']): Step {
  return {
    id,
    ...(when === undefined ? {} : { when }),
    ask: () => ({ type: 'money' }),
    check: (value, facts, index) => {
      const positive = amountBetween(value, { least: 1n, most: 99_999_999_999n });
      return positive.ok ? (check?.(value, facts, index) ?? positive) : positive;
    },
  };
}

function reasonFits(value: string, { answers }: Facts): Checked {
  const reason = TERMINATION_REASONS.find((code) => code === value);
  const fits =
    reason === undefined || paymentFitsReason(answers['payment'] === 'severance' ? 'S' : 'L', reason).ok;
  return fits ? ok(value) : fail(`offsetting-${answers['payment'] ?? ''}-reason`);
}

/** The employee's number; never that of whoever stands at the terminal for the employer. */
function employeeNumber(value: string, { identified }: Facts): Checked {
  const number = parseHkid(value);
  if (!number.ok) return number;
  const own =
    identified !== null &&
    documentIdentity({ means: 'typed', number: number.value }) === documentIdentity(identified);
  return own ? fail('offsetting-own-number') : ok(canonicalHkid(number.value));
}

function lastDay(value: string, { answers, today }: Facts): Checked {
  if (value > today) return fail('offsetting-service-not-ended');
  return value < (answers['service-from'] ?? '') ? fail('offsetting-service-dates') : ok(value);
}

const dollars = (cents: bigint): Label => literal(hongKongDollars(cents));

const WHO: readonly Step[] = [
  {
    id: 'authorised',
    ask: () => ({ type: 'choice', options: yesNo() }),
    check: (value) => (value === 'yes' ? ok(value) : fail('offsetting-not-authorised')),
  },
  {
    id: 'payment',
    ask: () => ({ type: 'choice', options: optionsOf('ask.offsetting-claim.payment', PAYMENTS) }),
  },
  {
    id: 'reason',
    ask: () => ({ type: 'choice', options: optionsOf('ask.offsetting-claim.reason', TERMINATION_REASONS) }),
    check: reasonFits,
  },
  typed('company-name', 'latin', (value) =>
    /\p{L}/u.test(value) ? ok(value) : fail('offsetting-company-name'),
  ),
  typed('br-number', 'digits', (value) => (/^\d{8}$/.test(value) ? ok(value) : fail('offsetting-br-shape'))),
  schemeStep('withdrawal'),
  accountStep({ id: 'account', words: 'ask.offsetting-claim.account' }),
  typed('employee-surname', 'latin', (value) => surname(value)),
  {
    id: 'employee-given-names',
    ask: () => ({ type: 'text', keyboard: 'latin', lines: 1, optional: true }),
    check: (value) => givenNames(value),
  },
  {
    ...typed('employee-number', 'latin', employeeNumber),
    describe: (value) => {
      const number = parseHkid(value);
      return number.ok ? [literal(maskHkid(number.value))] : [];
    },
  },
];

const PAYMENT: readonly Step[] = [
  { id: 'service-from', ask: () => ({ type: 'date' }) },
  { id: 'service-to', ask: () => ({ type: 'date' }), check: lastDay },
  amount('wage'),
  amount('wage-before', undefined, ({ answers }) => straddles(answers)),
  {
    id: 'paid-state',
    ask: () => ({ type: 'choice', options: optionsOf('ask.offsetting-claim.paid-state', STATES) }),
  },
  amount('paid', belowCap),
  {
    id: 'figures',
    ask: ({ answers }) => {
      const result = reckoned(answers);
      const figures =
        result === null
          ? []
          : [
              { label: message('offsetting-claim.earlier'), value: dollars(result.earlierPart) },
              { label: message('offsetting-claim.later'), value: dollars(result.laterPart) },
              { label: message('offsetting-claim.total'), value: dollars(result.total) },
              { label: message('offsetting-claim.most-mandatory'), value: dollars(mostMandatory(answers)) },
            ];
      return {
        type: 'statement',
        tone: 'plain',
        paragraphs: [
          ...(result === null ? [] : reasonsOf(result).map((reason) => message(`offsetting.${reason}`))),
          message('offsetting-claim.differs'),
        ],
        figures,
        agree: message('shared.read'),
      };
    },
  },
  {
    id: 'claim-mandatory',
    when: ({ answers }) => mostMandatory(answers) > 0n,
    ask: () => ({ type: 'money' }),
    check: (value, { answers }) => mandatoryClaim(value, answers),
  },
  {
    id: 'claim-voluntary',
    ask: () => ({ type: 'money' }),
    check: (value, { answers }) => voluntaryClaim(value, answers),
  },
];

/**
 * An employer asks for severance or long service payment to be offset with its contributions (facts/domain.md §3c,
 * offsetting). Figures are reckoned and shown beside what the employer paid; the platform decides.
 */
export const offsettingClaim: Definition<z.infer<typeof detailsSchema>> = {
  kind: 'offsetting-claim',
  schemaVersion: 1,
  details: detailsSchema,
  sources: ['§3a', '§3c'],
  refuse: refuseWithoutScheme,
  steps: [...WHO, ...PAYMENT],
  build: ({ answers }) => {
    const result = reckoned(answers);
    return {
      payment: answers['payment'],
      reason: answers['reason'],
      employer: {
        name: answers['company-name'],
        businessRegistration: answers['br-number'],
        scheme: answers['scheme'],
        account: answers['account'],
      },
      employee: {
        hkid: answers['employee-number'],
        surname: answers['employee-surname'],
        givenNames: answers['employee-given-names'],
      },
      service: { from: answers['service-from'], to: answers['service-to'] },
      wages: { atEnd: answers['wage'], beforeTransition: answers['wage-before'] ?? null },
      paid: { state: answers['paid-state'], amount: answers['paid'] },
      reckoned: {
        earlierPart: plainMoney(result?.earlierPart ?? 0n),
        laterPart: plainMoney(result?.laterPart ?? 0n),
        total: plainMoney(result?.total ?? 0n),
      },
      claim: {
        mandatory: answers['claim-mandatory'] ?? '0.00',
        voluntary: answers['claim-voluntary'],
      },
    };
  },
  bring: () => [message('prepared.id-card'), message('offsetting-claim.bring')],
  tell: () => [message('offsetting-claim.told')],
};
