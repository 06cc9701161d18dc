import { describe, expect, it } from 'vitest';
import { ENQUIRY_FAULTS } from '../../../domain/codes.ts';
import { fail, ok } from '../../../domain/result.ts';
import { MOBILE_CODE_STOPS } from '../../../domain/terminal/view/screens/proof.ts';
import { deadline } from '../../deadline.ts';
import {
  mobileCodeMachine,
  type MobileCodeEvent,
  type MobileCodeSnapshot,
  sendCode,
  tryCode,
} from '../../mobile-code.machine.ts';
import { mobileCodeScreen } from '../../present/mobile-code-screen.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk } from '../walk.ts';

const machine = mobileCodeMachine.provide({
  actors: { deadline: silent(deadline), sendCode: silent(sendCode), tryCode: silent(tryCode) },
});
const TOKEN = 'a.signed.word.of.the.gateway';
const SENT = ok({ id: 'B'.repeat(22), secondsLeft: 300, againAfter: 30 });

const done = (id: string, output: unknown) => ({ type: `xstate.done.actor.${id}`, output, actorId: id });
const failed = (id: string) => ({ type: `xstate.error.actor.${id}`, error: 'gone', actorId: id });

/** Every answer and error of the platform, as the contract allows them. */
const EVENTS = [
  ...['send-code', 'send-again'].flatMap((id) => [
    done(id, SENT),
    ...ENQUIRY_FAULTS.map((fault) => done(id, fail(fault))),
    failed(id),
  ]),
  done('try-code', ok({ state: 'confirmed', token: TOKEN })),
  done('try-code', ok({ state: 'wrong', triesLeft: 2 })),
  done('try-code', ok({ state: 'over' })),
  ...ENQUIRY_FAULTS.map((fault) => done('try-code', fail(fault))),
  failed('try-code'),
  { type: 'CODE_OVERDUE' },
  { type: 'AGAIN_DUE' },
  { type: 'CODE_DUE' },
  { type: 'CONNECTION', online: true, trouble: null },
  { type: 'CONNECTION', online: false, trouble: 'no-network' },
  { type: 'ANSWER', value: '482173' },
  { type: 'ANSWER', value: '48' },
  { type: 'FIELD_DRAFT', value: '4' },
  { type: 'BACK' },
  { type: 'RETRY' },
  { type: 'TYPE_NUMBER' },
] as unknown as readonly MobileCodeEvent[];

const graph = walk(machine, {
  input: { outside: outsideOfGraph(), sessionId: 'this-visit', locale: 'en', mobile: '91820734' },
  events: () => EVENTS,
  distinguish: ({ context: { online, sent, mayAgain, error, why, output } }) => [
    online,
    sent !== null,
    mayAgain,
    error,
    why,
    output.outcome,
  ],
});
const states = [...graph.states.values()];
const open = states.filter((state) => state.status === 'active');
const over = ({ status }: MobileCodeSnapshot): boolean => status === 'done';

describe('the graph of confirming a mobile number', () => {
  it('is walked whole: every state is reached', () => {
    expect([...graph.all].filter((id) => !graph.visited.has(id))).toEqual([]);
  });

  it('has a page for every state', () => {
    const pageOf = (state: MobileCodeSnapshot): string => {
      if (state.matches('open')) return 'mobile-code';
      return state.matches('over') ? 'mobile-code-over' : 'mobile-code-sending';
    };
    expect(
      open.filter((state) => mobileCodeScreen(state).id !== pageOf(state)).map(({ value }) => value),
    ).toEqual([]);
  });

  it('can be left backwards from every page at once, and without a code from each that has stood a while', () => {
    const backwards = (state: MobileCodeSnapshot) => leadsTo(machine, state, [{ type: 'BACK' }], over, 1);
    const forwards = (state: MobileCodeSnapshot) =>
      leadsTo(machine, state, [{ type: 'TYPE_NUMBER' }, { type: 'CODE_OVERDUE' }], over, 1);
    expect(open.filter((state) => !backwards(state) || !forwards(state)).map(({ value }) => value)).toEqual(
      [],
    );
  });

  it('waits for nothing for ever', () => {
    const asking = open.filter(
      (state) => state.matches('sending') || state.matches('again') || state.matches({ open: 'checking' }),
    );
    expect(asking.length).toBeGreaterThan(0);
    const goesOn = (state: MobileCodeSnapshot): boolean => over(state) || state.matches('over');
    expect(
      asking
        .filter((state) => !leadsTo(machine, state, [{ type: 'CODE_OVERDUE' }], goesOn, 1))
        .map(({ value }) => value),
    ).toEqual([]);
  });

  it('ends as confirmed only by the platform’s word about a code that was typed, for this visit', () => {
    const ends = graph.edges.filter(({ from, to }) => !over(from) && to.output?.outcome === 'confirmed');
    expect(ends.length).toBeGreaterThan(0);
    const wrong = ends.filter(
      ({ from, to }) =>
        !from.matches({ open: 'checking' }) ||
        JSON.stringify(to.output) !==
          JSON.stringify({ outcome: 'confirmed', evidence: { sessionId: 'this-visit', token: TOKEN } }),
    );
    expect(wrong.map(({ from, event }) => ({ from: from.value, event }))).toEqual([]);
  });

  it('asks for another message only when its time has come and there is a connection', () => {
    const again = graph.edges.filter(({ from, to }) => !from.matches('again') && to.matches('again'));
    expect(again.length).toBeGreaterThan(0);
    expect(again.filter(({ from }) => !from.context.mayAgain || !from.context.online)).toEqual([]);
  });

  it('says of every end that it can come to', () => {
    const said = new Set(open.filter((state) => state.matches('over')).map(({ context }) => context.why));
    expect([...said].sort()).toEqual([...MOBILE_CODE_STOPS].sort());
  });
});
