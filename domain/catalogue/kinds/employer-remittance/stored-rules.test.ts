import { describe, expect, test } from 'vitest';
import type { Ask } from '../../ask.ts';
import type { Answers, Facts } from '../../definition.ts';
import { checkAnswer, pagesFor } from '../../pages.ts';
import { answered, detailsOf, factsWith, withStatements } from '../../shared/facts.fixture.ts';
import { toldRulesFrom, toldRulesText } from '../../shared/stored-rules.ts';
import { employerRemittance } from './employer-remittance.ts';
import { byFile, byStoredRules, data, file, regular, stored } from './remittance.fixture.ts';

const PAID_FOR = { employerAccount: '3777463656273', scheme: 'willow' };
const found = toldRulesText({ state: 'found', ...PAID_FOR, rules: stored });
const notFetched = toldRulesText({ state: 'not-fetched', ...PAID_FOR });

function statement(id: string, answers: Answers, other: Partial<Facts> = {}) {
  const facts = factsWith(answers, { data, ...other });
  const page = pagesFor(employerRemittance, facts).find((shown) => shown.id === id);
  const ask = page?.step.ask(facts, page.index);
  if (ask?.type !== 'statement') throw new Error(`no statement ${id}`);
  return ask;
}

const said = ({ paragraphs }: Extract<Ask, { type: 'statement' }>) =>
  paragraphs.map((label) =>
    'message' in label ? label.message.replace('ask.employer-remittance.', '') : '',
  );

const differences = (answers: Answers) =>
  said(statement('compare', answers)).filter((key) =>
    /^contributions\.e.*-(?:differs|missing|not-due)$/.test(key),
  );

describe('the rules that the company described once (§3a, ADR 0023)', () => {
  const before = { ...regular, 'stored-rules': '' };

  test('are asked of the platform for the paying account and scheme, once both are known', () => {
    const shown = pagesFor(employerRemittance, factsWith(regular, { data })).map(({ id }) => id);
    expect(shown.indexOf('stored-rules')).toBe(shown.indexOf('scheme') + 1);
    expect(statement('stored-rules', before).platform).toEqual(PAID_FOR);
    expect(said(statement('stored-rules', before))).toEqual(['stored-rules.asking']);
  });

  test('are shown as they came', () => {
    const ask = statement('stored-rules', before, { told: found });
    expect(said(ask)).toEqual(['stored-rules.found']);
    expect(ask.figures).toHaveLength(3);
  });

  test.each(['none', 'not-fetched'] as const)('%s: it says what is therefore not checked', (state) => {
    const ask = statement('stored-rules', before, { told: toldRulesText({ state, ...PAID_FOR }) });
    expect(said(ask)).toEqual([`stored-rules.${state}`, 'stored-rules.not-checked']);
  });

  test('going on before anything came is going on without, and known as that', () => {
    const taken = answered(employerRemittance, 'stored-rules', 'read', before, { data });
    expect(taken.ok && toldRulesFrom(taken.value)).toEqual({ state: 'not-fetched', ...PAID_FOR });
  });

  test('of another account or scheme are not those that were asked for', () => {
    for (const change of [{ 'employer-account': '12345678' }, { scheme: 'cedar' }]) {
      expect(
        answered(employerRemittance, 'stored-rules', found, { ...regular, ...change }, { data }),
      ).toMatchObject({ ok: false, code: 'remittance-rules-asked-again' });
    }
    const told = toldRulesText({ state: 'found', ...PAID_FOR, employerAccount: '99990000', rules: stored });
    expect(said(statement('stored-rules', before, { told }))).toEqual(['stored-rules.asking']);
  });
});

