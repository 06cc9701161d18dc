import { describe, expect, it } from 'vitest';
import { ENQUIRY_FAULTS } from '../../../domain/codes.ts';
import { fail, ok } from '../../../domain/result.ts';
import { SIGN_IN_STATES } from '../../../domain/wire/iam-smart.ts';
import { deadline } from '../../deadline.ts';
import {
  askSignIn,
  beginSignIn,
  codeShown,
  iamSmartMachine,
  type IamSmartEvent,
  type IamSmartSnapshot,
} from '../../iam-smart.machine.ts';
import { iamSmartScreen } from '../../present/iam-smart-screen.ts';
import { leftBefore } from '../../testing/people.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk } from '../walk.ts';

const machine = iamSmartMachine.provide({
  actors: {
    askSignIn: silent(askSignIn),
    beginSignIn: silent(beginSignIn),
    codeShown: silent(codeShown),
    deadline: silent(deadline),
  },
});
const TOKEN = 'a.signed.word.of.the.gateway';
const CODE = { id: 'A'.repeat(22), code: 'https://iam-smart.invalid/simulated?code=x', secondsLeft: 120 };

const done = (id: string, output: unknown) => ({ type: `xstate.done.actor.${id}`, output, actorId: id });
const failed = (id: string) => ({ type: `xstate.error.actor.${id}`, error: 'gone', actorId: id });

/** Every answer and error of the platform, as the contract allows them. */
const EVENTS = [
  done('begin-sign-in', ok(CODE)),
  ...ENQUIRY_FAULTS.map((fault) => done('begin-sign-in', fail(fault))),
  failed('begin-sign-in'),
  ...SIGN_IN_STATES.map((state) =>
    done('ask-sign-in', ok({ state, token: state === 'approved' ? TOKEN : null })),
  ),
  ...ENQUIRY_FAULTS.map((fault) => done('ask-sign-in', fail(fault))),
  failed('ask-sign-in'),
  { type: 'SIGN_IN_OVERDUE' },
  { type: 'ASK_DUE' },
  { type: 'CODE_DUE' },
  { type: 'CONNECTION', online: true, trouble: null },
  { type: 'CONNECTION', online: false, trouble: 'no-network' },
  { type: 'BACK' },
  { type: 'RETRY' },
] as unknown as readonly IamSmartEvent[];

const { person, identification } = leftBefore;
const walkFrom = (online: boolean) =>
  walk(machine, {
    input: {
      outside: outsideOfGraph(),
      sessionId: 'this-visit',
      online,
      claim: { person: { hkid: person.hkid }, identification },
    },
    events: () => EVENTS,
    distinguish: ({ context: { online: connected, code, scanned, stopped, output } }) => [
      connected,
      code !== null,
      scanned,
      stopped,
      output.outcome,
    ],
  });

const walks = [walkFrom(true), walkFrom(false)];
const states = walks.flatMap((one) => [...one.states.values()]);
const open = states.filter((state) => state.status === 'active');
const over = ({ status }: IamSmartSnapshot): boolean => status === 'done';

describe('the graph of signing in with iAM Smart', () => {
  it('is walked whole: every state is reached', () => {
    const visited = new Set(walks.flatMap((one) => [...one.visited]));
    expect([...(walks[0]?.all ?? [])].filter((id) => !visited.has(id))).toEqual([]);
  });

  it('has a page of its own for every state', () => {
    const pageOf = (state: IamSmartSnapshot): string => {
      if (state.matches('showing')) return 'iam-smart-code';
      return state.matches('stopped') ? 'iam-smart-stopped' : 'iam-smart-beginning';
    };
    expect(
      open.filter((state) => iamSmartScreen(state).id !== pageOf(state)).map(({ value }) => value),
    ).toEqual([]);
  });

  it('can be left from every page at once', () => {
    const stuck = open.filter((state) => !leadsTo(machine, state, [{ type: 'BACK' }], over, 1));
    expect(stuck.map(({ value }) => value)).toEqual([]);
  });

  it('does not wait for ever', () => {
    const waits = open.filter((state) => !state.matches('stopped'));
    const stopped = (state: IamSmartSnapshot): boolean => state.matches('stopped');
    const overdue: readonly IamSmartEvent[] = [{ type: 'CODE_DUE' }, { type: 'SIGN_IN_OVERDUE' }];
    expect(
      waits.filter((state) => !leadsTo(machine, state, overdue, stopped, 2)).map(({ value }) => value),
    ).toEqual([]);
  });

  it('ends as signed in only by the platform’s word about a code that is on the screen, for this visit', () => {
    const ends = walks.flatMap(({ edges }) =>
      edges.filter(({ from, to }) => !over(from) && to.output?.outcome === 'signed-in'),
    );
    expect(ends.length).toBeGreaterThan(0);
    const wrong = ends.filter(
      ({ from, event, to }) =>
        !from.matches({ showing: 'asking' }) ||
        (event as { readonly type: string }).type !== 'xstate.done.actor.ask-sign-in' ||
        JSON.stringify(to.output) !==
          JSON.stringify({ outcome: 'signed-in', evidence: { sessionId: 'this-visit', token: TOKEN } }),
    );
    expect(wrong.map(({ from, event, to }) => ({ from: from.value, event, to: to.output }))).toEqual([]);
  });

  it('asks for nothing without a connection, and after too many tries not again', () => {
    const beginnings = walks.flatMap(({ edges }) =>
      edges.filter(({ from, to }) => !from.matches('beginning') && to.matches('beginning')),
    );
    expect(beginnings.length).toBeGreaterThan(0);
    const wrong = beginnings.filter(
      ({ from, to }) => !to.context.online || from.context.stopped === 'too-many-tries',
    );
    expect(wrong.map(({ from }) => from.context.stopped)).toEqual([]);
  });

  it('shows no code that has stopped counting', () => {
    const stale = states
      .filter(({ context }) => context.code !== null)
      .filter((state) => !state.matches('showing'));
    expect(stale.map(({ value }) => value)).toEqual([]);
  });

  it('says of every end that it can come to', () => {
    const said = new Set(
      open.filter((state) => state.matches('stopped')).map(({ context }) => context.stopped),
    );
    expect([...said].sort()).toEqual([
      'assurance-too-low',
      'different-person',
      'expired',
      'offline',
      'refused',
      'too-many-tries',
      'unavailable',
    ]);
  });
});
