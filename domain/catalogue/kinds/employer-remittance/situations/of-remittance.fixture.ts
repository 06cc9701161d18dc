import type { Answers, Facts } from '../../../definition.ts';
import { pagesFor } from '../../../pages.ts';
import { detailsOf, factsWith, withStatements } from '../../../shared/facts.fixture.ts';
import { goThrough } from '../../../shared/run-through.fixture.ts';
import { employerRemittance } from '../employer-remittance.ts';
import { data } from '../remittance.fixture.ts';

/** Every page in turn, and what travels at the end. */
export function travels(answers: Answers, other: Partial<Facts> = {}): unknown {
  const facts = goThrough(employerRemittance, answers, { data, ...other });
  return detailsOf(employerRemittance, facts.answers, { data, ...other });
}

/** The pages that are asked. */
export function pages(answers: Answers): readonly string[] {
  return pagesFor(employerRemittance, factsWith(answers, { data })).map(({ id }) => id);
}

/** What a page says that asks nothing: its tone, its paragraphs by the end of their names, its figures. */
export function statement(id: string, answers: Answers, other: Partial<Facts> = {}) {
  const facts = withStatements(employerRemittance, factsWith(answers, { data, ...other }));
  const page = pagesFor(employerRemittance, facts).find((candidate) => candidate.id === id);
  const ask = page?.step.ask(facts, page.index);
  if (ask?.type !== 'statement') throw new Error(`no statement ${id}`);
  const said = ask.paragraphs.map((label) =>
    'message' in label ? label.message.replace('ask.employer-remittance.', '') : label.words.en,
  );
  const figures = Object.fromEntries(
    ask.figures.map(({ label, value }) => [
      'message' in label ? (label.message.split('.').at(-1) ?? '') : '',
      'words' in value ? value.words.en : 'blank',
    ]),
  );
  return { tone: ask.tone, said, figures };
}