describe('by form every employee is held against them', () => {
  test('class and grade are asked where the rules tell them apart, and the second amount where there is one', () => {
    const pages = (answers: Answers) =>
      pagesFor(employerRemittance, factsWith(answers, { data })).map(({ id }) => id);
    expect(pages(byStoredRules)).toEqual(expect.arrayContaining(['member-class', 'grade', 'ervc2']));
    expect(pages({ ...byStoredRules, 'member-class': 'c2' })).not.toContain('grade');
    expect(pages({ ...byStoredRules, 'member-class': 'c2' })).not.toContain('ervc2');
    expect(pages(regular)).not.toContain('member-class');
  });

  test('12,000 × 7% less 600.58 is 239.42: what is as described is said to be so', () => {
    expect(said(statement('compare', byStoredRules))).toContain('compare.same-by-rules');
    expect(differences(byStoredRules)).toEqual([]);
  });

  test.each([
    ['another amount', { ervc: '240.00' }, ['contributions.ervc-differs']],
    ['none', { ervc2: '0.00' }, ['contributions.ervc2-missing']],
    ['one that no rule gives', { eevc: '50.00' }, ['contributions.eevc-not-due']],
    ['none at all', { voluntary: 'none' }, []],
  ])('%s is explained', (_, change, codes) => {
    const answers = { ...byStoredRules, ...change };
    if (codes.length > 0) expect(differences(answers)).toEqual(codes);
    else expect(said(statement('compare', answers))).toContain('voluntary.basic-salary-needed');
  });

  test('a period before the rules began is not checked, and that is said', () => {
    const later = { ...stored, ruleSet: { ...stored.ruleSet, from: '2026-11-01' } };
    const told = toldRulesText({ state: 'found', ...PAID_FOR, rules: later });
    expect(said(statement('compare', { ...byStoredRules, 'stored-rules': told }))).toContain(
      'compare.before-rules',
    );
  });

  test('without the rules the page of each employee with voluntary contributions says so', () => {
    const answers = {
      ...regular,
      voluntary: 'some',
      ervc: '10.00',
      eevc: '0.00',
      'stored-rules': notFetched,
    };
    expect(said(statement('compare', answers))).toContain('compare.not-fetched');
    expect(said(statement('compare', { ...regular, 'stored-rules': notFetched }))).not.toContain(
      'compare.not-fetched',
    );
  });

  test('what travels names the submission that described them, and the second amount', () => {
    expect(detailsOf(employerRemittance, byStoredRules, { data })).toMatchObject({
      heldAgainst: stored.id,
      employees: [{ ervc: '239.42', ervc2: '100.00', total: '1540.58' }],
    });
    expect(detailsOf(employerRemittance, regular, { data })).not.toHaveProperty('heldAgainst');
  });
});

describe('by file every row is held against them', () => {
  const withRules = { ...byFile, 'stored-rules': found, rules: 'stored' };
  const options = (answers: Answers) => {
    const facts = factsWith(answers, { data });
    const page = pagesFor(employerRemittance, facts).find(({ id }) => id === 'rules');
    const ask = page?.step.ask(facts, 1);
    return ask?.type === 'choice' ? ask.options.map(({ code }) => code) : [];
  };

  test('to go without rules is only offered where the platform has none', () => {
    expect(options(byFile)).toEqual(['drive', 'none']);
    expect(options(withRules)).toEqual(['stored', 'drive']);
  });

  test('the check gets them, and a file that was checked without them is asked for again', () => {
    const facts = factsWith(withRules, { data, heldFile: file.id });
    const page = pagesFor(employerRemittance, facts).find(({ id }) => id === 'file');
    if (page === undefined) throw new Error('no page');
    expect(page.step.ask(facts, 1)).toMatchObject({
      type: 'file',
      rules: false,
      stored: { id: stored.id, ruleSet: stored.ruleSet },
    });
    expect(checkAnswer(page, JSON.stringify(file), facts)).toMatchObject({ code: 'remittance-file-gone' });
    const checked = JSON.stringify({ ...file, stored: stored.id });
    expect(checkAnswer(page, checked, facts).ok).toBe(true);
    const complete = withStatements(employerRemittance, {
      ...facts,
      answers: { ...withRules, file: checked },
    });
    expect(employerRemittance.build(complete)).toMatchObject({ heldAgainst: stored.id });
  });
});
