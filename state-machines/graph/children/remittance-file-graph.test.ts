import { describe, expect, it } from 'vitest';
import { createActor, type EventFromLogic } from 'xstate';
import { SAMPLE_FILE } from '../../../domain/catalogue/testing/sample-file.ts';
import { sampleList } from '../../../domain/catalogue/testing/sample-list.ts';
import type { FileListing } from '../../../domain/terminal/ports/remittance-files.ts';
import { fail, ok } from '../../../domain/result.ts';
import { fileScreen } from '../../remittance-file/file-screen.ts';
import { remittanceFileMachine } from '../../remittance-file/remittance-file.machine.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk } from '../walk.ts';

type Event = EventFromLogic<typeof remittanceFileMachine>;

const { browse, check, save } = remittanceFileMachine.implementations.actors;
const machine = remittanceFileMachine.provide({
  actors: { browse: silent(browse as never), check: silent(check as never), save: silent(save as never) },
});
const input = {
  outside: outsideOfGraph(),
  ask: {
    type: 'file',
    megabytes: 20,
    rows: 100_000,
    payer: { name: 'Lantern Street Bakery Ltd', account: '3777463656273' },
    rules: false,
    stored: null,
  },
} as const;

const drive = { id: 'e1', kind: 'drive', name: 'KINGSTON' } as const;
const other = { id: 'e2', kind: 'drive', name: '' } as const;
const entry = { name: 'x', changedAt: '2026-11-20T03:20:00.000Z', bytes: 9 };
const at = {
  place: drive,
  folders: [],
  entries: [
    { ...entry, id: 'e3', kind: 'file' },
    { ...entry, id: 'e4', kind: 'folder' },
  ],
  others: 0,
  more: 0,
  readable: true,
} as const;
const LISTINGS: readonly FileListing[] = [
  { places: [], at: null },
  { places: [drive, other], at: null },
  { places: [drive], at },
  { places: [drive], at: { ...at, folders: ['x'] } },
];
const nothing = { rows: 3, held: 0, warnings: 0, accounts: [], groups: [] };
const held = {
  ...nothing,
  held: 1,
  groups: [{ code: 'total-differs', severity: 'error', count: 1, problems: [] }],
} as const;

const done = (actor: string, output: unknown) =>
  ({ type: `xstate.done.actor.${actor}`, output }) as unknown as Event;
const failed = (actor: string) =>
  ({ type: `xstate.error.actor.${actor}`, error: new Error('gone') }) as unknown as Event;
const EVENTS: readonly Event[] = [
  ...LISTINGS.map((listing) => ({ type: 'LISTING', listing }) as const),
  ...['e1', 'e3', 'e4', 'e99'].map((id) => ({ type: 'FILE_OPEN', entry: id }) as const),
  ...(['FILE_UP', 'FILE_STOP', 'FILE_AGAIN', 'CONTINUE', 'BACK'] as const).map((type) => ({ type })),
  { type: 'FILE_SAVE', locale: 'en' },
  { type: 'PROGRESS', progress: { done: 40, rows: 1 } },
  { type: 'CHECKED', findings: nothing, facts: SAMPLE_FILE },
  { type: 'CHECKED', findings: held, facts: null },
  { type: 'CHECKED', findings: held, facts: { ...SAMPLE_FILE, held: 1 } },
  { type: 'TROUBLE', trouble: 'drive-gone' },
  failed('check'),
  done('save', ok({ name: 'x.csv' })),
  done('save', fail('drive-full')),
  failed('save'),
];

