import { z } from 'zod';
import { type Cents, plainMoney } from '../../../money/money.ts';
import { TERMINATION_REASONS } from '../../../offsetting/termination.ts';
import { derivedDate, parsePartialDate } from '../../../identity/document/partial-date.ts';
import { REMITTANCE_FILE_LIMITS } from '../../../remittance/limits.ts';
import { filePeriodsSchema, fileTotalsSchema } from '../../../remittance/summary/file-facts.ts';
import { ACCOUNT_TYPES, ID_TYPES, SEVERANCE_CODES } from '../../../remittance/columns.ts';
import { isRealIsoDate } from '../../../time.ts';
import type { Facts } from '../../definition.ts';
import { schemeIdSchema } from '../../shared/scheme.ts';
import { answerInRound } from '../../shared/rounds.ts';
import { companiesOf, periodOf, REMITTANCE_FORM } from './company-rules.ts';
import { isCasual, VOLUNTARY } from './company-steps.ts';
import { dueOf } from './due.ts';
import { fileOf } from './file-step.ts';
import { hasLeft, NO_SEVERANCE } from './person-steps.ts';
import { amountsOf, employees, enteredAmount, mandatoryOf, totalsOf } from './reckoning.ts';
import { PAY_BY } from './slip-steps.ts';
import { storedRulesOf } from './stored-rules-step.ts';

const money = z.string().regex(/^(?:0|[1-9]\d{0,10})\.\d{2}$/);
const date = z.string().refine(isRealIsoDate);
const companyName = z.string().min(1).max(80);

const payerSchema = z.strictObject({
  name: companyName,
  employerAccount: z.string().regex(/^[A-Z0-9]{4,15}$/),
  /** The companies of the group that were named, the payer among them; empty when it is none of a group. */
  group: z.array(companyName).max(3),
});

const employeeSchema = z
  .strictObject({
    staffNumber: z.string().regex(/^[A-Z0-9/_-]{1,20}$/),
    idType: z.enum(ID_TYPES),
    /** With the check character, without brackets. */
    idNumber: z.string().regex(/^[A-Z0-9]{4,30}$/),
    dateOfBirth: z.strictObject({
      printed: z.string().regex(/^\d{4}(?:-\d{2}){0,2}$/),
      derived: date,
    }),
    employmentDate: date,
    /** Existing or terminated: new members go by enrolment or by file. */
    memberStatus: z.enum(['E', 'T']),
    termination: z
      .strictObject({
        lastDay: date,
        reason: z.enum(TERMINATION_REASONS),
        severance: z.enum(SEVERANCE_CODES).nullable(),
      })
      .nullable(),
    relevantIncome: money,
    /** Casual employees only. */
    workingDays: z.number().int().min(0).max(REMITTANCE_FORM.mostPeriodDays).nullable(),
    /** Where the contribution holiday ends inside a long period. */
    incomeAfterHoliday: money.nullable(),
    /** Where voluntary contributions are based on it. */
    basicSalary: money.nullable(),
    /** As entered; null is a blank, `0.00` a zero that is sent. */
    ermc: money.nullable(),
    eemc: money.nullable(),
    ervc: money.nullable(),
    /** Where the company's stored rules have a second amount. */
    ervc2: z.exactOptional(money.nullable()),
    eevc: money.nullable(),
    total: money,
    /** As the terminal worked it out and showed it; null where it could not. */
    computed: z
      .strictObject({ employer: money.nullable(), employee: money.nullable(), certain: z.boolean() })
      .nullable(),
  })
  .refine(
    ({ ermc, eemc, ervc, ervc2, eevc, total }) =>
      sumOf([ermc, eemc, ervc, ervc2 ?? null, eevc]) === cents(total),
    'total of an employee',
  )
  .refine(({ memberStatus, termination }) => (memberStatus === 'T') === (termination !== null), 'status');

/** Submission that described the stored rules which the amounts were held against (ADR 0023); absent: none were known. */
const heldAgainst = z.exactOptional(z.uuid());

/** What travels by form (facts/domain.md §3a). */
const formSchema = z
  .strictObject({
    payer: payerSchema,
    scheme: schemeIdSchema,
    period: z.strictObject({ start: date, end: date }),
    accountType: z.enum(ACCOUNT_TYPES),
    /** Casual employees only. */
    contributionDay: date.nullable(),
    voluntary: z.enum(VOLUNTARY),
    heldAgainst,
    employees: z.array(employeeSchema).min(1).max(REMITTANCE_FORM.mostEmployees),
    total: money,
    /** Working days counted; null where the calendar does not reach. */
    dueDay: date.nullable(),
    /** Null where nothing is paid. */
    payBy: z.enum(PAY_BY).nullable(),
  })
  .refine(({ period }) => period.start <= period.end, 'period')
  .refine(payerIsNamed, 'payer')
  .refine((details) => sumOf(details.employees.map((row) => row.total)) === cents(details.total), 'total');

/**
 * What travels by file (docs/adr/0019): who pays and what the rows come to; the rows are the sealed file `file.id`, the
 * 47 columns as UTF-8 without a byte order mark.
 */
