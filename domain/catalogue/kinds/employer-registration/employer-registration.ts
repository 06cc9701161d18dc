import { z } from 'zod';
import { COMPANY_LIST_LIMITS } from '../../../company-list/list.ts';
import { fail, ok } from '../../../result.ts';
import { type Label, message } from '../../ask.ts';
import type { Answers, Definition, Facts, Step } from '../../definition.ts';
import { optionsOf, yesNo } from '../../shared/options.ts';
import { answerContact, answerContactSchema, answerSteps } from '../../shared/answer-steps.ts';
import { answerInRound, rounds } from '../../shared/rounds.ts';
import { isReused, papersNeeded, routeOf, sharedAnswer, typedCount, WAYS } from './documents.ts';
import { companyFault } from './judge.ts';
import { listedCompanies, listOf, LIST_STEPS, listRows, papersOfList } from './list-steps.ts';
import {
  activationCode,
  authorised,
  businessRegistration,
  companyCount,
  companyName,
  EMPLOYER_PARAMETERS,
  incorporationNumber,
  ROLES,
  trusteeDocumentDate,
} from './rules.ts';
import { FORMS, PAPERS, ROUTES, STANDINGS } from './vocabulary.ts';

const companySchema = z.strictObject({
  name: z.string().min(1).max(80),
  /** BR number or UBI. */
  businessRegistration: z.string().regex(/^\d{8}$/),
  form: z.enum(FORMS),
  /** Null for a sole proprietor or a partnership. */
  incorporation: z.string().min(5).max(10).nullable(),
  /** From the pack of this company; null for a new employer, who has none. */
  activationCode: z
    .string()
    .regex(/^[A-Z0-9]{4,20}$/)
    .nullable(),
  /** Who is identified says of this company and this action; the platform compares its own list. */
  authority: z.strictObject({
    action: z.literal('register-company'),
    role: z.literal('company-authorised'),
  }),
  papers: z.discriminatedUnion('route', [
    z.strictObject({ route: z.literal('company-papers'), present: z.array(z.enum(PAPERS)).min(2) }),
    z.strictObject({ route: z.literal('trustee-document'), issued: z.iso.date() }),
  ]),
});

const detailsSchema = z.strictObject({
  standing: z.enum(STANDINGS),
  /** Each is registered by itself and gets an eMPF ID of its own; the one does not wait for the other. */
  companies: z
    .array(companySchema)
    .min(1)
    .max(COMPANY_LIST_LIMITS.companies)
    .refine(
      (companies) =>
        new Set(companies.map((company) => company.businessRegistration)).size === companies.length,
      'company twice',
    ),
  /** The list that the companies are from, and how many of its rows stayed out; left out: they were typed. */
  list: z.exactOptional(
    z.strictObject({
      digest: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
      leftOut: z.number().int().min(0).max(COMPANY_LIST_LIMITS.companies),
    }),
  ),
  /** Where the authorised person hears of it. */
  answer: answerContactSchema,
});

export type Details = z.infer<typeof detailsSchema>;

const typed = (keyboard: 'latin' | 'digits') => () =>
  ({ type: 'text', keyboard, lines: 1, optional: false }) as const;
const isExisting = ({ answers }: Facts): boolean => answers['standing'] === 'existing';
const isOwn = ({ answers }: Facts, index: number): boolean => !isReused(answers, index);
const isRegistered = ({ answers }: Facts, index: number): boolean =>
  ['incorporated', 'non-hong-kong'].includes(sharedAnswer(answers, 'form', index) ?? '');

const COMPANY: readonly Step[] = [
  { id: 'company-name', ask: typed('latin'), check: companyName },
  { id: 'br-number', ask: typed('digits'), check: businessRegistration },
  {
    id: 'role',
    ask: () => ({ type: 'choice', options: optionsOf('ask.employer-registration.role', ROLES) }),
    check: authorised,
  },
  {
    id: 'reuse',
    when: (_, index) => index > 1,
    ask: () => ({ type: 'choice', options: yesNo() }),
  },
  {
    id: 'form',
    when: isOwn,
    ask: () => ({ type: 'choice', options: optionsOf('ask.employer-registration.form', FORMS) }),
  },
  { id: 'ci-number', when: isRegistered, ask: typed('latin'), check: incorporationNumber },
  { id: 'activation-code', when: isExisting, ask: typed('latin'), check: activationCode },
  {
    id: 'route',
    when: (facts, index) => isExisting(facts) && isOwn(facts, index),
    ask: () => ({ type: 'choice', options: optionsOf('ask.employer-registration.route', ROUTES) }),
  },
  {
    id: 'papers',
    when: ({ answers }, index) => routeOf(answers, index) === 'company-papers',
    ask: ({ answers }, index) => ({
      type: 'several',
      options: optionsOf('ask.employer-registration.papers', papersNeeded(answers, index)),
    }),
    check: (value, { answers }, index) =>
      value === papersNeeded(answers, index).join(',') ? ok(value) : fail('employer-documents-missing'),
  },
  {
    id: 'document-date',
    when: ({ answers }, index) => !isReused(answers, index) && routeOf(answers, index) === 'trustee-document',
    ask: () => ({ type: 'date' }),
    check: trusteeDocumentDate,
  },
];

