import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '../../../calendar/date-arithmetic.ts';
import { complaint as answerEnglish } from '../../../messages/en/instructions/complaint.ts';
import { employerRegistration as english } from '../../../messages/en/instructions/employer-registration.ts';
import { complaint as answerChinese } from '../../../messages/zh-Hant/instructions/complaint.ts';
import { employerRegistration as chinese } from '../../../messages/zh-Hant/instructions/employer-registration.ts';
import { COMPANY_LIST_LIMITS } from '../../../company-list/list.ts';
import { addDays } from '../../../time.ts';
import { MAX_SEALED_BYTES } from '../../../wire/contract.ts';
import type { Answers } from '../../definition.ts';
import { firstOpenPage } from '../../pages.ts';
import { answered, detailsOf } from '../../shared/facts.fixture.ts';
import { faultsInWords } from '../../shared/words.fixture.ts';
import {
  everyWayTravels,
  factsToday,
  goThrough,
  pagesShown,
  travelling,
} from '../../shared/run-through.fixture.ts';
import { sampleList } from '../../testing/sample-list.ts';
import { employerRegistration } from './employer-registration.ts';
import { EMPLOYER_RULES, mayAct } from './rules.ts';

const contact = {
  'answer-by': 'email',
  'answer-email': 'office@example.hk',
  'answer-language': 'en',
};
const byMobile = {
  'answer-by': 'mobile',
  'answer-mobile': '91234567',
  'answer-mobile-again': '91234567',
  'answer-language': 'zh-Hant',
};
const shop = {
  standing: 'new',
  way: 'one',
  'company-name': 'Kwong Kee Herbal Tea',
  'br-number': '71234567',
  role: 'company-authorised',
  form: 'unincorporated',
  papers: 'board-resolution,business-registration',
  ...byMobile,
};
const group = {
  standing: 'existing',
  way: 'several',
  'company-count': '3',
  'company-name': 'Sunrise Holdings Ltd',
  'br-number': '11111111',
  role: 'company-authorised',
  form: 'incorporated',
  'ci-number': '0123456',
  'activation-code': 'ab12-cd34',
  route: 'trustee-document',
  'document-date': '2026-05-23',
  'company-name-2': 'Sunrise Catering Ltd',
  'br-number-2': '22222222',
  'role-2': 'company-authorised',
  'reuse-2': 'yes',
  'ci-number-2': '0234567',
  'activation-code-2': 'EF56GH78',
  'company-name-3': 'Sunrise (Overseas) Inc',
  'br-number-3': '33333333',
  'role-3': 'company-authorised',
  'reuse-3': 'no',
  'form-3': 'non-hong-kong',
  'ci-number-3': 'F0012345',
  'activation-code-3': 'JK90LM12',
  'route-3': 'company-papers',
  'papers-3': 'business-registration,non-hong-kong-registration,appointment-form',
  ...contact,
};
const brought = (standing: 'existing' | 'new', leftOut = 0) =>
  JSON.stringify({ ...sampleList(standing, '2026-11-23'), leftOut });
const withList = {
  standing: 'existing',
  way: 'list',
  companies: brought('existing', 2),
  'list-role': 'company-authorised',
  'list-route': 'company-papers',
  'list-papers': 'business-registration,incorporation,appointment-form',
  ...contact,
};
const walked = (script: Answers) => goThrough(employerRegistration, script);

describe('what travels', () => {
  test('a new shop: business registration and who was appointed', () => {
    expect(travelling(employerRegistration, walked(shop))).toEqual({
      standing: 'new',
      companies: [
        {
          name: 'Kwong Kee Herbal Tea',
          businessRegistration: '71234567',
          form: 'unincorporated',
          incorporation: null,
          activationCode: null,
          authority: { action: 'register-company', role: 'company-authorised' },
          papers: { route: 'company-papers', present: ['business-registration', 'board-resolution'] },
        },
      ],
      answer: {
        channel: 'mobile',
        countryCode: '852',
        mobile: '91234567',
        verification: 'typed-twice',
        language: 'zh-Hant',
      },
    });
  });

  test('a group: every company has numbers and code of its own, papers are shared where it was said', () => {
    expect(travelling(employerRegistration, walked(group))).toMatchObject({
      companies: [
        {
          businessRegistration: '11111111',
          incorporation: '0123456',
          activationCode: 'AB12CD34',
          papers: { route: 'trustee-document', issued: '2026-05-23' },
        },
        {
          businessRegistration: '22222222',
          form: 'incorporated',
          incorporation: '0234567',
          activationCode: 'EF56GH78',
          papers: { route: 'trustee-document', issued: '2026-05-23' },
        },
        {
          form: 'non-hong-kong',
          incorporation: 'F0012345',
          papers: {
            route: 'company-papers',
            present: expect.arrayContaining(['appointment-form']) as string[],
          },
        },
      ],
    });
  });

  test('with an officer’s attestation it can be sent', () => {
    expect(detailsOf(employerRegistration, walked(shop).answers)).toMatchObject({ standing: 'new' });
  });
});

