import { describe, expect, it } from 'vitest';
import { sampleTranslations } from '../../../domain/notices/translations.fixture.ts';
import { deadline } from '../../deadline.ts';
import {
  type OwnLanguageEvent,
  ownLanguageMachine,
  ownLanguageScreen,
  type OwnLanguageSnapshot,
} from '../../own-language/own-language.machine.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk } from '../walk.ts';

const machine = ownLanguageMachine.provide({
  actors: { deadline: silent(deadline) },
  // There is no session above it here.
  actions: { tellListening: () => undefined },
});

const ways = (['heard', 'read'] as const).flatMap((way) =>
  ([true, false, null] as const).map((agreed) => ({ type: 'NOTICE_KNOWN', way, agreed }) as const),
);
const EVENTS: readonly OwnLanguageEvent[] = [
  { type: 'NOTICE_PLAY' },
  { type: 'NOTICE_PAUSE' },
  { type: 'NOTICE_AGAIN' },
  { type: 'NOTICE_ENDED' },
  { type: 'NOTICE_FAILED' },
  { type: 'NOTICE_SHOWN' },
  ...ways,
  { type: 'BACK' },
  { type: 'HUSH' },
  { type: 'CARD_REMOVED', device: 'id-reader' },
  { type: 'LISTENING_DUE' },
  { type: 'SOUND_OVERDUE' },
];

const outside = outsideOfGraph();
const ready = {
  ...outside,
  ports: { ...outside.ports, noticeSounds: { state: () => 'ready' as const } },
};
// No time passes in a graph: what lasts no time is through at once.
const texts = sampleTranslations('ne').map((text) => ({
  ...text,
  sound: text.sound === null ? null : { ...text.sound, seconds: text.part === 'declaration' ? 40 : 1e-9 },
}));
const graph = walk(machine, {
  input: { outside: ready, sessionId: 's', locale: 'en', language: 'ne', texts, staffId: null },
  events: () => EVENTS,
  distinguish: ({ context: { at, played, shownToEnd, trouble, put } }) => [
    at,
    played,
    shownToEnd,
    trouble,
    put.length,
  ],
});
const states = [...graph.states.values()];
const playing = (state: OwnLanguageSnapshot): boolean => state.matches({ text: 'playing' });
const over = (state: OwnLanguageSnapshot): boolean => state.status === 'done';

describe("the graph of words in a language of one's own", () => {
  it('is walked whole: every state is reached', () => {
    expect([...graph.all].filter((id) => !graph.visited.has(id))).toEqual([]);
  });

  it('has a page in every state, which plays in no other state than the playing one', () => {
    for (const state of states.filter((one) => !over(one))) {
      expect(ownLanguageScreen(state).sound?.playing).toBe(playing(state));
    }
  });

  it.each([
    'NOTICE_PAUSE',
    'HUSH',
    'CARD_REMOVED',
    'NOTICE_FAILED',
    'NOTICE_ENDED',
    'SOUND_OVERDUE',
    'BACK',
  ] as const)('%s silences it at once, wherever it plays', (type) => {
    const event = type === 'CARD_REMOVED' ? { type, device: 'id-reader' } : { type };
    const plays = states.filter(playing);
    expect(plays.length).toBeGreaterThan(0);
    expect(plays.filter((state) => !leadsTo(machine, state, [event], (to) => !playing(to), 1))).toEqual([]);
  });

  it('plays only when somebody asks for it', () => {
    const begun = graph.edges.filter(({ from, to }) => !playing(from) && playing(to));
    expect(new Set(begun.map(({ event }) => event.type))).toEqual(new Set(['NOTICE_PLAY', 'NOTICE_AGAIN']));
  });

  it('lets nobody pass a text that they neither heard nor read to its end, and a consent only with an answer', () => {
    const passed = graph.edges.filter(({ from, to }) => from.context.put.length < to.context.put.length);
    expect(passed.length).toBeGreaterThan(0);
    for (const { from, event, to } of passed) {
      if (event.type !== 'NOTICE_KNOWN') throw new Error(event.type);
      const { played, shownToEnd } = from.context;
      expect(event.way === 'heard' ? played === 'whole' : shownToEnd).toBe(true);
      const put = to.context.put.at(-1);
      expect(put).toMatchObject({ way: event.way, played, shownToEnd });
      const consent = put?.part === 'service-survey' || put?.part === 'mpf-education';
      expect(put?.agreed).toBe(consent ? event.agreed : undefined);
      expect(event.agreed === null).toBe(!consent);
    }
  });

  it('what ends much sooner than it lasts was not heard', () => {
    const ended = graph.edges.filter(
      ({ from, event }) => event.type === 'NOTICE_ENDED' && playing(from) && from.context.at === 3,
    );
    expect(ended.length).toBeGreaterThan(0);
    for (const { to } of ended) {
      expect(to.context.trouble).toBe('failed');
      expect(to.context.played).toBe('part');
    }
  });

  it('has a way out of every state', () => {
    const back = [{ type: 'BACK' as const }];
    expect(states.filter((state) => !over(state) && !leadsTo(machine, state, back, over, 5))).toEqual([]);
  });
});
