import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../domain/result.ts';
import type { RosterPort } from '../../../domain/terminal/ports/roster.ts';
import { rosterScreen } from '../../present/van-screen.ts';
import { noFiles } from '../../testing/files.ts';
import { fakeRoster } from '../../testing/roster.ts';
import {
  browseRosters,
  checkRoster,
  letGoOfDrive,
  rosterMachine,
  type RosterSnapshot,
  saveRosterProblems,
} from '../../van/roster.machine.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk } from '../walk.ts';

const machine = rosterMachine.provide({
  actors: {
    browseRosters: silent(browseRosters),
    checkRoster: silent(checkRoster),
    saveRosterProblems: silent(saveRosterProblems),
    letGoOfDrive: silent(letGoOfDrive),
  },
});
const place = { id: 'drive', kind: 'drive', name: '' } as const;
const entry = { name: 'a', changedAt: '', bytes: 1 } as const;
const listing = {
  places: [place],
  at: {
    ...{ place, folders: ['b'], others: 0, more: 0, readable: true },
    entries: [
      { ...entry, id: 'file', kind: 'file' },
      { ...entry, id: 'folder', kind: 'folder' },
    ],
  },
} as const;
const problem = { row: 2, column: 'hkid', letter: 'A', code: 'hkid-check-digit', params: {} } as const;
const groups = [{ code: 'hkid-check-digit', severity: 'error', count: 1, problems: [problem] }] as const;
const found = (people: number) =>
  ({
    type: 'ROSTER_CHECKED',
    again: false,
    findings: { rows: 2, people, held: 1, groups: [...groups] },
  }) as const;

const EVENTS = [
  { type: 'LISTING', listing },
  { type: 'FILE_OPEN', entry: 'file' },
  { type: 'FILE_OPEN', entry: 'folder' },
  { type: 'FILE_OPEN', entry: 'nothing' },
  { type: 'FILE_UP' },
  { type: 'FILE_STOP' },
  { type: 'FILE_AGAIN' },
  { type: 'FILE_SAVE', locale: 'en' },
  { type: 'ROSTER_REMOVE' },
  { type: 'CONTINUE' },
  { type: 'BACK' },
  { type: 'PROGRESS', progress: { done: 50, rows: 1 } },
  found(1),
  found(0),
  { type: 'TROUBLE', trouble: 'drive-gone' },
  { type: 'xstate.error.actor.check', error: 'gone', actorId: 'check' },
  { type: 'xstate.done.actor.save', output: ok({ name: 'x.csv' }), actorId: 'save' },
  { type: 'xstate.done.actor.save', output: fail('drive-full'), actorId: 'save' },
  { type: 'xstate.error.actor.save', error: 'gone', actorId: 'save' },
] as unknown as readonly Parameters<RosterSnapshot['can']>[0][];

/** A list that is there, or none, whatever is done. */
function walkWith(held: boolean) {
  const counts = held ? { people: 1, registered: 0, lists: 1 } : null;
  const roster: RosterPort = { ...fakeRoster(), counts: () => counts };
  const outside = outsideOfGraph();
  return walk(machine, {
    input: { outside: { ...outside, ports: { ...outside.ports, files: noFiles(), roster } }, operator: null },
    events: () => EVENTS,
    distinguish: ({ context: { found: one, saved, listing: seen } }) => [
      one?.findings.people,
      saved?.ok,
      seen === null,
    ],
  });
}
const walks = [walkWith(false), walkWith(true)];
const states = walks.flatMap((one) => [...one.states.values()]);

describe('the graph of the pages of a list of workers', () => {
  it('is walked whole: every state is reached', () => {
    const visited = new Set(walks.flatMap((one) => [...one.visited]));
    expect([...(walks[0]?.all ?? [])].filter((id) => !visited.has(id))).toEqual([]);
  });

  it('has a page for every state', () => {
    const active = states.filter(({ status }) => status === 'active');
    // Between taking a list and the page about it there is no state; the walk's list is there or not, whatever is taken.
    const without = active.filter((state) => rosterScreen(state) === null && !state.matches('held'));
    expect(without.map(({ value }) => value)).toEqual([]);
    expect(active.some((state) => rosterScreen(state)?.id === 'roster-held')).toBe(true);
  });

  it('can be left backwards from every page', () => {
    const done = ({ status }: RosterSnapshot): boolean => status === 'done';
    const stuck = states.filter((state) => !leadsTo(machine, state, [{ type: 'BACK' }], done, 5));
    expect(stuck.map(({ value }) => value)).toEqual([]);
  });

  it('takes nobody from a list in which nobody can be used', () => {
    const taken = walks.flatMap(({ edges }) =>
      edges.filter(({ from, to }) => from.matches('result') && to.matches('held')),
    );
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.filter(({ from }) => from.context.found?.findings.people === 0)).toEqual([]);
  });
});