describe('a list of companies', () => {
  const listed = withList;
  const sharedPages = (answers: Answers) =>
    pagesShown(employerRegistration, factsToday({ ...answers })).filter((id) => id.startsWith('list-'));

  test('every company travels by itself, with its own cells first and what all share where they are empty', () => {
    const visit = walked(listed);
    expect(travelling(employerRegistration, visit)).toMatchObject({
      list: { leftOut: 2 },
      companies: [
        {
          businessRegistration: '41234567',
          papers: {
            route: 'company-papers',
            present: ['business-registration', 'incorporation', 'appointment-form'],
          },
        },
        {
          form: 'unincorporated',
          incorporation: null,
          papers: { present: ['business-registration', 'appointment-form'] },
        },
        { form: 'non-hong-kong', papers: { route: 'trustee-document', issued: '2026-10-23' } },
      ],
    });
    expect(employerRegistration.listed?.(visit).map(({ title }) => title)).toHaveLength(3);
  });

  test('what all share is asked once, and only where some cell leaves it open', () => {
    const answers = { standing: 'existing', way: 'list', companies: brought('existing') };
    expect(sharedPages(answers)).toEqual(['list-role', 'list-route']);
    const { companies, ...rest } = sampleList('existing', '2026-11-23');
    const filled = companies.map((company) => ({
      ...company,
      role: 'company-authorised',
      route: 'trustee-document',
      documentDate: '2026-10-01',
    }));
    const complete = JSON.stringify({ ...rest, companies: filled });
    expect(sharedPages({ ...answers, companies: complete })).toEqual([]);
  });

  test('a date is asked where the trustee’s document is shown and its row says none', () => {
    const answers = { standing: 'existing', way: 'list', companies: brought('existing') };
    expect(sharedPages({ ...answers, 'list-route': 'trustee-document' })).toEqual([
      'list-role',
      'list-route',
      'list-document-date',
    ]);
  });

  test('whoever says that the companies are new after all has the list read again', () => {
    const facts = factsToday({ ...listed, standing: 'new' });
    expect(firstOpenPage(employerRegistration, facts)?.id).toBe('by-itself');
    const read = { ...facts, answers: { ...facts.answers, 'by-itself': 'read' } };
    expect(firstOpenPage(employerRegistration, read)?.id).toBe('companies');
  });

  test('a list whose document has become too old while it was parked is read again', () => {
    const later = factsToday({ ...listed, 'by-itself': 'read' }, { today: '2027-05-01' });
    expect(firstOpenPage(employerRegistration, later)?.id).toBe('companies');
  });

  test('as many companies as a list may have, at their longest, fit into one sealed submission', () => {
    const name = '燈'.repeat(80);
    const companies = Array.from({ length: COMPANY_LIST_LIMITS.companies }, (_, index) => ({
      name,
      businessRegistration: String(40_000_000 + index),
      form: 'non-hong-kong' as const,
      incorporation: 'AB12345678',
      activationCode: 'A'.repeat(20),
      role: null,
      route: null,
      documentDate: null,
    }));
    const list = { ...sampleList('existing', '2026-11-23'), companies };
    const visit = walked({
      ...listed,
      companies: JSON.stringify(list),
      'list-papers': 'business-registration,non-hong-kong-registration,appointment-form',
    });
    const bytes = Buffer.byteLength(JSON.stringify(travelling(employerRegistration, visit)));
    // What stands around the details (person, evidence, consents) and the seal take a few thousand at most.
    expect(bytes).toBeLessThan(MAX_SEALED_BYTES - 4096);
  });
});

describe('pages', () => {
  const shown = (answers: Answers) => pagesShown(employerRegistration, factsToday(answers));

  test('a group is told that each company registers by itself, a single company is not', () => {
    expect(shown({ way: 'several', 'company-count': '2' })).toContain('by-itself');
    expect(shown({ way: 'list' })).toContain('by-itself');
    expect(shown({ way: 'one' })).not.toContain('by-itself');
  });

  test('role and numbers are asked of every company, shared papers once', () => {
    const pages = pagesShown(employerRegistration, walked(group)).filter((id) => id.endsWith('-2'));
    expect(pages).toEqual([
      'company-name-2',
      'br-number-2',
      'role-2',
      'reuse-2',
      'ci-number-2',
      'activation-code-2',
    ]);
  });

  test('a new employer has no activation code and nothing from a trustee', () => {
    const pages = pagesShown(employerRegistration, walked(shop));
    expect(pages).not.toContain('activation-code');
    expect(pages).not.toContain('route');
  });

  test('company papers are asked of every company even where their kind is shared', () => {
    const papers = {
      standing: 'new',
      way: 'several',
      'company-count': '2',
      form: 'unincorporated',
      'reuse-2': 'yes',
    };
    expect(shown(papers)).toContain('papers-2');
  });
});

