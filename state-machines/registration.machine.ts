import { assign, sendTo, setup, type SnapshotFrom } from 'xstate';
import type { FieldErrorCode } from '../domain/codes.ts';
import {
  REGISTRATION_STEPS,
  type RegistrationAnswers,
  type RegistrationStep,
} from '../domain/registration/answers.ts';
import {
  answerTo,
  changeableSteps,
  applyAnswer,
  checkAnswer,
  firstOpenStep,
  stepsChangedTogether,
  stepsFor,
} from '../domain/registration/steps.ts';
import type { ConfirmedMobile } from '../domain/identity/proof/mobile-code.ts';
import type { Locale } from '../domain/locale.ts';
import { hongKongDate } from '../domain/time.ts';
import type { FlowEvent, FlowFacts, FlowInput, FlowOutput, FlowPage } from './flow-contract.ts';
import { mobileCodeMachine, type MobileCodeEvent, type MobileCodeOutput } from './mobile-code.machine.ts';

/** Events: the flow contract's, and those of the page on which a mobile number is confirmed. */
export type RegistrationEvent =
  | FlowEvent
  /** Something was brought while the pages are open: it stands where nothing was answered or typed. */
  | {
      readonly type: 'PREFILL';
      readonly drafts: Readonly<Partial<Record<RegistrationStep, string>>>;
      readonly broughtEmployment?: string;
    }
  | Extract<MobileCodeEvent, { type: 'RETRY' | 'TYPE_NUMBER' | 'CONNECTION' }>;

export interface RegistrationInput extends FlowInput<RegistrationStep, RegistrationAnswers> {
  /** Whether a mobile number can be confirmed by a code, and for whom; left out: never. */
  readonly confirming?: { readonly sessionId: string; readonly locale: Locale; readonly online: boolean };
  /** Asked elsewhere than on a page here. */
  readonly askedElsewhere?: readonly RegistrationStep[];
  /** Confirmed before, in this visit. */
  readonly confirmedMobile?: ConfirmedMobile | null;
}

type RegistrationOutput = FlowOutput<RegistrationStep, RegistrationAnswers> & ConfirmedFact;

/** What the session keeps besides the answers. */
export interface ConfirmedFact {
  readonly confirmedMobile: ConfirmedMobile | null;
}

type Destination = RegistrationStep | 'mobile-code' | 'complete' | 'back';

interface RegistrationContext
  extends
    Omit<RegistrationInput, 'confirmedMobile'>,
    FlowFacts<RegistrationStep, RegistrationAnswers>,
    ConfirmedFact {
  readonly online: boolean;
  /** As they were on entry; giving up a change restores them. */
  readonly original: FlowFacts<RegistrationStep, RegistrationAnswers> & ConfirmedFact;
  /** Typed and not yet answered, per page. */
  readonly drafts: Readonly<Partial<Record<RegistrationStep, string>>>;
  readonly error: FieldErrorCode | null;
  readonly goTo: Destination;
  /** Pages left behind on the way through a change, the latest last. */
  readonly trail: readonly RegistrationStep[];
}

/** The value of an answer when it is (still) right, undefined when the page has to be asked. */
function settledAnswer(context: RegistrationContext, step: RegistrationStep): string | undefined {
  const value = answerTo(context.answers, step);
  if (value === undefined) return undefined;
  return checkAnswer(step, value, ruleContext(context)).ok ? value : undefined;
}

function ruleContext(context: RegistrationContext): { answers: RegistrationAnswers; today: string } {
  return { answers: context.answers, today: hongKongDate(context.outside.ports.now()) };
}

/** The number in the answers is the one that a code was typed for. */
function isMobileConfirmed({ answers, confirmedMobile }: RegistrationContext): boolean {
  return confirmedMobile !== null && confirmedMobile.mobile === answers.mobile;
}

/** Whoever comes back to the number that they confirmed need not type it twice after all. */
function withConfirmed(
  { confirmedMobile }: ConfirmedFact,
  answers: RegistrationAnswers,
): RegistrationAnswers {
  const { mobile } = answers;
  return mobile !== undefined && confirmedMobile?.mobile === mobile
    ? applyAnswer(answers, 'mobile-again', mobile)
    : answers;
}

function mayConfirm(context: RegistrationContext): boolean {
  const { confirming, online, outside } = context;
  return confirming !== undefined && online && outside.ports.queue.sendMobileCode !== undefined;
}

/** The pages of this registration: whoever confirmed their number does not type it again. */
function pagesOf(context: RegistrationContext): readonly RegistrationStep[] {
  const { askedElsewhere = [] } = context;
  const all = stepsFor(context.identified, context.answers);
  const steps = all.filter((step) => !askedElsewhere.includes(step));
  return isMobileConfirmed(context) ? steps.filter((step) => step !== 'mobile-again') : steps;
}

