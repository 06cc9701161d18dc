import { CALCULATOR_NAMES, type CalculatorName } from '../../../domain/calculators/names.ts';
import { IDS } from '../guards/ids.ts';
import { sessionSetup } from '../setup.ts';

/** Page events that the child takes, only while nothing covers the page. */
const toCalculator = { guard: 'uncovered', actions: 'passToCalculator' } as const;

/** One calculator's own pages; the same for each but for the machine. */
function pagesOf(name: CalculatorName) {
  return sessionSetup.createStateConfig({
    invoke: {
      id: 'calculator',
      src: name,
      input: ({ context: { outside, online } }) => ({ outside, online }),
      onDone: [
        {
          guard: ({ event }) => event.output.outcome === 'finished',
          target: `#${IDS.wiping}`,
          actions: { type: 'endAs', params: { how: 'left' } },
        },
        {
          guard: ({ event }) => event.output.outcome === 'menu',
          target: `#${IDS.menu}`,
          actions: 'closeGroup',
        },
        { target: `#${IDS.menu}` },
      ],
    },
  });
}

/** What somebody wants to know before deciding: nobody is identified, nothing is kept, and the menu comes after it. */
export const calculate = sessionSetup.createStateConfig({
  initial: 'choosing',
  on: {
    ANSWER: toCalculator,
    BACK: toCalculator,
    CONTINUE: toCalculator,
    MENU: toCalculator,
    DONE: toCalculator,
    FIELD_DRAFT: { actions: 'passToCalculator' },
  },
  states: {
    choosing: {
      always: CALCULATOR_NAMES.map((name) => ({
        guard: ({ context }) => context.visit.calculator === name,
        target: name,
      })),
    },
    ...Object.fromEntries(CALCULATOR_NAMES.map((name) => [name, pagesOf(name)])),
  },
});
