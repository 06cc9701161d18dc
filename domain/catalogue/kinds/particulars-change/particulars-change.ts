import { z } from 'zod';
import { LOCALES } from '../../../locale.ts';
import { DISTRICTS } from '../../../registration/answers.ts';
import { email, mobile, mobileAgain } from '../../../registration/fields.ts';
import { message } from '../../ask.ts';
import type { Definition, Facts, Step } from '../../definition.ts';
import { bankAccountSchema, bankOf, bankSteps } from '../../shared/bank.ts';
import { optionsOf } from '../../shared/options.ts';
import { building, CHANGEABLE, type Changeable, NEEDS_PROOF, sameAs, street, takenHere } from './rules.ts';

const USES = ['home', 'letters', 'both'] as const;
const line = z.string().max(80);

/** Address, telephone, e-mail and bank account: whoever changes one unseen could take money or letters. */
const isContact = (what: Changeable): boolean => what !== 'language';

const detailsSchema = z
  .strictObject({
    /** Null: stays as it is. */
    address: z
      .strictObject({
        /** Flat, floor and block; empty for a house. */
        unit: line,
        building: line.min(1),
        /** Number and street; empty where estate or village says it all. */
        street: line,
        district: z.enum(DISTRICTS),
        use: z.enum(USES),
      })
      .nullable(),
    mobile: z
      .strictObject({
        countryCode: z.literal('852'),
        mobile: z.string().regex(/^\d{8}$/),
        verification: z.literal('typed-twice'),
      })
      .nullable(),
    email: z.strictObject({ email: z.email().max(254), verification: z.literal('typed-twice') }).nullable(),
    language: z.enum(LOCALES).nullable(),
    bank: bankAccountSchema.nullable(),
    /** The contact known until now hears of it too, so that nobody changes it unseen (DESIGN.md, *Assurance*). */
    noticeToOldContact: z.boolean(),
  })
  .refine((details) => CHANGEABLE.some((what) => details[what] !== null), 'nothing changes')
  .refine(
    (details) =>
      details.noticeToOldContact === CHANGEABLE.some((what) => isContact(what) && details[what] !== null),
    'the old contact hears of exactly what changes it',
  );

const changes = ({ answers }: Facts, what: Changeable): boolean =>
  (answers['what'] ?? '').split(',').includes(what);
const when =
  (what: Changeable) =>
  (facts: Facts): boolean =>
    changes(facts, what);
const toldToOldContact = (facts: Facts): boolean =>
  CHANGEABLE.some((what) => isContact(what) && changes(facts, what));

const text = (keyboard: 'latin' | 'digits' | 'email', optional = false) =>
  ({ type: 'text', keyboard, lines: 1, optional }) as const;

const ADDRESS: readonly Step[] = [
  { id: 'address-unit', when: when('address'), ask: () => text('latin', true) },
  { id: 'address-building', when: when('address'), ask: () => text('latin'), check: building },
  {
    id: 'address-street',
    when: when('address'),
    ask: () => text('latin', true),
    check: (value, { answers }) => street(value, answers),
  },
  {
    id: 'address-district',
    when: when('address'),
    ask: () => ({
      type: 'choice',
      options: DISTRICTS.map((code) => ({ code, label: message(`district.${code}`) })),
    }),
  },
  {
    id: 'address-use',
    when: when('address'),
    ask: () => ({ type: 'choice', options: optionsOf('ask.particulars-change.address-use', USES) }),
  },
];

const CONTACT: readonly Step[] = [
  { id: 'mobile', when: when('mobile'), ask: () => text('digits'), check: (value) => mobile(value) },
  {
    id: 'mobile-again',
    when: when('mobile'),
    ask: () => text('digits'),
    check: (value, { answers }) => mobileAgain(value, answers['mobile']),
    describe: () => [],
  },
  { id: 'email', when: when('email'), ask: () => text('email'), check: (value) => email(value) },
  {
    id: 'email-again',
    when: when('email'),
    ask: () => text('email'),
    check: (value, { answers }) => {
      const again = email(value);
      return again.ok ? sameAs(again.value, answers['email'], 'particulars-email-different') : again;
    },
    describe: () => [],
  },
  {
    id: 'language',
    when: when('language'),
    ask: () => ({
      type: 'choice',
      options: LOCALES.map((code) => ({ code, label: message(`communication-language.${code}`) })),
    }),
  },
];

/** Contact, language and bank account; what needs proof is said before anything is asked (facts/domain.md §3e). */
export const particularsChange: Definition<z.infer<typeof detailsSchema>> = {
  kind: 'particulars-change',
  schemaVersion: 1,
  details: detailsSchema,
  sources: ['§2.2', '§3e', '§6'],
  steps: [
    {
      id: 'proof',
      ask: () => ({
        type: 'statement',
        tone: 'plain',
        paragraphs: [
          message('ask.particulars-change.proof.here'),
          message('ask.particulars-change.proof.elsewhere'),
        ],
        figures: [],
        agree: message('shared.read'),
      }),
    },
    {
      id: 'what',
      ask: () => ({
        type: 'several',
        options: [
          ...optionsOf('ask.particulars-change.what', CHANGEABLE),
          ...optionsOf('ask.particulars-change.what', NEEDS_PROOF).map((option) => ({
            ...option,
            help: message('ask.particulars-change.what.needs-proof'),
          })),
        ],
      }),
      check: takenHere,
    },
    {
      id: 'old-contact',
      when: toldToOldContact,
      ask: () => ({
        type: 'statement',
        tone: 'caution',
        paragraphs: [message('particulars.old-contact'), message('particulars.old-contact.why')],
        figures: [],
        agree: message('shared.understood'),
      }),
    },
    ...ADDRESS,
    ...CONTACT,
    ...bankSteps(when('bank')),
    {
      id: 'bank-account-again',
      when: when('bank'),
      ask: () => text('digits'),
      check: (value, { answers }) => sameAs(value, answers['bank-account'], 'particulars-bank-different'),
      describe: () => [],
    },
  ],
  build: (facts) => {
    const { answers } = facts;
    const only = (what: Changeable, value: unknown): unknown => (changes(facts, what) ? value : null);
    return {
      address: only('address', {
        unit: answers['address-unit'],
        building: answers['address-building'],
        street: answers['address-street'],
        district: answers['address-district'],
        use: answers['address-use'],
      }),
      mobile: only('mobile', {
        countryCode: '852',
        mobile: answers['mobile'],
        verification: 'typed-twice',
      }),
      email: only('email', { email: answers['email'], verification: 'typed-twice' }),
      language: only('language', answers['language']),
      bank: only('bank', bankOf(answers)),
      noticeToOldContact: toldToOldContact(facts),
    };
  },
  tellsOldContact: ({ noticeToOldContact }) => noticeToOldContact,
  bring: () => [message('prepared.id-card')],
  tell: (facts) => (toldToOldContact(facts) ? [message('particulars.old-contact')] : []),
};
