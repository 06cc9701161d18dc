import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../domain/result.ts';
import type { CasesScreen } from '../../../domain/terminal/view/cases-view.ts';
import { CASE_ACTIONS } from '../../../domain/work-day/cases.ts';
import { deadline } from '../../deadline.ts';
import { casesScreen } from '../../present/cases-screen.ts';
import {
  type CasesEvent,
  casesMachine,
  casesNews,
  type CasesSnapshot,
  listCases,
  noteCase,
  takeCase,
} from '../../station/cases.machine.ts';
import { caseWith } from '../../testing/cases.ts';
import { officer01, vanOperator01 } from '../../testing/people.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk } from '../walk.ts';

const machine = casesMachine.provide({
  actors: {
    deadline: silent(deadline),
    listCases: silent(listCases),
    noteCase: silent(noteCase),
    takeCase: silent(takeCase),
    casesNews: silent(casesNews),
  },
});

const rejected = caseWith({ id: 1 });
const parked = caseWith({ id: 2, state: 'parked', until: '2026-11-30T15:59:59.000Z', reason: null });
const accepted = caseWith({ id: 3, state: 'accepted', reason: null, needsSomebody: false });
const listOf = (...cases: readonly ReturnType<typeof caseWith>[]) => ok({ cases, lost: false });
const done = (id: string, output: unknown) => ({ type: `xstate.done.actor.${id}`, output, actorId: id });
const failed = (id: string) => ({ type: `xstate.error.actor.${id}`, error: 'gone', actorId: id });

/** Every answer and error of the children, by their contracts; then intents, news and waits. */
const EVENTS = [
  ...['list-cases', 'list-again'].flatMap((id) => [
    done(id, listOf(rejected, parked, accepted)),
    done(id, listOf(accepted)),
    done(id, fail('storage-fault')),
    failed(id),
  ]),
  ...['note-case', 'take-case'].flatMap((id) => [
    done(id, ok(rejected)),
    done(id, ok({ ...rejected, state: 'accepted', needsSomebody: false })),
    done(id, ok({ ...rejected, needsSomebody: false })),
    done(id, fail('not-there')),
    failed(id),
  ]),
  ...[1, 2, 3, 9].map((id) => ({ type: 'CASE_OPEN', id })),
  ...CASE_ACTIONS.map((action) => ({ type: 'CASE_NOTE', action })),
  { type: 'CASE_GO_ON', locale: 'en' },
  ...['BACK', 'RETRY', 'CASES_CHANGED', 'CASES_DUE', 'LIST_OVERDUE', 'NOTE_OVERDUE'].map((type) => ({
    type,
  })),
] as unknown as readonly CasesEvent[];

const walkAs = (staff: typeof officer01) =>
  walk(machine, {
    input: { outside: outsideOfGraph(), staff },
    events: () => EVENTS,
    distinguish: ({ context: { list, chosen, fault, stale, outcome } }) => [
      list?.cases.map(({ id, state, needsSomebody }) => [id, state, needsSomebody]),
      chosen,
      fault,
      stale,
      outcome,
    ],
  });
const seen = walkAs(officer01);
const states = [...seen.states.values()];
const open = states.filter(({ status }) => status === 'active');
const over = ({ status }: CasesSnapshot): boolean => status === 'done';

describe('the graph of a station’s cases', () => {
  it('is walked whole: every state is reached, one of them by whoever may not see the list', () => {
    const visited = new Set([...seen.visited, ...walkAs(vanOperator01).visited]);
    expect([...seen.all].filter((id) => !visited.has(id))).toEqual([]);
  });

  it('shows whoever may not see them nothing of them', () => {
    const shown = [...walkAs(vanOperator01).states.values()];
    expect(new Set(shown.map((state) => state.value))).toEqual(new Set(['refused', 'over']));
    expect(shown.every(({ context }) => context.list === null)).toBe(true);
  });

  it('has a page for every state', () => {
    const pages: readonly [Parameters<CasesSnapshot['matches']>[0], CasesScreen['id']][] = [
      ['looking', 'cases-waiting'],
      ['trouble', 'cases-trouble'],
      [{ open: { page: 'list' } }, 'cases-list'],
      [{ open: { page: 'one' } }, 'case'],
      [{ open: { page: 'noting' } }, 'cases-waiting'],
      [{ open: { page: 'taking' } }, 'cases-waiting'],
    ];
    for (const [state, page] of pages) {
      const shown = open.filter((one) => one.matches(state)).map((one) => casesScreen(one).id);
      expect(new Set(shown), JSON.stringify(state)).toEqual(new Set([page]));
    }
  });

  it('has a way out of every state', () => {
    const order = [
      { type: 'BACK' },
      { type: 'LIST_OVERDUE' },
      { type: 'NOTE_OVERDUE' },
    ] as readonly CasesEvent[];
    expect(
      open.filter((state) => !leadsTo(machine, state, order, over, 6)).map(({ value }) => value),
    ).toEqual([]);
  });

  it('a case is open only while it is in the list', () => {
    const wrong = open.filter(
      (state) =>
        state.matches({ open: { page: 'one' } }) &&
        state.context.list?.cases.every(({ id }) => id !== state.context.chosen),
    );
    expect(wrong.map(({ value }) => value)).toEqual([]);
  });

  it('nothing is noted about what needs nobody, and nothing begun that does not go on', () => {
    const into = (page: 'noting' | 'taking') =>
      seen.edges.filter(
        ({ from, to }) =>
          !from.matches({ open: { page } }) && to.status === 'active' && to.matches({ open: { page } }),
      );
    const chosenOf = ({ context: { list, chosen } }: CasesSnapshot) =>
      list?.cases.find(({ id }) => id === chosen);
    expect(into('noting').length).toBeGreaterThan(0);
    expect(into('noting').filter(({ from }) => chosenOf(from)?.needsSomebody !== true)).toEqual([]);
    expect(into('taking').length).toBeGreaterThan(0);
    expect(into('taking').filter(({ from }) => chosenOf(from)?.state === 'accepted')).toEqual([]);
  });

  it('ends with a visit only after the case was looked at once more', () => {
    const visits = seen.edges.filter(({ to }) => over(to) && to.context.outcome !== 'back');
    expect(visits.length).toBeGreaterThan(0);
    expect(visits.every(({ from }) => from.matches({ open: { page: 'taking' } }))).toBe(true);
    expect(new Set(visits.map(({ to }) => to.output?.outcome))).toEqual(new Set(['take-up', 'enquire']));
  });
});
