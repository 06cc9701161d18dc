import {
  type CompanyList,
  companyListFrom,
  COMPANY_LIST_LIMITS,
  type ListedCompany,
} from '../../../company-list/list.ts';
import { fail, ok } from '../../../result.ts';
import { type Listed, literal, message } from '../../ask.ts';
import type { Answers, Facts, Step } from '../../definition.ts';
import { optionsOf } from '../../shared/options.ts';
import { papersOf } from './documents.ts';
import { authorised, ROLES, trusteeDocumentDate } from './rules.ts';
import { PAPERS, type Paper, ROUTES } from './vocabulary.ts';

const WORDS = 'ask.employer-registration';

/** The companies of a list that was brought; null where they are typed. */
export function listOf(answers: Answers): CompanyList | null {
  return answers['way'] === 'list' ? companyListFrom(answers['companies']) : null;
}

/** How a company shows its papers: by its own cell, or by what all share. A new employer has no choice. */
function routeOf(company: ListedCompany, answers: Answers): string | undefined {
  if (answers['standing'] === 'new') return 'company-papers';
  return company.route ?? answers['list-route'];
}

const some = ({ answers }: Facts, fits: (company: ListedCompany) => boolean): boolean =>
  listOf(answers)?.companies.some(fits) ?? false;

function byTrustee(facts: Facts): boolean {
  return some(
    facts,
    (company) => company.documentDate === null && routeOf(company, facts.answers) === 'trustee-document',
  );
}

/** All papers that somebody with this list must have, each named once. */
function companyPapers(list: CompanyList, answers: Answers): readonly Paper[] {
  const needed = list.companies
    .filter((company) => routeOf(company, answers) === 'company-papers')
    .flatMap(({ form }) => papersOf(form, answers['standing']));
  return PAPERS.filter((paper) => needed.includes(paper));
}

export function papersOfList(list: CompanyList, answers: Answers): readonly string[] {
  const trustee = list.companies.some((company) => routeOf(company, answers) === 'trustee-document');
  return [...(trustee ? ['trustee-document'] : []), ...companyPapers(list, answers)];
}

function papersShown({ answers }: Facts): readonly Paper[] {
  const list = listOf(answers);
  return list === null ? [] : companyPapers(list, answers);
}

/** A list of companies, and what all of them share, asked once (facts/domain.md §2.3, §6). */
export const LIST_STEPS: readonly Step[] = [
  {
    id: 'companies',
    asksFile: true,
    when: ({ answers }) => answers['way'] === 'list',
    ask: ({ answers }) => ({
      type: 'company-list',
      ...COMPANY_LIST_LIMITS,
      standing: answers['standing'] === 'new' ? 'new' : 'existing',
    }),
    check: (value, { answers, today }) => {
      const list = companyListFrom(value);
      // Read for companies of another standing, or so long ago that a document has become too old: read it again.
      const fits =
        list !== null &&
        list.standing === answers['standing'] &&
        list.companies.every(
          ({ documentDate }) => documentDate === null || trusteeDocumentDate(documentDate, { today }).ok,
        );
      return fits ? ok(value) : fail('employer-list-gone');
    },
    describe: (value) => {
      const list = companyListFrom(value);
      if (list === null) return [];
      const count = message(`${WORDS}.companies.count`, { count: list.companies.length });
      return list.leftOut === 0
        ? [count]
        : [count, message(`${WORDS}.companies.left-out`, { count: list.leftOut })];
    },
  },
  {
    id: 'list-role',
    when: (facts) => some(facts, ({ role }) => role === null),
    ask: () => ({ type: 'choice', options: optionsOf(`${WORDS}.role`, ROLES) }),
    check: authorised,
  },
  {
    id: 'list-route',
    when: (facts) => facts.answers['standing'] === 'existing' && some(facts, ({ route }) => route === null),
    ask: () => ({ type: 'choice', options: optionsOf(`${WORDS}.route`, ROUTES) }),
  },
  {
    id: 'list-papers',
    when: (facts) => papersShown(facts).length > 0,
    ask: (facts) => ({ type: 'several', options: optionsOf(`${WORDS}.papers`, papersShown(facts)) }),
    check: (value, facts) =>
      value === papersShown(facts).join(',') ? ok(value) : fail('employer-documents-missing'),
  },
  {
    id: 'list-document-date',
    when: byTrustee,
    ask: () => ({ type: 'date' }),
    check: trusteeDocumentDate,
  },
];

/** The companies as they travel: a row's own cells first, what all share where they are empty. */
export function listedCompanies(list: CompanyList, answers: Answers): readonly unknown[] {
  return list.companies.map((company) => {
    const { name, businessRegistration, form, incorporation, activationCode, role, documentDate } = company;
    return {
      ...{ name, businessRegistration, form, incorporation, activationCode },
      authority: { action: 'register-company', role: role ?? answers['list-role'] },
      papers:
        routeOf(company, answers) === 'trustee-document'
          ? { route: 'trustee-document', issued: documentDate ?? answers['list-document-date'] }
          : { route: 'company-papers', present: papersOf(form, answers['standing']) },
    };
  });
}

/** What the review page shows of each company. */
export function listRows(answers: Answers): readonly Listed[] {
  const list = listOf(answers);
  if (list === null) return [];
  return list.companies.map((company) => ({
    title: company.name,
    details: [
      message(`${WORDS}.companies.br`, { number: company.businessRegistration }),
      message(`${WORDS}.form.option.${company.form}`),
      ...(company.incorporation === null
        ? []
        : [message(`${WORDS}.companies.ci`, { number: company.incorporation })]),
      ...dateOf(company, answers),
    ],
  }));
}

function dateOf(company: ListedCompany, answers: Answers) {
  const date = company.documentDate ?? answers['list-document-date'];
  return routeOf(company, answers) === 'trustee-document' && date !== undefined ? [literal(date)] : [];
}
