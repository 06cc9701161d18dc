import { fail, ok } from '../../../result.ts';
import { message } from '../../ask.ts';
import type { Definition, Facts, Step } from '../../definition.ts';
import { investmentOf, investmentSteps } from '../../shared/investment.ts';
import { optionsOf } from '../../shared/options.ts';
import { refuseWithoutScheme, schemeStep } from '../../shared/scheme.ts';
import { detailsSchema, EMPLOYMENTS, ENROL_AS, type SchemeEnrolmentDetails } from './details.ts';
import { ageForEnrolment, daysMissed, startOfWork } from './rules.ts';

function isEmployee({ answers }: Facts): boolean {
  return answers['as'] === 'employee';
}

function isSelfEmployed({ answers }: Facts): boolean {
  return answers['as'] === 'self-employed';
}

const workSteps: readonly Step[] = [
  {
    id: 'employment',
    when: isEmployee,
    ask: () => ({ type: 'choice', options: optionsOf('ask.scheme-enrolment.employment', EMPLOYMENTS) }),
  },
  {
    id: 'started-on',
    when: (facts) => isEmployee(facts) || isSelfEmployed(facts),
    ask: () => ({ type: 'date' }),
    check: startOfWork,
  },
  {
    id: 'late',
    when: (facts) => (isEmployee(facts) || isSelfEmployed(facts)) && daysMissed(facts) !== null,
    ask: (facts) => ({
      type: 'statement',
      tone: 'caution',
      paragraphs: [
        message('ask.scheme-enrolment.late.text', { days: daysMissed(facts) ?? 0 }),
        message(`ask.scheme-enrolment.late.${isEmployee(facts) ? 'employee' : 'self-employed'}`),
      ],
      figures: [],
      agree: message('shared.understood'),
    }),
  },
  {
    id: 'employer-name',
    when: isEmployee,
    ask: () => ({ type: 'text', keyboard: 'latin', lines: 1, optional: false }),
  },
  {
    id: 'employer-account',
    when: isEmployee,
    ask: () => ({ type: 'text', keyboard: 'digits', lines: 1, optional: true }),
    check: (value) => (/^\d{0,15}$/.test(value) ? ok(value) : fail('enrol-employer-account')),
  },
  {
    id: 'business-name',
    when: isSelfEmployed,
    ask: () => ({ type: 'text', keyboard: 'latin', lines: 1, optional: true }),
  },
];

/** Somebody joins a scheme: at work, self-employed, or with a personal account (facts/domain.md §3a, §3b). */
export const schemeEnrolment: Definition<SchemeEnrolmentDetails> = {
  kind: 'scheme-enrolment',
  schemaVersion: 1,
  details: detailsSchema,
  sources: ['§3a', '§3b', '§3d', '§4'],
  refuse: refuseWithoutScheme,
  steps: [
    {
      id: 'as',
      ask: () => ({ type: 'choice', options: optionsOf('ask.scheme-enrolment.as', ENROL_AS) }),
      check: ageForEnrolment,
    },
    ...workSteps,
    schemeStep('enrolment', { words: 'ask.scheme-enrolment.scheme' }),
    ...investmentSteps({ scheme: 'scheme' }),
  ],
  build: (facts) => {
    const { answers } = facts;
    const common = { as: answers['as'], scheme: answers['scheme'], investment: investmentOf(facts) };
    if (isEmployee(facts)) {
      return {
        ...common,
        employment: answers['employment'],
        startedOn: answers['started-on'],
        employerName: answers['employer-name'],
        employerAccount: answers['employer-account'] === '' ? null : answers['employer-account'],
      };
    }
    if (isSelfEmployed(facts)) {
      return {
        ...common,
        startedOn: answers['started-on'],
        businessName: answers['business-name'] === '' ? null : answers['business-name'],
      };
    }
    return common;
  },
};

/** Rules of its own, beyond those of the shared pages. */
export const SCHEME_ENROLMENT_RULES = [
  'enrol-under-18',
  'enrol-from-65',
  'enrol-start-in-future',
  'enrol-start-before-birth',
  'enrol-employer-account',
] as const;
