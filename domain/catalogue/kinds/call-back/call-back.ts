import { z } from 'zod';
import { mobile } from '../../../registration/fields.ts';
import { spacedMobile } from '../../../registration/review.ts';
import { literal, message } from '../../ask.ts';
import type { Definition } from '../../definition.ts';

const TOPICS = ['general', 'contributions', 'registration', 'withdrawal'] as const;
const TIMES = ['morning', 'afternoon', 'evening'] as const;
const LANGUAGES = ['cantonese', 'english', 'putonghua', 'other'] as const;

const detailsSchema = z.strictObject({
  /** Contributions go to the contribution hotline, everything else to the general one (facts/domain.md §2.4). */
  topic: z.enum(TOPICS),
  countryCode: z.literal('852'),
  telephone: z.string().regex(/^\d{8}$/),
  time: z.enum(TIMES),
  language: z.enum(LANGUAGES),
});

function options(step: string, codes: readonly string[]) {
  return codes.map((code) => ({ code, label: message(`ask.call-back.${step}.option.${code}`) }));
}

/** "Please call me": for whoever got stuck, or gave up on the hotline. Needs nobody identified. */
export const callBack: Definition<z.infer<typeof detailsSchema>> = {
  kind: 'call-back',
  schemaVersion: 1,
  details: detailsSchema,
  sources: ['§2.4'],
  steps: [
    { id: 'topic', ask: () => ({ type: 'choice', options: options('topic', TOPICS) }) },
    {
      id: 'telephone',
      ask: () => ({ type: 'text', keyboard: 'digits', lines: 1, optional: false }),
      check: (value) => mobile(value),
      describe: (value) => [literal(spacedMobile(value))],
    },
    { id: 'time', ask: () => ({ type: 'choice', options: options('time', TIMES) }) },
    { id: 'language', ask: () => ({ type: 'choice', options: options('language', LANGUAGES) }) },
  ],
  build: ({ answers }) => ({
    topic: answers['topic'],
    countryCode: '852',
    telephone: answers['telephone'],
    time: answers['time'],
    language: answers['language'],
  }),
};