describe('the graph of a list of companies', () => {
  const listAsk = { type: 'company-list', megabytes: 1, companies: 100, standing: 'existing' } as const;
  const list = sampleList('existing', '2026-11-23');
  const good = { rows: 3, held: 0, groups: [] };
  const some = {
    ...good,
    held: 1,
    groups: [{ code: 'choice', severity: 'error', problems: [] }],
  } as const;
  const { states, edges, visited, all } = walk(machine, {
    input: { ...input, ask: listAsk },
    events: (): readonly Event[] => [
      ...EVENTS.filter(({ type }) => type !== 'CHECKED'),
      { type: 'LIST_CHECKED', findings: good, list },
      { type: 'LIST_CHECKED', findings: some, list: { ...list, leftOut: 1 } },
      { type: 'LIST_CHECKED', findings: some, list: null },
    ],
    distinguish: ({ context: { listing, chosen, companies, saved, output } }) => [
      listing?.at?.folders.length ?? null,
      listing?.places.length ?? null,
      chosen !== null,
      companies?.findings.held ?? null,
      companies?.list?.leftOut ?? null,
      saved?.ok ?? null,
      output.outcome,
    ],
  });

  it('reaches every state but the question about rows, which a list has not', () => {
    expect([...all].filter((id) => id !== machine.root.id && !visited.has(id))).toEqual([
      'remittance-file.unsaved',
    ]);
  });

  it('shows a page in every state but the last, and a way out of each', () => {
    const shown = new Set<string>();
    for (const snapshot of states.values()) {
      if (snapshot.status !== 'active') continue;
      const screen = fileScreen('employer-registration', snapshot);
      expect(screen).not.toBeNull();
      shown.add(screen?.id ?? '');
      expect(leadsTo(machine, snapshot, [{ type: 'BACK' }], ({ status }) => status === 'done', 5)).toBe(true);
    }
    expect([...shown].sort()).toEqual(['companies-result', 'file-choose', 'file-reading', 'file-trouble']);
  });

  it('goes on with the good companies whether or not others stay, and never with none', () => {
    const taking = edges.filter(({ to }) => to.status === 'done' && to.context.output.outcome === 'listed');
    const leftOut = taking.map(({ from, event }) => {
      expect([from.value, event.type]).toEqual(['result', 'CONTINUE']);
      return from.context.companies?.list?.leftOut;
    });
    expect(new Set(leftOut)).toEqual(new Set([0, 1]));
  });

  it('keeps nothing of a list once somebody chooses anew', () => {
    for (const { context, value } of states.values()) {
      if (value === 'choosing') expect([context.chosen, context.companies]).toEqual([null, null]);
    }
  });
});

describe('the graph of the remittance file', () => {
  const { states, edges, visited, all } = walk(machine, {
    input,
    events: () => EVENTS,
    distinguish: ({ context: { listing, chosen, facts, findings, saved, output } }) => [
      listing?.at?.folders.length ?? null,
      listing?.places.length ?? null,
      chosen !== null,
      facts?.rows ?? null,
      findings?.held ?? null,
      saved?.ok ?? null,
      output.outcome,
    ],
  });

  it('reaches every state', () => {
    expect([...all].filter((id) => id !== machine.root.id && !visited.has(id))).toEqual([]);
  });

  it('shows a page in every state but the last, and a way out of each that leads nowhere else than back', () => {
    for (const snapshot of states.values()) {
      if (snapshot.status !== 'active') continue;
      expect(fileScreen('employer-remittance', snapshot)).not.toBeNull();
      expect(leadsTo(machine, snapshot, [{ type: 'BACK' }], ({ status }) => status === 'done', 5)).toBe(true);
    }
  });

  it('takes only rows that go, and rows that stay unsaved only after having asked', () => {
    const taking = edges.filter(({ to }) => to.status === 'done' && to.context.output.outcome === 'taken');
    expect(taking.length).toBeGreaterThan(0);
    for (const { from, event } of taking) {
      const { facts, saved } = from.context;
      const unsaved = facts?.held !== undefined && saved?.ok !== true;
      expect([from.value, event.type]).toEqual([unsaved ? 'unsaved' : 'result', 'CONTINUE']);
      expect(facts).not.toBeNull();
    }
    expect(new Set(taking.map(({ from }) => from.value))).toEqual(new Set(['result', 'unsaved']));
  });

  it('keeps nothing of a file once somebody chooses anew', () => {
    for (const { context, value } of states.values()) {
      if (value !== 'choosing') continue;
      expect([context.chosen, context.facts, context.findings, context.saved]).toEqual([
        null,
        null,
        null,
        null,
      ]);
    }
  });
});

it('where no drive can be read at all, the page says that none is there', () => {
  const actor = createActor(remittanceFileMachine, { input }).start();
  expect(fileScreen('employer-remittance', actor.getSnapshot())).toMatchObject({
    listing: { places: [], at: null },
  });
});
