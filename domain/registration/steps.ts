import type { FieldErrorCode } from '../codes.ts';
import type { Failure, Result } from '../result.ts';
import {
  CONTACT_CHANNELS,
  DISTRICTS,
  EMPLOYER_ANSWERS,
  type ContactChannel,
  type RegistrationAnswers,
  type RegistrationStep,
} from './answers.ts';
import * as fields from './fields.ts';
import { LOCALES } from '../locale.ts';
import type { IdentifiedMember } from './draft.ts';

/** Asked of nobody, and there to be added from the review page: hardly anybody has it, and each page costs everybody. */
const ONLY_ADDED: readonly RegistrationStep[] = ['former-name'];
const CHINESE_STEPS: readonly RegistrationStep[] = ['chinese-codes', 'chinese-characters'];
const CONTACT_STEPS: Readonly<Record<ContactChannel, readonly RegistrationStep[]>> = {
  mobile: ['mobile', 'mobile-again'],
  email: ['email'],
  post: ['address', 'district'],
};

/** Where each page keeps its answer. */
const ANSWER_KEYS = {
  surname: 'surname',
  'given-names': 'givenNames',
  'chinese-codes': 'chineseCodes',
  'chinese-characters': 'chineseCharacters',
  'former-name': 'formerName',
  'date-of-birth': 'dateOfBirth',
  'contact-channel': 'contactChannel',
  mobile: 'mobile',
  'mobile-again': 'mobileAgain',
  email: 'email',
  address: 'address',
  district: 'district',
  employer: 'employer',
  'communication-language': 'communicationLanguage',
  'optional-uses': 'optionalUses',
} as const satisfies Record<RegistrationStep, keyof RegistrationAnswers>;

/** What the rules of an answer may look at besides the answer itself. */
export interface AnswerContext {
  readonly answers: RegistrationAnswers;
  /** ISO date in Hong Kong (`hongKongDate`). */
  readonly today: string;
}

/**
 * The pages of this registration, in order. A document gives the name and the birth date, a typed number does not;
 * contact is one of mobile, e-mail and post (facts/wording.md, *People and how to serve them*).
 */
export function stepsFor(
  identified: IdentifiedMember,
  answers: RegistrationAnswers,
): readonly RegistrationStep[] {
  return [
    ...(identified.means === 'typed' ? nameSteps(answers) : []),
    'contact-channel',
    ...(answers.contactChannel === undefined ? [] : CONTACT_STEPS[answers.contactChannel]),
    ...(answers.broughtEmployment === undefined ? [] : (['employer'] as const)),
    'communication-language',
    'optional-uses',
  ];
}

/** What the card would have said. The characters are picked once there are codes to pick them by. */
function nameSteps({ chineseCodes = '' }: RegistrationAnswers): readonly RegistrationStep[] {
  const picked: readonly RegistrationStep[] = chineseCodes === '' ? [] : ['chinese-characters'];
  return ['surname', 'given-names', 'chinese-codes', ...picked, 'date-of-birth'];
}

/** The pages that "change" may open: those of this registration, and what can be added to it. */
export function changeableSteps(
  identified: IdentifiedMember,
  answers: RegistrationAnswers,
): readonly RegistrationStep[] {
  return [...stepsFor(identified, answers), ...ONLY_ADDED];
}

/** What was answered on a page, normalised; `undefined` when it was not answered yet. */
export function answerTo(answers: RegistrationAnswers, step: RegistrationStep): string | undefined {
  return answers[ANSWER_KEYS[step]];
}

/** The first page still to be answered, or null when none is. */
export function firstOpenStep(
  identified: IdentifiedMember,
  answers: RegistrationAnswers,
): RegistrationStep | null {
  return stepsFor(identified, answers).find((step) => answerTo(answers, step) === undefined) ?? null;
}

/**
 * The pages that "change" on a row of the review page leads through before it comes back: one row stands for both
 * names, for the number typed twice, for the address and its district.
 */
