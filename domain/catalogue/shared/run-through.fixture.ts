import fc from 'fast-check';
import { EMBEDDED_REFERENCE_DATA } from '../../reference-data/embedded/embedded.ts';
import type { Answers, Definition, Facts } from '../definition.ts';
import { instructionSchema } from '../instruction.ts';
import { applicable, checkAnswer, firstOpenPage, type Page, pagesFor } from '../pages.ts';
import { factsWith } from './facts.fixture.ts';

/** As `factsWith` of shared, judged by the reference data that ship with the terminal. */
export function factsToday(answers: Answers = {}, other: Partial<Facts> = {}): Facts {
  return factsWith(answers, { data: EMBEDDED_REFERENCE_DATA, ...other });
}

/**
 * Goes through the flow as a person does: every page in turn, answered from the script; statements are read.
 * @throws Error when a page has no answer in the script, an answer is refused, or one in the script was never asked
 */
export function goThrough(definition: Definition, script: Answers, other: Partial<Facts> = {}): Facts {
  let facts = factsToday({}, other);
  for (;;) {
    const page = firstOpenPage(definition, facts);
    if (page === null) break;
    const isStatement = page.step.ask(facts, page.index).type === 'statement';
    const raw = script[page.id] ?? (isStatement ? 'read' : undefined);
    if (raw === undefined) throw new Error(`the script has no answer to ${page.id}`);
    const checked = checkAnswer(page, raw, facts);
    if (!checked.ok) throw new Error(`${page.id} was refused: ${checked.code}`);
    facts = { ...facts, answers: { ...facts.answers, [page.id]: checked.value } };
  }
  const neverAsked = Object.keys(script).filter((id) => facts.answers[id] === undefined);
  if (neverAsked.length > 0) throw new Error(`never asked: ${neverAsked.join(', ')}`);
  return facts;
}

/** Ids of the pages that these facts lead through. */
export function pagesShown(definition: Definition, facts: Facts): readonly string[] {
  return pagesFor(definition, facts).map(({ id }) => id);
}

/**
 * The details as they travel, read by the wire schema, whatever the assurance: what a terminal alone can only prepare
 * has its contract too. Throws where the schema refuses them.
 */
export function travelling(definition: Definition, facts: Facts): unknown {
  const shown = { digest: 'n'.repeat(43), locale: 'en' };
  const payload = instructionSchema(definition).parse({
    schemaVersion: 1,
    kind: definition.kind,
    person: null,
    identification: null,
    consents: { notice: { ...shown, shownAt: NOW }, declaration: { ...shown, declaredAt: NOW } },
    referenceDataVersion: facts.data.version,
    details: definition.build(applicable(definition, facts)),
  });
  return payload.details;
}

/** What may be said on a page: everything that can be chosen, and what the scripts say on a page of the same step. */
function sayable(page: Page, facts: Facts, scripts: readonly Answers[]): readonly string[] {
  const ask = page.step.ask(facts, page.index);
  if (ask.type === 'statement') return ['read'];
  const codes = 'options' in ask ? ask.options.map(({ code }) => code) : [];
  const said = scripts.flatMap((script) =>
    Object.entries(script).flatMap(([id, value]) =>
      id.replace(/-\d+$/, '') === page.step.id ? [value] : [],
    ),
  );
  return ask.type === 'several' ? [...codes, codes.join(','), ...said] : [...codes, ...said];
}

/**
 * Goes through a flow at random, at every page with one of the answers that are taken there; where none is, the way
 * ends in a refusal.
 * @returns how many of the ways came to their end; every one of them travels
 * @throws the counterexample, where the schema refuses a way that came to its end
 */
export function everyWayTravels(
  definition: Definition,
  scripts: readonly Answers[],
  other: Partial<Facts> = {},
): number {
  let ended = 0;
  const choices = fc.array(fc.nat({ max: 1000 }), { minLength: 200, maxLength: 200 });
  fc.assert(
    fc.property(choices, (draws) => {
      let facts = factsToday({}, other);
      for (const draw of draws) {
        const page = firstOpenPage(definition, facts);
        if (page === null) {
          travelling(definition, facts);
          ended += 1;
          return;
        }
        const taken = sayable(page, facts, scripts).flatMap((raw) => {
          const checked = checkAnswer(page, raw, facts);
          return checked.ok ? [checked.value] : [];
        });
        const value = taken[draw % Math.max(taken.length, 1)];
        if (value === undefined) return;
        facts = { ...facts, answers: { ...facts.answers, [page.id]: value } };
      }
      throw new Error('the flow does not end');
    }),
  );
  return ended;
}

const NOW = '2026-11-23T02:00:00.000Z';