const fileSchema = z
  .strictObject({
    payer: payerSchema,
    scheme: schemeIdSchema,
    file: z.strictObject({
      id: z.uuid({ version: 'v7' }),
      layout: z.literal('remittance-47'),
      /** SHA-256 of the file before it was sealed, base64url. */
      digest: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
      bytes: z.number().int().min(1),
      rows: z.number().int().min(1).max(REMITTANCE_FILE_LIMITS.rows),
      /** Rows that stayed with the employer and are not among these (docs/adr/0035); absent: none. */
      held: z.exactOptional(z.number().int().min(1).max(REMITTANCE_FILE_LIMITS.rows)),
      /** SHA-256 of the employer's rule file that every row was held against, base64url; null: none was given. */
      rules: z
        .string()
        .regex(/^[A-Za-z0-9_-]{43}$/)
        .nullable(),
    }),
    heldAgainst,
    /** Column A of every row. */
    schemeRegistrationNo: z.string().min(1).max(10),
    periods: filePeriodsSchema,
    totals: fileTotalsSchema,
    dueDay: date.nullable(),
    payBy: z.enum(PAY_BY).nullable(),
  })
  .refine(payerIsNamed, 'payer');
export type FileDetails = z.infer<typeof fileSchema>;

/** What travels (facts/domain.md §3a): the employees by form, or a file. */
export const detailsSchema = z.union([formSchema, fileSchema]);

/** What is to be paid, in cents. */
export function amountOf(details: z.infer<typeof detailsSchema>): Cents {
  return cents('file' in details ? details.totals.total : details.total);
}

function payerIsNamed({ payer }: { readonly payer: z.infer<typeof payerSchema> }): boolean {
  return payer.group.length === 0 || payer.group.includes(payer.name);
}

/** Totals may be larger than any single amount that people may enter. */
function cents(amount: string): Cents {
  return BigInt(amount.replace('.', ''));
}

function sumOf(amounts: readonly (string | null)[]): Cents {
  return amounts.reduce<Cents>((sum, amount) => sum + (amount === null ? 0n : cents(amount)), 0n);
}

function orNull(cents: Cents | null): string | null {
  return cents === null ? null : plainMoney(cents);
}

function paidBy({ answers }: Facts): unknown {
  return {
    name: answers['payer'],
    employerAccount: answers['employer-account'],
    group: companiesOf(answers),
  };
}

function heldAgainstOf(facts: Facts): { readonly heldAgainst?: string } {
  const stored = storedRulesOf(facts);
  return stored === null ? {} : { heldAgainst: stored.id };
}

/** The files that travel beside it. */
export function filesOf(facts: Facts): readonly string[] {
  const file = fileOf(facts);
  return file === null ? [] : [file.id];
}

export function buildDetails(facts: Facts): unknown {
  const { answers } = facts;
  const file = fileOf(facts);
  if (file !== null) {
    const { id, digest, bytes, rows, held, rules, schemeRegistrationNo, periods, totals, dueDay } = file;
    return {
      payer: paidBy(facts),
      scheme: answers['scheme'],
      file: {
        ...{ id, layout: 'remittance-47', digest, bytes, rows, rules },
        ...(held === undefined ? {} : { held }),
      },
      ...heldAgainstOf(facts),
      schemeRegistrationNo,
      periods,
      totals,
      dueDay,
      payBy: answers['pay-by'] ?? null,
    };
  }
  return {
    payer: paidBy(facts),
    scheme: answers['scheme'],
    period: periodOf(answers),
    accountType: answers['account-type'],
    contributionDay: answers['contribution-day'] ?? null,
    voluntary: answers['voluntary'],
    ...heldAgainstOf(facts),
    employees: employees(facts).map((index) => employee(facts, index)),
    total: plainMoney(totalsOf(facts).total),
    dueDay: dueOf(facts).day,
    payBy: answers['pay-by'] ?? null,
  };
}

function employee(facts: Facts, index: number): unknown {
  const { answers, today } = facts;
  const own = (step: string): string | undefined => answerInRound(answers, step, index);
  const born = parsePartialDate(own('born') ?? '', today);
  const row = amountsOf(facts, index);
  const due = mandatoryOf(facts, index);
  const severance = own('severance') ?? NO_SEVERANCE;
  return {
    staffNumber: own('staff-number'),
    idType: own('id-type'),
    idNumber: own('id-number'),
    dateOfBirth: { printed: own('born'), derived: born.ok ? derivedDate(born.value) : null },
    employmentDate: own('employment-date'),
    memberStatus: hasLeft(facts, index) ? 'T' : 'E',
    termination: hasLeft(facts, index)
      ? {
          lastDay: own('last-day'),
          reason: own('reason'),
          severance: severance === NO_SEVERANCE ? null : severance,
        }
      : null,
    relevantIncome: plainMoney(row.income),
    workingDays: isCasual(facts) ? Number(own('working-days') ?? '0') : null,
    incomeAfterHoliday: orNull(enteredAmount(facts, 'income-after-holiday', index)),
    basicSalary: orNull(enteredAmount(facts, 'basic-salary', index)),
    ermc: orNull(row.ermc),
    eemc: orNull(row.eemc),
    ervc: orNull(row.ervc),
    ...(row.ervc2 === null ? {} : { ervc2: orNull(row.ervc2) }),
    eevc: orNull(row.eevc),
    total: plainMoney(row.total),
    computed:
      due === null
        ? null
        : { employer: orNull(due.employer), employee: orNull(due.employee), certain: due.certain },
  };
}
