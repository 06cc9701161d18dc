import { describe, expect, it } from 'vitest';
import { REGISTRATION_STEPS, type RegistrationStep } from '../../../domain/registration/answers.ts';
import type { IdentifiedMember } from '../../../domain/registration/draft.ts';
import { isComplete } from '../../../domain/registration/steps.ts';
import { mobileCodeMachine, type MobileCodeOutput } from '../../mobile-code.machine.ts';
import {
  registrationMachine,
  registrationPage,
  type RegistrationEvent,
  type RegistrationInput,
  type RegistrationSnapshot,
} from '../../registration.machine.ts';
import { adult01, EMAIL, MOBILE, typedNumber } from '../../testing/people.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { neverOver, walk, type Walk } from '../walk.ts';

const outside = outsideOfGraph();
/** Where the platform sends codes. */
const sending = outsideOfGraph();
sending.ports.queue.sendMobileCode = () => Promise.reject(new Error('a graph asks nobody'));

const machine = registrationMachine.provide({ actors: { mobileCode: silent(mobileCodeMachine) } });
const EVIDENCE = { sessionId: 'this-visit', token: 'a.signed.word.of.the.gateway' };
const CONFIRMING = { sessionId: 'this-visit', locale: 'en', online: true } as const;
/** Every output of the page with the code. */
const OUTPUTS: readonly MobileCodeOutput[] = [
  { outcome: 'back' },
  { outcome: 'not-confirmed' },
  { outcome: 'confirmed', evidence: EVIDENCE },
];

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
  employer: ['mine', 'not-mine', ''],
  'communication-language': ['zh-Hant', ''],
  'optional-uses': [''],
};

/** A form was held before the scanner. */
const BROUGHT = {
  type: 'PREFILL',
  drafts: { mobile: MOBILE },
  broughtEmployment: '{"casual":true}',
} as const;

function withForm(snapshot: RegistrationSnapshot): readonly RegistrationEvent[] {
  return [...events(snapshot), ...(snapshot.status === 'active' ? [BROUGHT] : [])];
}

function events(snapshot: RegistrationSnapshot): readonly RegistrationEvent[] {
  const step = registrationPage(snapshot)?.step;
  const values = step === undefined ? [] : ANSWERS[step];
  return [
    ...values.map((value) => ({ type: 'ANSWER', value, byStaff: false }) as const),
    { type: 'FIELD_DRAFT', value: '9' },
    { type: 'BACK' },
    { type: 'CONNECTION', online: false, trouble: 'no-network' },
    ...(OUTPUTS.map((output) => ({
      type: 'xstate.done.actor.mobile-code',
      output,
      actorId: 'mobile-code',
    })) as unknown as readonly RegistrationEvent[]),
  ];
}

function walkFrom(
  identified: IdentifiedMember,
  start: Partial<RegistrationInput> = {},
  eventsOf = events,
): Walk<typeof registrationMachine> {
  return walk(machine, {
    input: { outside, identified, answers: {}, byStaff: [], startAt: null, changing: false, ...start },
    events: eventsOf,
    distinguish: ({ context }) => [
      context.answers,
      context.error,
      context.confirmedMobile,
      context.confirming === undefined ? null : context.online,
    ],
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

/** Back from the page with the code is the child's to say. */
const LEFT_THE_CODE = {
  type: 'xstate.done.actor.mobile-code',
  output: { outcome: 'back' },
  actorId: 'mobile-code',
} as unknown as RegistrationEvent;

function wentBack({ output }: RegistrationSnapshot): boolean {
  return output !== undefined && 'back' in output;
}

const walks = [
  walkFrom(byReader),
  walkFrom(byTyping),
  walkFrom(byReader, { outside: sending, confirming: CONFIRMING }),
  walkFrom(byTyping, {
    outside: sending,
    confirming: CONFIRMING,
    answers: answered,
    startAt: 'mobile',
    changing: true,
  }),
  ...REGISTRATION_STEPS.map((startAt) => walkFrom(byTyping, { answers: answered, startAt, changing: true })),
  walkFrom(byReader, { answers: { contactChannel: 'mobile' } }, withForm),
];
const states = walks.flatMap((one) => [...one.states.values()]);
const open = states.filter((state) => state.status === 'active');

describe('the graph of the registration', () => {
  it('is walked whole: every state is reached', () => {
    const visited = new Set(walks.flatMap((one) => [...one.visited]));
    expect([...(walks[0]?.all ?? [])].filter((id) => !visited.has(id))).toEqual([]);
  });

  it('has a page for every state', () => {
    const asked = open.filter((state) => !state.matches('mobile-code'));
    expect(asked.filter((state) => registrationPage(state) === null).map(({ value }) => value)).toEqual([]);
    // The child has the page there.
    expect(open.filter((state) => state.matches('mobile-code')).length).toBeGreaterThan(0);
  });

  it('can be left backwards from every page', () => {
    const stuck = walks.flatMap((one) => neverOver(one, [LEFT_THE_CODE, { type: 'BACK' }], 15));
    expect(stuck.map(({ value }) => value)).toEqual([]);
  });

  it('is complete only with every page answered by the rules', () => {
    const ends = states.filter((state) => state.status === 'done' && !wentBack(state));
    expect(ends.length).toBeGreaterThan(0);
    const incomplete = ends.filter(({ context }) => !isComplete(context.identified, context.answers));
    expect(incomplete.map(({ value }) => value)).toEqual([]);
  });

  it('asks for a code only where there is a connection, and for a number that was not confirmed', () => {
    const asking = walks.flatMap(({ edges }) =>
      edges.filter(({ from, to }) => !from.matches('mobile-code') && to.matches('mobile-code')),
    );
    expect(asking.length).toBeGreaterThan(0);
    const wrong = asking.filter(
      ({ to: { context } }) =>
        !context.online || context.confirmedMobile?.mobile === (context.answers.mobile ?? ''),
    );
    expect(wrong).toEqual([]);
  });

  it('takes a number for confirmed only by the word of the child', () => {
    const confirmed = walks.flatMap(({ edges }) =>
      edges.filter(
        ({ from, to }) => from.context.confirmedMobile === null && to.context.confirmedMobile !== null,
      ),
    );
    expect(confirmed.length).toBeGreaterThan(0);
    expect(confirmed.filter(({ from }) => !from.matches('mobile-code'))).toEqual([]);
  });

  it('gives back what was there before when a change is given up', () => {
    const changes = walks.slice(3, -1).flatMap((one) => [...one.states.values()]);
    const given = changes.filter((state) => state.status === 'done' && wentBack(state));
    expect(given.length).toBeGreaterThan(0);
    expect(given.map((state) => state.output?.answers)).toEqual(given.map(() => answered));
  });
});
