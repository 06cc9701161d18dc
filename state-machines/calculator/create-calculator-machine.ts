import { assign, setup } from 'xstate';
import {
  type Calculation,
  type Calculator,
  calculatorPages,
  calculatorPagesFor,
  openCalculatorPage,
} from '../../domain/calculators/calculator.ts';
import type { Answers, Facts } from '../../domain/catalogue/definition.ts';
import { checkAnswer } from '../../domain/catalogue/pages.ts';
import type { Failure } from '../../domain/result.ts';
import { factsOf } from '../flow/create-flow-machine.ts';
import { pageFinder, withDraft, withWrongAnswer } from '../flow/page-answers.ts';
import type { Outside } from '../outside.ts';

interface CalculatorInput {
  readonly outside: Outside;
  readonly online: boolean;
}

interface CalculatorContext extends CalculatorInput {
  readonly answers: Answers;
  readonly drafts: Answers;
  readonly error: Failure<string> | null;
  /** Id of a page, or `result` or `back`: no page has such a name. */
  readonly goTo: string;
  /** Null before the result. */
  readonly calculation: Calculation | null;
  readonly outcome: CalculatorOutput['outcome'];
}

type CalculatorEvent =
  | { readonly type: 'ANSWER'; readonly value: string }
  | { readonly type: 'FIELD_DRAFT'; readonly value: string }
  | { readonly type: 'BACK' }
  /** Another calculation. */
  | { readonly type: 'CONTINUE' }
  /** Something else altogether. */
  | { readonly type: 'MENU' }
  | { readonly type: 'DONE' };

/** Where the member goes on: to the calculators, to all of the menu, or away. */
export interface CalculatorOutput {
  readonly outcome: 'another' | 'menu' | 'finished';
}

interface AtPage {
  readonly page: string;
}

/** What the rules look at; nobody is identified. */
export function calculatorFacts({ outside, online, answers }: CalculatorContext): Facts {
  return factsOf({ outside, online, answers, identified: null });
}

/**
 * One calculator: a real state for every page it can show, then its result. It holds what was typed and nothing else
 * does: with the machine all of it is gone.
 */
export function createCalculatorMachine(calculator: Calculator) {
  const pages = calculatorPages(calculator);
  const pageOf = pageFinder(pages);

  function after(context: CalculatorContext, id: string): string {
    const facts = calculatorFacts(context);
    const shown = calculatorPagesFor(calculator, facts).map((page) => page.id);
    return shown[shown.indexOf(id) + 1] ?? openCalculatorPage(calculator, facts)?.id ?? 'result';
  }

  function before(context: CalculatorContext, id: string): string {
    const shown = calculatorPagesFor(calculator, calculatorFacts(context)).map((page) => page.id);
    const place = id === 'result' ? shown.length : shown.indexOf(id);
    return shown[place - 1] ?? 'back';
  }

  const machine = setup({
    types: {
      context: {} as CalculatorContext,
      events: {} as CalculatorEvent,
      input: {} as CalculatorInput,
      output: {} as CalculatorOutput,
    },
    guards: {
      goesTo: ({ context }, { page }: AtPage) => context.goTo === page,
      answerIsRight: ({ context, event }, { page }: AtPage) =>
        event.type === 'ANSWER' && checkAnswer(pageOf(page), event.value, calculatorFacts(context)).ok,
    },
    actions: {
      keepDraft: assign({
        drafts: ({ context, event }, { page }: AtPage) => withDraft(context.drafts, page, event),
      }),
      keepAnswer: assign(({ context, event }, { page }: AtPage) => {
        if (event.type !== 'ANSWER') return {};
        const checked = checkAnswer(pageOf(page), event.value, calculatorFacts(context));
        if (!checked.ok) return {};
        const { [page]: _answered, ...drafts } = context.drafts;
        const answers = { ...context.answers, [page]: checked.value };
        const answered: CalculatorContext = { ...context, answers, drafts, error: null };
        return { ...answered, goTo: after(answered, page) };
      }),
      keepWrongAnswer: assign(({ context, event }, { page }: AtPage) =>
        withWrongAnswer(context.drafts, pageOf(page), event, calculatorFacts(context)),
      ),
      goBack: assign(({ context }, { page }: AtPage) => ({ goTo: before(context, page), error: null })),
      leaveFor: assign((_at, outcome: CalculatorOutput) => outcome),
      calculate: assign(({ context }) => ({
        calculation: calculator.calculate(calculatorFacts(context)),
      })),
    },
  });

  const pageState = (page: string) =>
    machine.createStateConfig({
      on: {
        FIELD_DRAFT: { actions: { type: 'keepDraft', params: { page } } },
        ANSWER: [
          {
            guard: { type: 'answerIsRight', params: { page } },
            target: 'routing',
            actions: { type: 'keepAnswer', params: { page } },
          },
          { actions: { type: 'keepWrongAnswer', params: { page } } },
        ],
        BACK: { target: 'routing', actions: { type: 'goBack', params: { page } } },
      },
    });

  return machine.createMachine({
    id: calculator.name,
    options: { maxIterations: 50 },
    context: ({ input }) => ({
      ...input,
      answers: {},
      drafts: {},
      error: null,
      goTo: pages[0]?.id ?? 'result',
      calculation: null,
      outcome: 'another',
    }),
    initial: 'routing',
    states: {
      routing: {
        always: [
          ...pages.map(({ id }) => ({
            guard: { type: 'goesTo' as const, params: { page: id } },
            target: id,
          })),
          { guard: { type: 'goesTo', params: { page: 'back' } }, target: 'left' },
          { target: 'result' },
        ],
      },
      ...Object.fromEntries(pages.map(({ id }) => [id, pageState(id)])),
      result: {
        entry: 'calculate',
        on: {
          BACK: { target: 'routing', actions: { type: 'goBack', params: { page: 'result' } } },
          CONTINUE: { target: 'left' },
          MENU: { target: 'left', actions: { type: 'leaveFor', params: { outcome: 'menu' } } },
          DONE: { target: 'left', actions: { type: 'leaveFor', params: { outcome: 'finished' } } },
        },
      },
      left: { type: 'final' },
    },
    output: ({ context: { outcome } }) => ({ outcome }),
  });
}

export type CalculatorMachine = ReturnType<typeof createCalculatorMachine>;