export function stepsChangedTogether(step: RegistrationStep): readonly RegistrationStep[] {
  const together: readonly (readonly RegistrationStep[])[] = [
    ['surname', 'given-names'],
    CHINESE_STEPS,
    CONTACT_STEPS.mobile,
    CONTACT_STEPS.post,
  ];
  return together.find((steps) => steps.includes(step)) ?? [step];
}

/**
 * Checks one answer as typed.
 *
 * @returns the normalised answer, which is what `applyAnswer` takes and the payload carries; or the code of what is
 *   wrong, key of its message
 */
export function checkAnswer(
  step: RegistrationStep,
  raw: string,
  context: AnswerContext,
): Result<string, Failure<FieldErrorCode>> {
  switch (step) {
    case 'surname':
      return fields.surname(raw);
    case 'given-names':
      return fields.givenNames(raw);
    case 'chinese-codes':
      return fields.chineseCodes(raw);
    case 'chinese-characters':
      return fields.chineseCharacters(raw, context.answers.chineseCodes);
    case 'former-name':
      return fields.formerName(raw);
    case 'date-of-birth':
      return fields.dateOfBirth(raw, context.today);
    case 'contact-channel':
      return fields.oneOf(CONTACT_CHANNELS, raw);
    case 'mobile':
      return fields.mobile(raw);
    case 'mobile-again':
      return fields.mobileAgain(raw, context.answers.mobile);
    case 'email':
      return fields.email(raw);
    case 'address':
      return fields.address(raw);
    case 'district':
      return fields.oneOf(DISTRICTS, raw);
    case 'employer':
      return fields.oneOf(EMPLOYER_ANSWERS, raw);
    case 'communication-language':
      return fields.oneOf(LOCALES, raw);
    case 'optional-uses':
      return fields.optionalUses(raw);
  }
}

/**
 * The answers with one more, or one changed. Answers that no longer apply are dropped, not kept unseen: those of
 * another contact channel, and the repetition of a mobile number that is now another.
 *
 * @param value as returned by `checkAnswer` for the same step
 * @throws RangeError for a channel, district or language that `checkAnswer` would have refused
 */
export function applyAnswer(
  answers: RegistrationAnswers,
  step: RegistrationStep,
  value: string,
): RegistrationAnswers {
  switch (step) {
    case 'contact-channel': {
      const contactChannel = known(CONTACT_CHANNELS, value);
      if (contactChannel === answers.contactChannel) return answers;
      return { ...without(answers, Object.values(CONTACT_STEPS).flat()), contactChannel };
    }
    case 'chinese-codes':
      return value === answers.chineseCodes
        ? answers
        : { ...without(answers, ['chinese-characters']), chineseCodes: value };
    case 'mobile':
      return value === answers.mobile ? answers : { ...without(answers, ['mobile-again']), mobile: value };
    case 'district':
      return { ...answers, district: known(DISTRICTS, value) };
    case 'employer':
      return { ...answers, employer: known(EMPLOYER_ANSWERS, value) };
    case 'communication-language':
      return { ...answers, communicationLanguage: known(LOCALES, value) };
    case 'surname':
    case 'given-names':
    case 'chinese-characters':
    case 'former-name':
    case 'date-of-birth':
    case 'mobile-again':
    case 'email':
    case 'address':
    case 'optional-uses':
      return { ...answers, [ANSWER_KEYS[step]]: value };
  }
}

function without(answers: RegistrationAnswers, steps: readonly RegistrationStep[]): RegistrationAnswers {
  const dropped = new Set<string>(steps.map((step) => ANSWER_KEYS[step]));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !dropped.has(key)));
}

function known<const Code extends string>(codes: readonly Code[], value: string): Code {
  const code = codes.find((candidate) => candidate === value);
  if (code === undefined) throw new RangeError('applyAnswer takes what checkAnswer returned');
  return code;
}

/** True when every page has its answer and the mobile number was typed twice alike. */
export function isComplete(identified: IdentifiedMember, answers: RegistrationAnswers): boolean {
  return (
    firstOpenStep(identified, answers) === null &&
    (answers.contactChannel !== 'mobile' || answers.mobile === answers.mobileAgain)
  );
}
