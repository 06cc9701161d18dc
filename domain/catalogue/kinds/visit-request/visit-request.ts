import { z } from 'zod';
import { DISTRICTS } from '../../../registration/answers.ts';
import { email } from '../../../registration/fields.ts';
import { ok, fail } from '../../../result.ts';
import { type Label, message } from '../../ask.ts';
import type { Definition, Facts } from '../../definition.ts';
import { dayLabel } from '../../shared/day-label.ts';
import { optionsOf } from '../../shared/options.ts';
import { named, people, telephone, VISIT_PARAMETERS, weeksFrom } from './rules.ts';

const PURPOSES = ['register-employees', 'training-employees', 'training-staff', 'site-station'] as const;
const TIMES = ['morning', 'midday', 'afternoon', 'evening'] as const;
const LANGUAGES = [
  'cantonese',
  'english',
  'putonghua',
  'bahasa-indonesia',
  'hindi',
  'nepali',
  'punjabi',
  'tagalog',
  'thai',
  'urdu',
  'vietnamese',
] as const;
const NO_WEEK = 'any';

const detailsSchema = z.strictObject({
  purpose: z.enum(PURPOSES),
  company: z.string().min(1).max(80),
  district: z.enum(DISTRICTS),
  people: z.number().int().min(1).max(VISIT_PARAMETERS.mostPeople),
  /** Monday of the week; null: any. */
  week: z.iso.date().nullable(),
  time: z.enum(TIMES),
  /** Languages the people need, in the order of the list. */
  languages: z.array(z.enum(LANGUAGES)).min(1),
  contact: z.strictObject({
    name: z.string().min(1).max(80),
    countryCode: z.literal('852'),
    telephone: z.string().regex(/^[2-9]\d{7}$/),
    email: z.email().max(254).nullable(),
  }),
});

function weekLabel(monday: string): Label {
  return monday === NO_WEEK ? message('ask.visit-request.week.option.any') : dayLabel(monday);
}

const weekCodes = ({ today }: Facts): readonly string[] => [...weeksFrom(today), NO_WEEK];
const typed = (keyboard: 'latin' | 'digits') => () =>
  ({ type: 'text', keyboard, lines: 1, optional: false }) as const;

/** An employer asks the outreach team to come (facts/domain.md §2.4); nobody needs to be identified. */
export const visitRequest: Definition<z.infer<typeof detailsSchema>> = {
  kind: 'visit-request',
  schemaVersion: 1,
  details: detailsSchema,
  sources: ['§2.4', '§7'],
  steps: [
    {
      id: 'purpose',
      ask: () => ({ type: 'choice', options: optionsOf('ask.visit-request.purpose', PURPOSES) }),
    },
    { id: 'company', ask: typed('latin'), check: named },
    {
      id: 'district',
      ask: () => ({
        type: 'choice',
        options: DISTRICTS.map((code) => ({ code, label: message(`district.${code}`) })),
      }),
    },
    { id: 'people', ask: typed('digits'), check: people },
    {
      id: 'languages',
      ask: () => ({ type: 'several', options: optionsOf('ask.visit-request.languages', LANGUAGES) }),
      check: (value) => (value === '' ? fail('visit-language-needed') : ok(value)),
    },
    {
      id: 'week',
      ask: (facts) => ({
        type: 'choice',
        options: weekCodes(facts).map((code) => ({ code, label: weekLabel(code) })),
      }),
    },
    { id: 'time', ask: () => ({ type: 'choice', options: optionsOf('ask.visit-request.time', TIMES) }) },
    { id: 'contact-name', ask: typed('latin'), check: named },
    { id: 'telephone', ask: typed('digits'), check: telephone },
    {
      id: 'email',
      ask: () => ({ type: 'text', keyboard: 'email', lines: 1, optional: true }),
      check: (value) => (value === '' ? ok(value) : email(value)),
    },
  ],
  build: ({ answers }) => ({
    purpose: answers['purpose'],
    company: answers['company'],
    district: answers['district'],
    people: Number(answers['people']),
    week: answers['week'] === NO_WEEK ? null : answers['week'],
    time: answers['time'],
    languages: (answers['languages'] ?? '').split(','),
    contact: {
      name: answers['contact-name'],
      countryCode: '852',
      telephone: answers['telephone'],
      email: answers['email'] === '' ? null : answers['email'],
    },
  }),
  tell: () => [message('ask.visit-request.told')],
};
