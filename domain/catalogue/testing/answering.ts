import { checkCharacter } from '../../identity/document/hkid.ts';
import type { Ask, Keyboard } from '../ask.ts';
import type { Definition, Facts } from '../definition.ts';
import { allPages, checkAnswer, firstOpenPage, type Page } from '../pages.ts';
import { foundRules, toldRulesText } from '../shared/stored-rules.ts';
import { SAMPLE_FILE } from './sample-file.ts';
import { sampleList } from './sample-list.ts';
import { SAMPLE_RULES } from './sample-rules.ts';

/** Chooses among so many, from 0: a seeded source, so that a run can be had again. */
export type Choose = (count: number) => number;

/** A small seeded source of choices (mulberry32). */
export function chooser(seed: number): Choose {
  let state = seed >>> 0;
  return (count) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
}

/** Texts that some page or other takes; invented. */
const TEXTS = [
  '91234567',
  'Brightwater Trading Limited',
  'wing.sum@example.com',
  '12345678',
  '004',
  '123456789',
  '12345',
  '1234567',
  '3',
  '12',
  '20',
  'A12345678',
  'Wing Sum LOK',
  '1980-02',
  '3-30, 10-100',
  '65',
  '1 Test Lane\nTest Court',
  '1',
  'AB987654(3)',
  ...['C234567', 'E364912', 'G300001', 'P410002', 'R520003'].map((body) => `${body}${checkCharacter(body)}`),
  ...Array.from({ length: 12 }, (_, place) => String(23_456_780 + place)),
] as const;
const AMOUNTS = [
  '1000.00',
  '300.00',
  '1500.00',
  '12000.00',
  '25000.00',
  '100.00',
  '4000.00',
  '0.00',
] as const;
const DAYS = [0, -1, -20, -35, -50, -70, -200, -400, -800, -3000, 1, 10, 40, 200] as const;

/** What each keyboard of the screen has keys for. */
const TYPABLE: Readonly<Record<Keyboard, RegExp>> = {
  latin: /^[A-Za-z0-9 ,/()&\n-]+$/,
  digits: /^\d+$/,
  email: /^[a-z0-9.@_+-]+$/,
  money: /^\d+(?:\.\d+)?$/,
};

/** Answers of the right shape, none of them necessarily right, in a chosen order. */
function candidates(ask: Ask, today: string, choose: Choose): readonly string[] {
  switch (ask.type) {
    case 'choice':
      return shuffled(
        ask.options.map(({ code }) => code),
        choose,
      );
    case 'several': {
      const codes = ask.options.map(({ code }) => code);
      const some = codes.filter(() => choose(2) === 1);
      return [some.join(','), codes.join(','), ...codes, ''];
    }
    case 'text':
      return [
        ...(ask.optional && choose(2) === 1 ? [''] : []),
        ...shuffled(
          TEXTS.filter((text) => TYPABLE[ask.keyboard].test(text)),
          choose,
        ),
      ];
    case 'money':
      return shuffled(AMOUNTS, choose);
    case 'date':
      return shuffled(DAYS, choose).map((days) =>
        new Date(Date.parse(`${today}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10),
      );
    case 'allocation': {
      const codes = shuffled(
        ask.options.map(({ code }) => code),
        choose,
      );
      const [first = '', second] = codes;
      return second === undefined || choose(2) === 1
        ? [`${first}=100`, ...codes.map((code) => `${code}=100`)]
        : [`${first}=30,${second}=70`, `${first}=100`];
    }
    case 'file':
      return [
        JSON.stringify({
          ...SAMPLE_FILE,
          employerAccountNo: ask.payer.account,
          rules: ask.rules ? 'r'.repeat(43) : null,
          stored: ask.stored?.id ?? null,
        }),
      ];
    case 'company-list':
      return [JSON.stringify(sampleList(ask.standing, today))];
    case 'statement':
      return ask.platform === undefined || choose(3) === 0
        ? ['read']
        : [toldRulesText({ state: 'found', ...ask.platform, rules: { ...SAMPLE_RULES, ...ask.platform } })];
  }
}

function shuffled<Item>(items: readonly Item[], choose: Choose): readonly Item[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(choose(rest.length), 1));
}

export interface Run {
  /** The facts with the answers as they came to be. */
  readonly facts: Facts;
  /** Ids of the pages that were answered, in order. */
  readonly pages: readonly string[];
  /** The page on which nothing was right any more; null when all was answered. */
  readonly stuckAt: Page | null;
}

/** More pages than any flow has. */
const MOST_PAGES = 400;

/** Goes through a flow as somebody would, answering with whatever the rules take. */
export function answer(definition: Definition, start: Facts, choose: Choose): Run {
  let facts = start;
  const pages: string[] = [];
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const page = firstOpenPage(definition, facts);
    if (page === null) return { facts, pages, stuckAt: null };
    const ask = page.step.ask(facts, page.index);
    const right = candidates(ask, facts.today, choose)
      .map((value) => checkAnswer(page, value, facts))
      .find(({ ok }) => ok);
    if (right?.ok !== true) return { facts, pages, stuckAt: page };
    facts = { ...facts, answers: { ...facts.answers, [page.id]: right.value } };
    pages.push(page.id);
  }
  throw new Error(`${definition.kind} never ends`);
}

/**
 * The first of some runs that comes to an end, or null: the answers of a person for whom it is possible, who brings no file,
 * and of whose employer the platform knows nothing.
 */
export function completed(definition: Definition, start: Facts, runs = 200): Run | null {
  const filePages = allPages(definition).filter(({ step }) => step.asksFile === true);
  for (let seed = 1; seed <= runs; seed += 1) {
    const run = answer(definition, start, chooser(seed));
    const told = Object.values(run.facts.answers).some((value) => foundRules(value) !== null);
    const brings = filePages.some(({ id }) => run.pages.includes(id));
    if (run.stuckAt === null && !told && !brings) return run;
  }
  return null;
}
