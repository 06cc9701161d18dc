import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { CATALOGUE } from '../../../domain/catalogue/catalogue.ts';
import type { Definition } from '../../../domain/catalogue/definition.ts';
import { allPages, firstOpenPage, pagesFor } from '../../../domain/catalogue/pages.ts';
import { answer, chooser } from '../../../domain/catalogue/testing/answering.ts';
import { SAMPLE_FILE } from '../../../domain/catalogue/testing/sample-file.ts';
import { companyListFrom } from '../../../domain/company-list/list.ts';
import { fileFactsFrom } from '../../../domain/remittance/summary/file-facts.ts';
import { SAMPLE_ACCOUNTS, SAMPLE_CONTRIBUTIONS } from '../../../domain/records/records.fixture.ts';
import { KIND_FACTS } from '../../../domain/kinds/kinds.ts';
import type { IdentifiedMember } from '../../../domain/registration/draft.ts';
import { factsOf, type InstructionInput } from '../../flow/create-flow-machine.ts';
import type { FlowEvent } from '../../flow-contract.ts';
import { FLOWS, instructionPage } from '../../flow/flows.ts';
import { adult01, typedNumber } from '../../testing/people.ts';
import type { Outside } from '../../outside.ts';
import { noFiles } from '../../testing/files.ts';
import { outsideOfGraph } from '../stub.ts';

/** A terminal that holds the file that is answered with. */
const graph = outsideOfGraph();
const outside: Outside = {
  ...graph,
  ports: { ...graph.ports, files: { ...noFiles(), held: () => SAMPLE_FILE.id } },
};

/** The same person at the ages that the rules tell apart. */
const born = (year: number): IdentifiedMember => ({
  means: 'reader',
  document: { ...adult01, dateOfBirth: { year, month: 3, day: 14 } },
});
const PEOPLE: readonly IdentifiedMember[] = [
  born(1985),
  born(1964),
  born(1958),
  { means: 'typed', number: typedNumber },
];

const DEFINITIONS = Object.values(CATALOGUE).map((definition) => [definition.kind, definition] as const);
const RUNS = 60;
const MOST_RUNS = 1_000;

function inputs({ kind, lookUp }: Definition): readonly InstructionInput[] {
  const people = KIND_FACTS[kind].assurance === 0 ? [null] : PEOPLE;
  const start = { outside, answers: {}, byStaff: [], startAt: null, changing: false };
  const plain = people.flatMap((identified) =>
    [true, false].map((online) => ({ ...start, identified, online })),
  );
  // Staff in a service centre are asked about original papers (docs/adr/0036).
  const centre = { ...outside, config: { ...outside.config, serviceCentre: true } };
  const there = kind === 'benefit-withdrawal' ? plain.map((input) => ({ ...input, outside: centre })) : [];
  const records = [SAMPLE_ACCOUNTS, SAMPLE_CONTRIBUTIONS].find(({ what }) => what === lookUp) ?? null;
  const known = people.map((identified) => ({ ...start, identified, online: true, records }));
  return [...plain, ...there, ...(records === null ? [] : known)];
}

/** Every way through a flow that these people find, by the rules alone. */
function runsOf(definition: Definition) {
  return inputs(definition).flatMap((input) =>
    Array.from({ length: RUNS }, (_, seed) => ({
      input,
      run: answer(definition, factsOf(input), chooser(seed + 1)),
    })),
  );
}

/** A page's answer as its flow gets it: typed, from the machine that reads a file, or from the platform and then read. */
function answersOf(definition: Definition, id: string, value: string): readonly FlowEvent[] {
  const step = allPages(definition).find((candidate) => candidate.id === id)?.step;
  if (step?.asksFile === true) {
    const list = companyListFrom(value);
    const output =
      list === null
        ? { outcome: 'taken', facts: fileFactsFrom(value), byStaff: false }
        : { outcome: 'listed', list, byStaff: false };
    return [{ type: 'xstate.done.actor.file', output } as unknown as FlowEvent];
  }
  if (step?.asksPlatform === true) {
    const told = { type: 'xstate.done.actor.platform', output: value } as unknown as FlowEvent;
    return [told, { type: 'ANSWER', value: 'read', byStaff: false }];
  }
  return [{ type: 'ANSWER', value, byStaff: false }];
}

