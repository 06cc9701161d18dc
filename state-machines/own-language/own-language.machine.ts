import { assign, sendParent, setup, type SnapshotFrom } from 'xstate';
import type { InterpretedLanguage } from '../../domain/identity/interpretation.ts';
import type { Locale } from '../../domain/locale.ts';
import { isConsent, type Played, type PutText, type WayKnown } from '../../domain/notices/own-language.ts';
import { originalDigests } from '../../domain/notices/originals.ts';
import { type Translation, translationDigest } from '../../domain/notices/translation.ts';
import type { OwnLanguageScreen, SoundTrouble } from '../../domain/terminal/view/own-language-view.ts';
import { deadline, inTime } from '../deadline.ts';
import type { Outside } from '../outside.ts';

export type OwnLanguageEvent =
  | { readonly type: 'NOTICE_PLAY' }
  | { readonly type: 'NOTICE_PAUSE' }
  | { readonly type: 'NOTICE_AGAIN' }
  /** The page's player came to the end, or could not play. */
  | { readonly type: 'NOTICE_ENDED' }
  | { readonly type: 'NOTICE_FAILED' }
  /** The end of the words stands on the screen. */
  | { readonly type: 'NOTICE_SHOWN' }
  /** `agreed`: the answer to a consent; null where nothing is asked. */
  | { readonly type: 'NOTICE_KNOWN'; readonly way: WayKnown; readonly agreed: boolean | null }
  | { readonly type: 'BACK' }
  /** Something covers the page, or whoever holds the visit is another one. */
  | { readonly type: 'HUSH' }
  | { readonly type: 'CARD_REMOVED'; readonly device: string }
  /** Waits of `delays.ts`. */
  | { readonly type: 'LISTENING_DUE' }
  | { readonly type: 'SOUND_OVERDUE' };

interface OwnLanguageInput {
  readonly outside: Outside;
  readonly sessionId: string;
  readonly locale: Locale;
  readonly language: InterpretedLanguage;
  /** What is put, in order; at least one. */
  readonly texts: readonly Translation[];
  readonly staffId: string | null;
}

export type OwnLanguageOutput =
  { readonly outcome: 'back' } | { readonly outcome: 'known'; readonly texts: readonly PutText[] };

interface OwnLanguageContext extends OwnLanguageInput {
  /** Which of the texts is open. */
  readonly at: number;
  readonly put: readonly PutText[];
  readonly played: Played;
  readonly shownToEnd: boolean;
  readonly trouble: SoundTrouble | null;
  /** How often it was begun: another run starts from the beginning. */
  readonly run: number;
  /** Milliseconds of this run that were played before the last pause, and since when it plays (machine's clock). */
  readonly playedBefore: number;
  readonly playingSince: number;
}

/** A player's clock and ours differ a little; what ends sooner than this share of its length was not played out. */
const PLAYED_OUT = 0.9;

const NEW_TEXT = { played: 'nothing', shownToEnd: false, run: 0, playedBefore: 0, playingSince: 0 } as const;

function openText({ texts, at }: Pick<OwnLanguageContext, 'texts' | 'at'>): Translation {
  const text = texts[at];
  if (text === undefined) throw new Error('no text is open');
  return text;
}

function troubleOf(outside: Outside, { sound }: Translation): SoundTrouble | null {
  if (sound === null) return null;
  const state = outside.ports.noticeSounds?.state(sound) ?? 'waiting';
  return state === 'ready' ? null : state;
}

function playedFor({ playedBefore, playingSince, outside }: OwnLanguageContext): number {
  return playedBefore + outside.clock.now() - playingSince;
}

function playedOut(context: OwnLanguageContext): boolean {
  const { sound } = openText(context);
  return sound !== null && playedFor(context) >= sound.seconds * 1_000 * PLAYED_OUT;
}

/** Known by what they say, and by nothing that did not happen. A consent is answered, and nothing else is. */
function isKnown(context: OwnLanguageContext, event: OwnLanguageEvent): boolean {
  if (event.type !== 'NOTICE_KNOWN') return false;
  const { part } = openText(context);
  if (isConsent(part) !== (event.agreed !== null)) return false;
  return event.way === 'heard' ? context.played === 'whole' : context.shownToEnd;
}

