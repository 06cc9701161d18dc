import { z } from 'zod';
import { email, mobile, mobileAgain } from '../../registration/fields.ts';
import { LOCALES } from '../../locale.ts';
import { message } from '../ask.ts';
import type { Answers, Facts, Step } from '../definition.ts';
import { optionsOf } from './options.ts';

/** How somebody hears the answer to what they left; steps `answer-by` to `answer-language`, words `ask.answer.*`. */
export const ANSWER_CHANNELS = ['mobile', 'email', 'none'] as const;
export type AnswerChannel = (typeof ANSWER_CHANNELS)[number];

export const answerContactSchema = z.discriminatedUnion('channel', [
  z.strictObject({
    channel: z.literal('mobile'),
    countryCode: z.literal('852'),
    mobile: z.string().regex(/^\d{8}$/),
    /** Typed twice and alike; not confirmed by SMS. */
    verification: z.literal('typed-twice'),
    language: z.enum(LOCALES),
  }),
  z.strictObject({
    channel: z.literal('email'),
    email: z.email().max(254),
    verification: z.literal('none'),
    language: z.enum(LOCALES),
  }),
  z.strictObject({ channel: z.literal('none') }),
]);

const by =
  (channel: AnswerChannel) =>
  ({ answers }: Facts): boolean =>
    answers['answer-by'] === channel;

/** @param channels the ways that a kind offers, in the order in which they are shown */
export function answerSteps(channels: readonly AnswerChannel[]): readonly Step[] {
  return [
    {
      id: 'answer-by',
      words: 'ask.answer.by',
      ask: () => ({ type: 'choice', options: optionsOf('ask.answer.by', channels) }),
    },
    {
      id: 'answer-mobile',
      words: 'ask.answer.mobile',
      when: by('mobile'),
      ask: () => ({ type: 'text', keyboard: 'digits', lines: 1, optional: false }),
      check: (value) => mobile(value),
    },
    {
      id: 'answer-mobile-again',
      words: 'ask.answer.mobile-again',
      when: by('mobile'),
      ask: () => ({ type: 'text', keyboard: 'digits', lines: 1, optional: false }),
      check: (value, { answers }) => mobileAgain(value, answers['answer-mobile']),
      describe: () => [],
    },
    {
      id: 'answer-email',
      words: 'ask.answer.email',
      when: by('email'),
      ask: () => ({ type: 'text', keyboard: 'email', lines: 1, optional: false }),
      check: (value) => email(value),
    },
    {
      id: 'answer-language',
      words: 'ask.answer.language',
      when: ({ answers }) => answers['answer-by'] !== undefined && answers['answer-by'] !== 'none',
      ask: () => ({
        type: 'choice',
        options: LOCALES.map((code) => ({ code, label: message(`communication-language.${code}`) })),
      }),
    },
  ];
}

/** The contact out of complete answers. */
export function answerContact(answers: Answers): unknown {
  const language = answers['answer-language'];
  switch (answers['answer-by']) {
    case 'mobile':
      return {
        channel: 'mobile',
        countryCode: '852',
        mobile: answers['answer-mobile'],
        verification: 'typed-twice',
        language,
      };
    case 'email':
      return { channel: 'email', email: answers['answer-email'], verification: 'none', language };
    default:
      return { channel: answers['answer-by'] };
  }
}