// The time is for a loaded machine.
describe.each(DEFINITIONS)('the flow of %s', { timeout: 60_000 }, (kind, definition) => {
  const runs = runsOf(definition);
  const whole = runs.filter(({ run }) => run.stuckAt === null);

  it('can be completed, and shows every page to somebody', () => {
    expect(whole.length).toBeGreaterThan(0);
    // Rounds of a repeated step are the same page again.
    const stepOf = new Map(allPages(definition).map(({ id, step }) => [id, step.id]));
    const shown = new Set(runs.flatMap(({ run }) => run.pages.map((id) => stepOf.get(id))));
    const unseen = (): readonly string[] => [...new Set(stepOf.values())].filter((step) => !shown.has(step));
    // Some pages take a rare set of circumstances: whoever comes next may be in them.
    for (let seed = RUNS + 1; seed <= MOST_RUNS && unseen().length > 0; seed += 1) {
      for (const input of inputs(definition)) {
        for (const id of answer(definition, factsOf(input), chooser(seed)).pages) shown.add(stepOf.get(id));
      }
    }
    expect(unseen()).toEqual([]);
  });

  it('goes through its machine as the rules say, and back again from the last page to before the first', () => {
    for (const { input, run } of whole.slice(0, 12)) {
      const flow = createActor(FLOWS[kind], { input }).start();
      for (const page of run.pages) {
        expect(instructionPage(kind, flow.getSnapshot())?.page.id).toBe(page);
        for (const event of answersOf(definition, page, run.facts.answers[page] ?? '')) flow.send(event);
      }
      expect(flow.getSnapshot().output).toMatchObject({ answers: run.facts.answers });
      const last = createActor(FLOWS[kind], {
        input: { ...input, answers: run.facts.answers, startAt: run.pages.at(-1) ?? null },
      }).start();
      for (let steps = 0; steps <= run.pages.length && last.getSnapshot().status === 'active'; steps += 1) {
        // The page of a file passes it on to the machine that reads one, which then ends.
        last.send({ type: 'BACK' });
      }
      expect(last.getSnapshot().output).toMatchObject({ back: true, answers: run.facts.answers });
    }
  });

  it('keeps a wrong answer on its page with the reason, and what was typed', () => {
    for (const { input, run } of whole.slice(0, 4)) {
      for (const page of run.pages) {
        const flow = createActor(FLOWS[kind], {
          input: { ...input, answers: run.facts.answers, startAt: page },
        }).start();
        const typed = '\u{1F600}?=,';
        const step = allPages(definition).find(({ id }) => id === page)?.step;
        if (step?.asksFile === true || step?.asksPlatform === true) {
          // Nothing is typed there: no page can give that answer.
          expect(flow.getSnapshot().can({ type: 'ANSWER', value: typed, byStaff: false })).toBe(false);
          continue;
        }
        flow.send({ type: 'FIELD_DRAFT', value: typed });
        expect(instructionPage(kind, flow.getSnapshot())?.value).toBe(typed);
        flow.send({ type: 'ANSWER', value: typed, byStaff: false });
        const { context, status } = flow.getSnapshot();
        if (context.error === null) continue;
        expect(status).toBe('active');
        expect(instructionPage(kind, flow.getSnapshot())).toMatchObject({ value: typed, page: { id: page } });
      }
    }
  });

  it('gives back what was there before when a change is given up', () => {
    for (const { input, run } of whole.slice(0, 4)) {
      for (const startAt of run.pages) {
        const { answers } = run.facts;
        const flow = createActor(FLOWS[kind], {
          input: { ...input, answers, startAt, changing: true },
        }).start();
        flow.send({ type: 'BACK' });
        expect(flow.getSnapshot().output).toMatchObject({ back: true, answers });
      }
    }
  });

  it('is complete only with every page answered by the rules', () => {
    const incomplete = whole.filter(({ run }) => firstOpenPage(definition, run.facts) !== null);
    expect(incomplete).toEqual([]);
    const strays = whole.filter(
      ({ run }) => pagesFor(definition, run.facts).length > Object.keys(run.facts.answers).length,
    );
    expect(strays).toEqual([]);
  });
});
