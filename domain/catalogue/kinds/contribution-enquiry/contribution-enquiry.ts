import { z } from 'zod';
import { type Failure, fail, ok, type Result } from '../../../result.ts';
import { literal, message } from '../../ask.ts';
import type { Definition, Facts, Step } from '../../definition.ts';
import { monthLabel } from '../../shared/day-label.ts';
import { optionsOf, yesNo } from '../../shared/options.ts';
import { schemeIdSchema, schemeOptions, takenScheme } from '../../shared/scheme.ts';
import { answerContact, answerContactSchema, answerSteps } from '../../shared/answer-steps.ts';
import { explainedMonths, KNOWN_REASONS } from './known-reasons.ts';
import {
  ENQUIRY_PARAMETERS,
  MONTH_RULES,
  monthsAsked,
  monthsDue,
  monthsOffered,
  someYears,
  yearsChosen,
  yearsOffered,
} from './months.ts';
import { monthOnRecord, recordLabel, recordsStep } from './on-record.ts';

const PAYERS = ['employer', 'former-employer', 'casual', 'myself'] as const;
const PARTS = ['mandatory', 'voluntary', 'both', 'not-sure'] as const;
const PAYSLIPS = ['shows-contribution', 'shows-none', 'not-here'] as const;
const NOT_SURE = 'not-sure';

export const ENQUIRY_RULES = [...MONTH_RULES, 'enquiry-employer-name', 'enquiry-started-later'] as const;
type Checked = Result<string, Failure<string>>;

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

const detailsSchema = z.strictObject({
  /** No amounts: what was paid is in the platform's records, and a case kept offline must not guess it. */
  months: z
    .array(month)
    .min(1)
    .max(12 * ENQUIRY_PARAMETERS.mostYears),
  payer: z.enum(PAYERS),
  /** As on the payslip; null for somebody who pays for themselves. */
  employer: z.string().min(1).max(80).nullable(),
  /** Only asked where the job began around these months. */
  employedSince: z.iso.date().nullable(),
  part: z.enum(PARTS),
  payslip: z.enum(PAYSLIPS).nullable(),
  /** Null: the member is not sure. */
  scheme: schemeIdSchema.nullable(),
  /** What the member was told here about months that may rightly be empty. */
  explained: z.array(z.strictObject({ month, reason: z.enum(KNOWN_REASONS) })),
  answer: answerContactSchema,
});

const byEmployer = ({ answers }: Facts): boolean =>
  answers['payer'] !== undefined && answers['payer'] !== 'myself';

function pledge({ data }: Facts) {
  const { acknowledgedWithin, answeredWithin } = data.contacts.complaintPledge;
  return { acknowledgedWithin, answeredWithin };
}

/** A job that began after every month asked for is not the job that the question is about. */
function startedInTime(value: string, facts: Facts): Checked {
  const latest = monthsAsked(facts).at(-1) ?? '';
  return value.slice(0, 7) > latest ? fail('enquiry-started-later') : ok(value);
}

const PERIOD: Definition['steps'] = [
  {
    id: 'years',
    ask: (facts) => ({
      type: 'several',
      options: yearsOffered(facts).map((year) => ({ code: year, label: literal(year) })),
    }),
    check: someYears,
  },
  {
    repeat: 'years',
    most: ENQUIRY_PARAMETERS.mostYears,
    count: (facts) => yearsChosen(facts).length,
    steps: [
      {
        id: 'months',
        ask: (facts, index) => ({
          type: 'several',
          options: monthsOffered(yearsChosen(facts)[index - 1] ?? '', facts).map((code) => {
            const recorded = monthOnRecord(code, facts);
            const option = { code, label: monthLabel(code) };
            return recorded === null ? option : { ...option, help: recordLabel(recorded) };
          }),
        }),
        check: monthsDue,
      },
    ],
  },
];

const EMPLOYMENT: readonly Step[] = [
  {
    id: 'payer',
    ask: () => ({ type: 'choice', options: optionsOf('ask.contribution-enquiry.payer', PAYERS) }),
  },
  {
    id: 'employer-name',
    when: byEmployer,
    ask: () => ({ type: 'text', keyboard: 'latin', lines: 1, optional: false }),
    check: (value) => (/\p{L}/u.test(value) ? ok(value) : fail('enquiry-employer-name')),
  },
  { id: 'new-job', when: byEmployer, ask: () => ({ type: 'choice', options: yesNo() }) },
  {
    id: 'employed-since',
    when: (facts) => byEmployer(facts) && facts.answers['new-job'] === 'yes',
    ask: () => ({ type: 'date' }),
    check: startedInTime,
  },
  {
    id: 'payslip',
    when: byEmployer,
    ask: () => ({ type: 'choice', options: optionsOf('ask.contribution-enquiry.payslip', PAYSLIPS) }),
  },
  {
    id: 'part',
    ask: () => ({ type: 'choice', options: optionsOf('ask.contribution-enquiry.part', PARTS) }),
  },
  {
    id: 'scheme',
    ask: (facts) => ({
      type: 'choice',
      options: [
        ...schemeOptions(facts),
        { code: NOT_SURE, label: message('ask.contribution-enquiry.scheme.option.not-sure') },
      ],
    }),
    check: (value, facts) => (value === NOT_SURE ? ok(value) : takenScheme(value, 'contribution', facts)),
  },
];

const KNOWN: Step = {
  id: 'known-reasons',
  when: (facts) => explainedMonths(facts).length > 0,
  ask: (facts) => ({
    type: 'statement',
    tone: 'plain',
    paragraphs: [message('ask.contribution-enquiry.known-reasons.text')],
    figures: explainedMonths(facts).map(({ month: named, reason, day }) => ({
      label: monthLabel(named),
      value: message(`enquiry-month.${reason}`, day === undefined ? undefined : { day }),
    })),
    agree: message('shared.read'),
  }),
};

const CASE: Step = {
  id: 'case',
  ask: (facts) => ({
    type: 'statement',
    tone: 'plain',
    paragraphs: [
      message(`ask.contribution-enquiry.case.${facts.records?.what === 'contributions' ? 'seen' : 'text'}`),
      message('ask.contribution-enquiry.case.empty'),
      message('ask.contribution-enquiry.case.pledge', pledge(facts)),
    ],
    figures: [],
    agree: message('shared.read'),
  }),
};

/** "Where are my contributions?": opens a case with what people need to look into it (facts/domain.md §3a, §6). */
export const contributionEnquiry: Definition<z.infer<typeof detailsSchema>> = {
  kind: 'contribution-enquiry',
  schemaVersion: 1,
  details: detailsSchema,
  sources: ['§2.4', '§3a', '§6'],
  lookUp: 'contributions',
  steps: [recordsStep, ...PERIOD, ...EMPLOYMENT, KNOWN, ...answerSteps(['mobile', 'email']), CASE],
  build: (facts) => {
    const { answers } = facts;
    return {
      months: monthsAsked(facts),
      payer: answers['payer'],
      employer: answers['employer-name'] ?? null,
      employedSince: answers['employed-since'] ?? null,
      part: answers['part'],
      payslip: answers['payslip'] ?? null,
      scheme: answers['scheme'] === NOT_SURE ? null : answers['scheme'],
      explained: explainedMonths(facts).map(({ month: named, reason }) => ({ month: named, reason })),
      answer: answerContact(answers),
    };
  },
  tell: (facts) => [message('ask.contribution-enquiry.case.pledge', pledge(facts))],
};
