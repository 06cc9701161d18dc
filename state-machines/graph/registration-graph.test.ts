import { describe, expect, it } from 'vitest';
import { REGISTRATION_STEPS, type RegistrationStep } from '../../domain/registration/answers.ts';
import type { IdentifiedMember } from '../../domain/registration/draft.ts';
import { isComplete } from '../../domain/registration/steps.ts';
import {
  registrationMachine,
  registrationPage,
  type RegistrationEvent,
  type RegistrationInput,
  type RegistrationSnapshot,
} from '../registration.machine.ts';
import { adult01, EMAIL, MOBILE, typedNumber } from '../testing/people.ts';
import { outsideOfGraph } from './stub.ts';
import { leadsTo, walk, type Walk } from './walk.ts';

const outside = outsideOfGraph();

/** Right answers to every page, and one that is wrong everywhere but where nothing can be wrong. */
const ANSWERS: Readonly<Record<RegistrationStep, readonly string[]>> = {
  surname: ['QUILLFEATHER', ''],
  'given-names': [''],
  'chinese-codes': ['7115', '', '71'],
  'chinese-characters': ['陳', '大'],
  'former-name': ['LEE', '1'],
  'date-of-birth': ['1961-04', '1961-13'],
  'contact-channel': ['mobile', 'email', 'post', ''],
  mobile: [MOBILE, '12'],
  'mobile-again': [MOBILE, '91820735'],
  email: [EMAIL, 'nothing'],
  address: ['1 Test Lane\nTest Court', ''],
  district: ['sai-kung', ''],
  'communication-language': ['zh-Hant', ''],
  'optional-uses': [''],
};

function events(snapshot: RegistrationSnapshot): readonly RegistrationEvent[] {
  const step = registrationPage(snapshot)?.step;
  const values = step === undefined ? [] : ANSWERS[step];
  return [
    ...values.map((value) => ({ type: 'ANSWER', value, byStaff: false }) as const),
    { type: 'FIELD_DRAFT', value: '9' },
    { type: 'BACK' },
  ];
}

function walkFrom(
  identified: IdentifiedMember,
  start: Partial<RegistrationInput> = {},
): Walk<typeof registrationMachine> {
  return walk(registrationMachine, {
    input: { outside, identified, answers: {}, byStaff: [], startAt: null, changing: false, ...start },
    events,
    distinguish: ({ context }) => [context.answers, context.error],
  });
}

const byReader = { means: 'reader', document: adult01 } as const;
const byTyping = { means: 'typed', number: typedNumber } as const;
const answered = {
  surname: 'QUILLFEATHER',
  givenNames: '',
  chineseCodes: '',
  dateOfBirth: '1961-04',
  contactChannel: 'mobile',
  mobile: '91820735',
  mobileAgain: '91820735',
  communicationLanguage: 'en',
  optionalUses: '',
} as const;

function wentBack({ output }: RegistrationSnapshot): boolean {
  return output !== undefined && 'back' in output;
}

const walks = [
  walkFrom(byReader),
  walkFrom(byTyping),
  ...REGISTRATION_STEPS.map((startAt) => walkFrom(byTyping, { answers: answered, startAt, changing: true })),
];
const states = walks.flatMap((one) => [...one.states.values()]);
const open = states.filter((state) => state.status === 'active');

describe('the graph of the registration', () => {
  it('is walked whole: every state is reached', () => {
    const visited = new Set(walks.flatMap((one) => [...one.visited]));
    expect([...(walks[0]?.all ?? [])].filter((id) => !visited.has(id))).toEqual([]);
  });

  it('has a page for every state', () => {
    expect(open.filter((state) => registrationPage(state) === null).map(({ value }) => value)).toEqual([]);
  });

  it('can be left backwards from every page', () => {
    const stuck = open.filter(
      (state) =>
        !leadsTo(registrationMachine, state, [{ type: 'BACK' }], ({ status }) => status === 'done', 15),
    );
    expect(stuck.map(({ value }) => value)).toEqual([]);
  });

  it('is complete only with every page answered by the rules', () => {
    const ends = states.filter((state) => state.status === 'done' && !wentBack(state));
    expect(ends.length).toBeGreaterThan(0);
    const incomplete = ends.filter(({ context }) => !isComplete(context.identified, context.answers));
    expect(incomplete.map(({ value }) => value)).toEqual([]);
  });

  it('gives back what was there before when a change is given up', () => {
    const changes = walks.slice(2).flatMap((one) => [...one.states.values()]);
    const given = changes.filter((state) => state.status === 'done' && wentBack(state));
    expect(given.length).toBeGreaterThan(0);
    expect(given.map((state) => state.output?.answers)).toEqual(given.map(() => answered));
  });
});