function firstUnsettled(context: RegistrationContext): RegistrationStep | null {
  const steps = pagesOf(context);
  return steps.find((step) => settledAnswer(context, step) === undefined) ?? null;
}

/** After an answer: the next page in order; on a change only what belongs to it, then whatever it left open. */
function destinationAfter(context: RegistrationContext, step: RegistrationStep): Destination {
  const steps = pagesOf(context);
  if (step === 'mobile' && mayConfirm(context) && !isMobileConfirmed(context)) return 'mobile-code';
  const inOrder =
    context.changing && context.startAt !== null ? stepsChangedTogether(context.startAt) : steps;
  const following = inOrder.slice(inOrder.indexOf(step) + 1).filter((later) => steps.includes(later));
  const next = inOrder.includes(step) ? following[0] : undefined;
  return next ?? firstUnsettled(context) ?? 'complete';
}

function destinationBefore(context: RegistrationContext, step: RegistrationStep): Destination {
  if (context.changing) return context.trail.at(-1) ?? 'back';
  const steps = pagesOf(context);
  return steps[steps.indexOf(step) - 1] ?? 'back';
}

function firstPage(input: RegistrationInput): RegistrationStep {
  const steps = stepsFor(input.identified, input.answers);
  const { startAt, identified, answers } = input;
  if (startAt !== null && changeableSteps(identified, answers).includes(startAt)) return startAt;
  return firstOpenStep(input.identified, input.answers) ?? steps[0] ?? 'contact-channel';
}

interface AtStep {
  readonly step: RegistrationStep;
}

const registrationSetup = setup({
  types: {
    context: {} as RegistrationContext,
    events: {} as RegistrationEvent,
    input: {} as RegistrationInput,
    output: {} as RegistrationOutput,
  },
  actors: { mobileCode: mobileCodeMachine },
  guards: {
    goesTo: ({ context }, { to }: { readonly to: Destination }) => context.goTo === to,
    answerIsRight: ({ context, event }, { step }: AtStep) =>
      event.type === 'ANSWER' && checkAnswer(step, event.value, ruleContext(context)).ok,
  },
  actions: {
    keepDraft: assign({
      drafts: ({ context, event }, { step }: AtStep) =>
        event.type === 'FIELD_DRAFT' ? { ...context.drafts, [step]: event.value } : context.drafts,
    }),
    keepAnswer: assign(({ context, event }, { step }: AtStep) => {
      if (event.type !== 'ANSWER') return {};
      const checked = checkAnswer(step, event.value, ruleContext(context));
      if (!checked.ok) return {};
      const { [step]: _answered, ...drafts } = context.drafts;
      const others = context.byStaff.filter((other) => other !== step);
      const answered: RegistrationContext = {
        ...context,
        answers: withConfirmed(context, applyAnswer(context.answers, step, checked.value)),
        byStaff: event.byStaff ? [...others, step] : others,
        drafts,
        error: null,
        trail: [...context.trail, step],
      };
      return { ...answered, goTo: destinationAfter(answered, step) };
    }),
    /** Wrong input stays on the page with the reason beside it (facts/kiosk-ux.md §3.2). */
    keepWrongAnswer: assign(({ context, event }, { step }: AtStep) => {
      if (event.type !== 'ANSWER') return {};
      const checked = checkAnswer(step, event.value, ruleContext(context));
      if (checked.ok) return {};
      return { error: checked.code, drafts: { ...context.drafts, [step]: event.value } };
    }),
    goBack: assign(({ context }, { step }: AtStep) => ({
      goTo: destinationBefore(context, step),
      error: null,
      trail: context.trail.slice(0, -1),
    })),
    prefill: assign(({ context, event }) => {
      if (event.type !== 'PREFILL') return {};
      const { broughtEmployment } = event;
      const typed = Object.entries(context.drafts).filter(([, text]) => text.trim() !== '');
      return {
        drafts: { ...event.drafts, ...Object.fromEntries(typed) },
        answers: {
          ...context.answers,
          ...(broughtEmployment === undefined ? {} : { broughtEmployment }),
        },
      };
    }),
    noteConnection: assign(({ event }) => (event.type === 'CONNECTION' ? { online: event.online } : {})),
    passToMobileCode: sendTo('mobile-code', ({ event }) => event),
    /** Confirmed: it stands as if it had been typed once more; otherwise it is. */
    afterCode: assign(({ context }, { output }: { readonly output: MobileCodeOutput }) => {
      const { mobile } = context.answers;
      if (output.outcome === 'back' || mobile === undefined) {
        return { goTo: 'mobile' as const, trail: context.trail.slice(0, -1) };
      }
      if (output.outcome === 'not-confirmed') return { goTo: 'mobile-again' as const };
      const confirmedMobile = { mobile, evidence: output.evidence };
      const answers = withConfirmed({ confirmedMobile }, context.answers);
      return {
        answers,
        confirmedMobile,
        goTo: destinationAfter({ ...context, answers, confirmedMobile }, 'mobile'),
      };
    }),
    restoreOriginal: assign(({ context }) => (context.changing ? context.original : {})),
  },
});