describe('what would be refused later is refused now (§2.3, §6)', () => {
  const one = { standing: 'existing', way: 'one', form: 'incorporated' };
  const papers = { ...one, route: 'company-papers' };
  const trustee = { ...one, route: 'trustee-document' };
  const two = { standing: 'existing', way: 'several', 'company-count': '2', 'br-number': '12345678' };
  const several = { way: 'several' };
  const list = { standing: 'existing', way: 'list' };
  const all = 'business-registration,incorporation,appointment-form';
  const cases: readonly (readonly [string, string, string, string, Answers])[] = [
    ['employer-company-count', 'company-count', '0', '1', several],
    ['employer-company-count', 'company-count', '11', '10', several],
    ['employer-list-gone', 'companies', brought('new'), brought('existing'), list],
    ['employer-list-gone', 'companies', '{"companies":[]}', brought('existing'), list],
    ['employer-name-letters', 'company-name', '888', '888 Trading', one],
    ['employer-br-shape', 'br-number', '1234567', '1234 5678', one],
    ['employer-br-twice', 'br-number-2', '12345678', '12345679', two],
    ['employer-ci-shape', 'ci-number', 'ABC', 'F0001234', one],
    ['employer-code-shape', 'activation-code', 'A-1', 'A1-B2', one],
    ['employer-not-authorised', 'role', 'scheme-authorised', 'company-authorised', one],
    ['employer-not-authorised', 'role', 'other-user', 'company-authorised', one],
    ['employer-not-authorised', 'role', 'none', 'company-authorised', one],
    ['employer-documents-missing', 'papers', 'business-registration,incorporation', all, papers],
    ['employer-documents-missing', 'papers', '', all, papers],
    ['employer-document-too-old', 'document-date', '2026-05-22', '2026-05-23', trustee],
    ['employer-document-in-future', 'document-date', '2026-11-24', '2026-11-23', trustee],
  ];

  for (const [code, page, wrong, right, before] of cases) {
    test(`${page}: ${wrong === '' ? 'nothing' : wrong.slice(0, 30)} is ${code}`, () => {
      expect(answered(employerRegistration, page, wrong, before)).toMatchObject({ ok: false, code });
      expect(answered(employerRegistration, page, right, before).ok).toBe(true);
    });
  }

  test('every rule has its example', () => {
    const shown = new Set(cases.map(([code]) => code));
    expect(EMPLOYER_RULES.filter((code) => !shown.has(code))).toEqual([]);
  });

  test('an old document is told from which date on one would do', () => {
    expect(answered(employerRegistration, 'document-date', '2025-11-23', trustee)).toMatchObject({
      params: { months: 6, from: '2026-05-23' },
    });
  });

  test('a document of the last five months and four weeks always does, one of seven months never', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (days) => {
        const today = addDays('2025-01-01', days);
        const on = (date: string) =>
          answered(employerRegistration, 'document-date', date, trustee, { today }).ok;
        expect(on(addDays(addMonths(today, -6), 4))).toBe(true);
        expect(on(addMonths(today, -7))).toBe(false);
      }),
    );
  });
});

test('only a Company Authorised Person may register or change a company', () => {
  expect(mayAct('company-authorised', 'update-company')).toBe(true);
  expect(mayAct('scheme-authorised', 'update-company')).toBe(false);
  expect(mayAct(undefined, 'register-company')).toBe(false);
});

test('what to bring is named once for the whole group', () => {
  const named = employerRegistration
    .bring?.(walked(group))
    .map((label) => ('message' in label ? label.message.split('.').at(-1) : ''));
  expect(named).toEqual([
    'id-card',
    'trustee-document',
    'business-registration',
    'non-hong-kong-registration',
    'appointment-form',
  ]);
});

test('whatever way is taken to its end, what comes out of it can travel', () => {
  expect(everyWayTravels(employerRegistration, [shop, group, withList])).toBeGreaterThan(20);
});

test('every word is there in both languages and fits its place', () => {
  const words = { en: { ...answerEnglish, ...english }, 'zh-Hant': { ...answerChinese, ...chinese } };
  const byTrustee = { ...withList, 'list-route': 'trustee-document', 'list-document-date': '2026-10-01' };
  const { 'list-papers': _papers, ...noPapers } = byTrustee;
  const visits = [walked(shop), walked(group), walked(withList), walked(noPapers)];
  expect(faultsInWords(employerRegistration, words, visits, EMPLOYER_RULES)).toEqual([]);
});
