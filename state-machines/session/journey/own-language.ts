import { IDS } from '../guards/ids.ts';
import { CONSENT_PARTS, NOTICE_PARTS, textsFor } from '../about-member/own-language.ts';
import { sessionSetup } from '../setup.ts';
import type { SessionContext } from '../context/context.ts';
import type { TranslatedPart } from '../../../domain/notices/translation.ts';

function inputOf(context: SessionContext, parts: readonly TranslatedPart[]) {
  const { outside, visit, locale } = context;
  const texts = textsFor(context, parts);
  // Only entered while they are there; the machine cannot say so in its types.
  if (texts === null || visit.own === null) throw new Error('a language that is not offered');
  return {
    ...{ outside, locale, texts },
    sessionId: visit.sessionId ?? '',
    language: visit.own.language,
    staffId: visit.assist?.staffId ?? null,
  };
}

/** Page events that the child takes, only while nothing covers the page. */
const toOwnLanguage = { guard: 'uncovered', actions: 'passToOwnLanguage' } as const;

const heard = {
  NOTICE_PLAY: toOwnLanguage,
  NOTICE_PAUSE: toOwnLanguage,
  NOTICE_AGAIN: toOwnLanguage,
  NOTICE_ENDED: { actions: 'passToOwnLanguage' },
  NOTICE_FAILED: { actions: 'passToOwnLanguage' },
  NOTICE_SHOWN: { actions: 'passToOwnLanguage' },
  HUSH: { actions: 'passToOwnLanguage' },
  CARD_REMOVED: { actions: 'passToOwnLanguage' },
  BACK: toOwnLanguage,
} as const;

/** The notice before anything is collected; staff may hold the visit, as they do on the page in the screen's words. */
export const ownNotice = sessionSetup.createStateConfig({
  id: IDS.ownNotice,
  always: { guard: 'ownWordsGone', target: 'notice', actions: 'dropOwnLanguage' },
  invoke: {
    id: 'own-language',
    src: 'ownLanguage',
    input: ({ context }) => inputOf(context, NOTICE_PARTS),
    onDone: [
      {
        guard: ({ event }) => event.output.outcome === 'back',
        target: 'notice',
        actions: 'dropOwnLanguage',
      },
      {
        guard: 'cardWasRead',
        target: 'identified',
        actions: ['noticeRead', { type: 'keepPut', params: ({ event }) => ({ output: event.output }) }],
      },
      {
        target: 'identify',
        actions: [
          'noticeRead',
          'identifyByReader',
          { type: 'keepPut', params: ({ event }) => ({ output: event.output }) },
        ],
      },
    ],
  },
  on: { ...heard, NOTICE_KNOWN: toOwnLanguage },
});

/** Each consent for itself, then the declaration: staff prepare, the member answers (DESIGN.md, *Assurance*). */
export const ownConsents = sessionSetup.createStateConfig({
  id: IDS.ownConsents,
  always: { guard: 'ownWordsGone', target: 'review' },
  invoke: {
    id: 'own-language',
    src: 'ownLanguage',
    input: ({ context }) => inputOf(context, CONSENT_PARTS),
    onDone: [
      { guard: ({ event }) => event.output.outcome === 'back', target: 'review' },
      {
        target: 'declare',
        actions: { type: 'keepPut', params: ({ event }) => ({ output: event.output }) },
      },
    ],
  },
  on: {
    ...heard,
    NOTICE_KNOWN: { guard: 'memberMayDeclare', actions: 'passToOwnLanguage' },
    NUMBER_REFUSED: { guard: 'typedNumber', target: 'identify', actions: 'correctNumber' },
  },
});
