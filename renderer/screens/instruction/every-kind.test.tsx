import { expect, it } from 'vitest';
import { CATALOGUE } from '../../../domain/catalogue/catalogue.ts';
import type { Definition, Facts } from '../../../domain/catalogue/definition.ts';
import { describe as inWords } from '../../../domain/catalogue/describe.ts';
import { pagesFor, type Page } from '../../../domain/catalogue/pages.ts';
import { factsWith } from '../../../domain/catalogue/shared/facts.fixture.ts';
import { answer, chooser } from '../../../domain/catalogue/testing/answering.ts';
import type { InstructionKind } from '../../../domain/kinds/kinds.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../../domain/reference-data/embedded/embedded.ts';
import { LOCALES } from '../../../domain/locale.ts';
import type { AskedRow } from '../../../domain/terminal/view/rows.ts';
import type { Screen } from '../../../domain/terminal/view/screen.ts';
import { fixture, standBefore } from '../../testing/fake-terminal.tsx';

const START = factsWith({}, { data: EMBEDDED_REFERENCE_DATA });

/** Runs with other answers each: together they come past nearly every step. */
const RUNS = 30;

const wordsOf = (kind: InstructionKind, { step }: Page): string => step.words ?? `ask.${kind}.${step.id}`;

function askOf(kind: InstructionKind, page: Page, facts: Facts): Screen {
  const { id, step, index } = page;
  return {
    id: 'ask',
    kind,
    page: id,
    words: wordsOf(kind, page),
    index,
    ask: step.ask(facts, index),
    value: facts.answers[id] ?? '',
    error: null,
    changing: false,
  };
}

function rowOf(kind: InstructionKind, page: Page, facts: Facts): AskedRow[] {
  const value = facts.answers[page.id];
  const lines = value === undefined ? [] : inWords(page, value, facts);
  const words = wordsOf(kind, page);
  return lines.length === 0 ? [] : [{ page: page.id, words, index: page.index, lines, byStaff: false }];
}

/** The pages that people see on their ways through an instruction, each step once, and their review. */
function screensOf(definition: Definition): readonly Screen[] {
  const { kind } = definition;
  const asks = new Map<string, Screen>();
  const rows = new Map<string, AskedRow>();
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const { facts, pages: seen, stuckAt } = answer(definition, START, chooser(seed));
    const pages = pagesFor(definition, facts).filter(({ id }) => seen.includes(id) || id === stuckAt?.id);
    for (const page of pages) {
      // A file is chosen on screens of its own.
      const isDrawn = page.step.asksFile !== true;
      if (isDrawn && !asks.has(page.step.id)) asks.set(page.step.id, askOf(kind, page, facts));
      for (const row of rowOf(kind, page, facts)) rows.set(page.step.id, row);
    }
  }
  const review: Screen = {
    id: 'instruction-review',
    kind,
    identity: [],
    rows: [...rows.values()],
    ending: 'submit',
  };
  return [...asks.values(), review];
}

it.each(Object.values(CATALOGUE).map((definition) => [definition.kind, definition] as const))(
  '%s: every page up to the review has its words in every language',
  async (_, definition) => {
    const screens = screensOf(definition);
    expect(screens.length).toBeGreaterThan(2);
    for (const screen of screens) {
      for (const locale of LOCALES) {
        const at = await standBefore({ ...fixture('ask-choice'), locale, screen });
        expect(at.find('h1').textContent).not.toBe('');
        at.page.unmount();
      }
    }
  },
  60_000,
);