const ownLanguageSetup = setup({
  types: {
    context: {} as OwnLanguageContext,
    events: {} as OwnLanguageEvent,
    input: {} as OwnLanguageInput,
    output: {} as OwnLanguageOutput,
  },
  actors: { deadline },
  guards: {
    playable: ({ context }) => {
      const text = openText(context);
      return text.sound !== null && troubleOf(context.outside, text) === null;
    },
    playedOut: ({ context }) => playedOut(context),
    first: ({ context }) => context.at === 0,
    known: ({ context, event }) => isKnown(context, event),
    knownAndLast: ({ context, event }) => isKnown(context, event) && context.at === context.texts.length - 1,
    reader: ({ event }) => event.type === 'CARD_REMOVED' && event.device === 'id-reader',
  },
  actions: {
    begin: assign(({ context }) => ({
      ...{ run: context.run + 1, playedBefore: 0, trouble: null },
      playingSince: context.outside.clock.now(),
      played: context.played === 'nothing' ? ('part' as const) : context.played,
    })),
    goOn: assign(({ context }) => ({ playingSince: context.outside.clock.now() })),
    stop: assign(({ context }) => ({ playedBefore: playedFor(context) })),
    noteWhole: assign({ played: 'whole', playedBefore: 0 }),
    noteFailed: assign({ trouble: 'failed', playedBefore: 0 }),
    noteSound: assign(({ context }) => ({ trouble: troubleOf(context.outside, openText(context)) })),
    noteShown: assign({ shownToEnd: true }),
    keep: assign(({ context, event }) => {
      if (event.type !== 'NOTICE_KNOWN') return {};
      const text = openText(context);
      const { part } = text;
      const put: PutText = {
        part,
        translation: translationDigest(text),
        original: originalDigests(part)[context.locale],
        way: event.way,
        ...{ played: context.played, shownToEnd: context.shownToEnd },
        at: context.outside.ports.now(),
        ...(event.agreed === null ? {} : { agreed: event.agreed }),
      };
      return { put: [...context.put.filter((one) => one.part !== part), put] };
    }),
    auditKnown: ({ context: { outside, sessionId, staffId, put, language } }) => {
      const { part, way, played } = put.at(-1) ?? {};
      if (part === undefined || way === undefined || played === undefined) return;
      outside.ports.queue.audit({
        ...{ event: 'notice.known', sessionId, detail: { language, part, known: way, played } },
        ...(staffId === null ? { actor: 'member' } : { actor: 'staff', staffId }),
      });
    },
    next: assign(({ context }) => ({ ...NEW_TEXT, at: context.at + 1 })),
    forget: assign({ put: [] }),
    before: assign(({ context }) => ({ ...NEW_TEXT, at: context.at - 1 })),
    tellListening: sendParent({ type: 'TOUCHED' }),
  },
});

type At = { readonly context: OwnLanguageContext };

/** Signed-off translations are put to somebody, one after the other. */
export const ownLanguageMachine = ownLanguageSetup.createMachine({
  id: 'own-language',
  options: { maxIterations: 20 },
  context: ({ input }) => ({
    ...input,
    ...NEW_TEXT,
    at: 0,
    put: [],
    trouble: troubleOf(input.outside, openText({ ...input, at: 0 })),
  }),
  initial: 'text',
  states: {
    text: {
      id: 'text',
      initial: 'silent',
      on: {
        NOTICE_SHOWN: { actions: 'noteShown' },
        NOTICE_KNOWN: [
          { guard: 'knownAndLast', target: 'known', actions: ['keep', 'auditKnown'] },
          { guard: 'known', target: '.silent', actions: ['keep', 'auditKnown', 'next', 'noteSound'] },
        ],
        BACK: [
          { guard: 'first', target: 'back', actions: 'forget' },
          { target: '.silent', actions: ['before', 'noteSound'] },
        ],
      },
      states: {
        silent: { on: { NOTICE_PLAY: { guard: 'playable', target: 'playing', actions: 'begin' } } },
        playing: {
          invoke: [
            {
              id: 'sound-overdue',
              src: 'deadline',
              input: ({ context }: At) =>
                inTime(
                  context.outside,
                  (openText(context).sound?.seconds ?? 0) * 1_000 -
                    context.playedBefore +
                    context.outside.delays.soundOverdue,
                  { type: 'SOUND_OVERDUE' },
                ),
            },
          ],
          exit: 'stop',
          on: {
            NOTICE_PAUSE: 'paused',
            HUSH: 'paused',
            CARD_REMOVED: { guard: 'reader', target: 'paused' },
            NOTICE_AGAIN: { target: 'playing', reenter: true, actions: 'begin' },
            NOTICE_ENDED: [
              { guard: 'playedOut', target: 'silent', actions: 'noteWhole' },
              { target: 'silent', actions: 'noteFailed' },
            ],
            NOTICE_FAILED: { target: 'silent', actions: 'noteFailed' },
            SOUND_OVERDUE: { target: 'silent', actions: 'noteFailed' },
          },
          initial: 'listening',
          states: {
            /** Whoever listens is there, though they touch nothing. */
            listening: {
              invoke: {
                id: 'listening-due',
                src: 'deadline',
                input: ({ context: { outside } }: At) =>
                  inTime(outside, outside.delays.listening, { type: 'LISTENING_DUE' }),
              },
              on: { LISTENING_DUE: { target: 'listening', reenter: true, actions: 'tellListening' } },
            },
          },
        },
        paused: {
          on: {
            NOTICE_PLAY: { guard: 'playable', target: 'playing', actions: 'goOn' },
            NOTICE_AGAIN: { guard: 'playable', target: 'playing', actions: 'begin' },
          },
        },
      },
    },
    known: { type: 'final' },
    back: { type: 'final' },
  },
  output: ({ context: { put } }) =>
    put.length === 0 ? { outcome: 'back' } : { outcome: 'known', texts: put },
});

export type OwnLanguageSnapshot = SnapshotFrom<typeof ownLanguageMachine>;

/** The page of the text that is open. */
export function ownLanguageScreen(snapshot: OwnLanguageSnapshot): OwnLanguageScreen {
  const { context } = snapshot;
  const { language, at, texts, played, run, trouble, shownToEnd } = context;
  const { part, text, sound, signedOffBy, signedOffOn } = openText(context);
  return {
    id: 'own-language',
    ...{ language, part, text, shownToEnd, signedOffBy, signedOffOn },
    at: at + 1,
    of: texts.length,
    sound:
      sound === null
        ? null
        : {
            ...{ digest: sound.digest, seconds: sound.seconds, played, run, trouble },
            playing: snapshot.matches({ text: 'playing' }),
            paused: snapshot.matches({ text: 'paused' }),
            here: true,
          },
  };
}
