import fc from 'fast-check';
import { expect } from 'vitest';
import { EMBEDDED_REFERENCE_DATA } from '../../reference-data/embedded/embedded.ts';
import type { Ask } from '../ask.ts';
import type { Answers, Definition, Facts } from '../definition.ts';
import { checkAnswer, firstOpenPage, type Page } from '../pages.ts';
import { factsWith, sent } from './facts.fixture.ts';
import { sampleData } from './reference-data.fixture.ts';

/** Longer than any flow with every round of its repeated steps. */
const MOST_PAGES = 120;

/** What people might type on a page whose answer is no choice, by step id; else it goes by what is asked. */
const TYPED: Readonly<Record<string, readonly string[]>> = {
  account: ['A123456', 'B-765 4321'],
  'to-account': ['T123456', 'T765432'],
  'from-account': ['F1234', 'F2345', 'F3456', 'F4567', 'F5678', 'F6789'],
  'bank-code': ['004'],
  'bank-account': ['123456789'],
};

function candidates(ask: Ask, page: Page): readonly string[] {
  const own = TYPED[page.step.id];
  if (own !== undefined) return own;
  switch (ask.type) {
    case 'choice':
      return ask.options.map(({ code }) => code);
    case 'several':
      return [...ask.options.map(({ code }) => code), ask.options.map(({ code }) => code).join(',')];
    case 'allocation': {
      const [first, second] = ask.options;
      const one = ask.options.map(({ code }) => `${code}=100`);
      return first === undefined || second === undefined
        ? one
        : [...one, `${first.code}=30,${second.code}=70`];
    }
    case 'file':
    case 'company-list':
      return [];
    case 'statement':
      return ['read'];
    case 'money':
      return ['0', '1000.00', '100000.00', '600000.00'];
    case 'date':
      return ['2026-01-05', '2026-11-02', '2026-11-23', '2027-03-31'];
    case 'text':
      return ask.optional ? ['', '12'] : ['12'];
  }
}

interface Walk {
  readonly answers: Answers;
  /** The page where nothing that could be answered was taken: the way ends in a refusal. */
  readonly refusedAt: string | null;
}

/**
 * A way through a flow: at each open page one of the answers that are taken there, as `choose` draws it.
 *
 * @throws Error when the flow does not end
 */
function walk(definition: Definition, start: Facts, choose: (most: number) => number): Walk {
  let facts = start;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = firstOpenPage(definition, facts);
    if (page === null) return { answers: facts.answers, refusedAt: null };
    const taken = candidates(page.step.ask(facts, page.index), page).flatMap((value) => {
      const checked = checkAnswer(page, value, facts);
      return checked.ok ? [checked.value] : [];
    });
    const value = taken[choose(taken.length)];
    if (value === undefined) return { answers: facts.answers, refusedAt: page.step.id };
    facts = { ...facts, answers: { ...facts.answers, [page.id]: value } };
  }
  throw new Error('the flow does not end');
}

/**
 * Runs through a flow at random, with the sample data and with the embedded ones: every way that is taken to its end is
 * a payload that its schema accepts, and none ends where nothing is taken.
 *
 * @throws the property's counterexample
 */
export function assertEveryWayIsSent(definition: Definition): void {
  const draws = fc.infiniteStream(fc.nat());
  const names = fc.constantFrom('sample' as const, 'embedded' as const);
  fc.assert(
    fc.property(draws, names, (stream, name) => {
      const data = name === 'sample' ? sampleData : EMBEDDED_REFERENCE_DATA;
      const { answers, refusedAt } = walk(definition, factsWith({}, { data }), (most) => {
        const draw = stream.next();
        return draw.done === true || most === 0 ? 0 : draw.value % most;
      });
      expect(refusedAt).toBeNull();
      expect(sent(definition, answers, { data })).toMatchObject({ ok: true });
    }),
  );
}