function page(step: RegistrationStep) {
  return registrationSetup.createStateConfig({
    on: {
      FIELD_DRAFT: { actions: { type: 'keepDraft', params: { step } } },
      ANSWER: [
        {
          guard: { type: 'answerIsRight', params: { step } },
          target: 'routing',
          actions: { type: 'keepAnswer', params: { step } },
        },
        { actions: { type: 'keepWrongAnswer', params: { step } } },
      ],
      BACK: { target: 'routing', actions: { type: 'goBack', params: { step } } },
    },
  });
}

/**
 * The registration of a member: one state per page, pages appear as `stepsFor` says. The first flow, written by hand;
 * it meets the flow contract.
 */
export const registrationMachine = registrationSetup.createMachine({
  id: 'registration',
  options: { maxIterations: 50 },
  context: ({ input }) => ({
    ...input,
    confirmedMobile: input.confirmedMobile ?? null,
    online: input.confirming?.online ?? false,
    original: {
      answers: input.answers,
      byStaff: input.byStaff,
      confirmedMobile: input.confirmedMobile ?? null,
    },
    drafts: input.typed ?? {},
    error: null,
    goTo: firstPage(input),
    trail: [],
  }),
  initial: 'routing',
  on: { CONNECTION: { actions: 'noteConnection' }, PREFILL: { actions: 'prefill' } },
  states: {
    routing: {
      always: [
        { guard: { type: 'goesTo', params: { to: 'mobile-code' } }, target: 'mobile-code' },
        ...REGISTRATION_STEPS.map((step) => ({
          guard: { type: 'goesTo' as const, params: { to: step } },
          target: step,
        })),
        { guard: { type: 'goesTo', params: { to: 'back' } }, target: 'back', actions: 'restoreOriginal' },
        { target: 'complete' },
      ],
    },
    surname: page('surname'),
    'given-names': page('given-names'),
    'chinese-codes': page('chinese-codes'),
    'chinese-characters': page('chinese-characters'),
    'date-of-birth': page('date-of-birth'),
    'contact-channel': page('contact-channel'),
    mobile: page('mobile'),
    'mobile-again': page('mobile-again'),
    'mobile-code': {
      invoke: {
        id: 'mobile-code',
        src: 'mobileCode',
        input: ({ context: { outside, confirming, answers } }) => ({
          outside,
          sessionId: confirming?.sessionId ?? '',
          locale: confirming?.locale ?? 'zh-Hant',
          mobile: answers.mobile ?? '',
        }),
        onDone: {
          target: 'routing',
          actions: { type: 'afterCode', params: ({ event }) => ({ output: event.output }) },
        },
      },
      on: {
        ANSWER: { actions: 'passToMobileCode' },
        FIELD_DRAFT: { actions: 'passToMobileCode' },
        BACK: { actions: 'passToMobileCode' },
        RETRY: { actions: 'passToMobileCode' },
        TYPE_NUMBER: { actions: 'passToMobileCode' },
        CONNECTION: { actions: ['noteConnection', 'passToMobileCode'] },
      },
    },
    email: page('email'),
    address: page('address'),
    district: page('district'),
    employer: page('employer'),
    'communication-language': page('communication-language'),
    'optional-uses': page('optional-uses'),
    'former-name': page('former-name'),
    complete: { type: 'final' },
    back: { type: 'final' },
  },
  output: ({ context }) => ({
    answers: context.answers,
    byStaff: context.byStaff,
    confirmedMobile: context.confirmedMobile,
    ...(context.goTo === 'back' ? { back: true as const } : {}),
  }),
});

export type RegistrationSnapshot = SnapshotFrom<typeof registrationMachine>;

/** The page that is open, or null between pages and after the end. */
export function registrationPage(snapshot: RegistrationSnapshot): FlowPage<RegistrationStep> | null {
  const { context } = snapshot;
  const step = REGISTRATION_STEPS.find((candidate) => snapshot.matches(candidate));
  if (step === undefined) return null;
  return {
    step,
    value: context.drafts[step] ?? answerTo(context.answers, step) ?? '',
    error: context.error,
    changing: context.changing,
  };
}