/** Companies register for eMPF, each by itself, through a Company Authorised Person (facts/domain.md §2.3, §6). */
export const employerRegistration: Definition<Details> = {
  kind: 'employer-registration',
  schemaVersion: 1,
  details: detailsSchema,
  sources: ['§2.3', '§6'],
  steps: [
    {
      id: 'standing',
      ask: () => ({ type: 'choice', options: optionsOf('ask.employer-registration.standing', STANDINGS) }),
    },
    {
      id: 'way',
      ask: () => ({ type: 'choice', options: optionsOf('ask.employer-registration.way', WAYS) }),
    },
    {
      id: 'company-count',
      when: ({ answers }) => answers['way'] === 'several',
      ask: typed('digits'),
      check: companyCount,
    },
    {
      id: 'by-itself',
      when: ({ answers }) => answers['way'] === 'list' || Number(typedCount(answers)) > 1,
      ask: () => ({
        type: 'statement',
        tone: 'plain',
        paragraphs: [
          message('ask.employer-registration.by-itself.text'),
          message('ask.employer-registration.by-itself.payer'),
        ],
        figures: [],
        agree: message('shared.read'),
      }),
    },
    {
      repeat: 'companies',
      most: EMPLOYER_PARAMETERS.mostCompanies,
      count: ({ answers }) => Number(typedCount(answers) ?? 0),
      steps: COMPANY,
    },
    ...LIST_STEPS,
    ...answerSteps(['mobile', 'email']),
  ],
  build: (facts) => {
    const { answers } = facts;
    const list = listOf(answers);
    return {
      standing: answers['standing'],
      companies:
        list === null
          ? rounds(typedCount(answers)).map((index) => company(facts, index))
          : listedCompanies(list, answers),
      ...(list === null ? {} : { list: { digest: list.digest, leftOut: list.leftOut } }),
      answer: answerContact(answers),
    };
  },
  registers: ({ standing, companies }) =>
    companies.map((one) => ({
      businessRegistration: one.businessRegistration,
      faultOn: (day) => companyFault(standing, one, day),
    })),
  listed: ({ answers }) => listRows(answers),
  bring: ({ answers }) => [message('prepared.id-card'), ...papersToBring(answers)],
  tell: () => [message('employer-registration.two-days'), message('employer-registration.own-id')],
};

/** Once each, however many companies need it. */
function papersToBring(answers: Answers): readonly Label[] {
  const list = listOf(answers);
  if (list !== null) {
    return papersOfList(list, answers).map((paper) =>
      message(`ask.employer-registration.papers.option.${paper}`),
    );
  }
  const papers = rounds(typedCount(answers)).flatMap((index): readonly string[] =>
    routeOf(answers, index) === 'trustee-document' ? ['trustee-document'] : papersNeeded(answers, index),
  );
  return [...new Set(papers)].map((paper) => message(`ask.employer-registration.papers.option.${paper}`));
}

function company(facts: Facts, index: number): unknown {
  const { answers } = facts;
  const own = (step: string): string | null => answerInRound(answers, step, index) ?? null;
  return {
    name: own('company-name'),
    businessRegistration: own('br-number'),
    form: sharedAnswer(answers, 'form', index),
    incorporation: own('ci-number'),
    activationCode: own('activation-code'),
    authority: { action: 'register-company', role: own('role') },
    papers:
      routeOf(answers, index) === 'trustee-document'
        ? { route: 'trustee-document', issued: sharedAnswer(answers, 'document-date', index) }
        : { route: 'company-papers', present: (own('papers') ?? '').split(',') },
  };
}
