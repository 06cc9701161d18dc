import { calculatorPages, calculatorWords } from '../../domain/calculators/calculator.ts';
import { CALCULATORS } from '../../domain/calculators/calculators.ts';
import type { CalculatorName } from '../../domain/calculators/names.ts';
import type { Answers, Facts } from '../../domain/catalogue/definition.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import type { Failure } from '../../domain/result.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { hongKongDate } from '../../domain/time.ts';
import { assist, GALLERY_NOW, offline, type Fixture } from './fixture-parts.ts';

const factsOf = (answers: Answers, online = true): Facts => ({
  answers,
  identified: null,
  online,
  now: GALLERY_NOW,
  today: hongKongDate(GALLERY_NOW),
  data: EMBEDDED_REFERENCE_DATA,
});

function asks(
  calculator: CalculatorName,
  page: string,
  value = '',
  error: Failure<string> | null = null,
): Screen {
  const step = CALCULATORS[calculator].steps.find(({ id }) => id === page);
  if (step === undefined) throw new Error('no such page');
  const words = calculatorWords(calculator, page);
  return { id: 'calculator-ask', calculator, page, words, ask: step.ask(factsOf({}), 1), value, error };
}

const says = (calculator: CalculatorName, answers: Answers, online = true): Screen => ({
  id: 'calculation',
  calculator,
  ...CALCULATORS[calculator].calculate(factsOf(answers, online)),
});

const byTheMonth = { age: 'between', recent: 'no', paid: 'monthly' } as const;
const earliest = '2026-09-23';

/** What people ask before they decide: every page of every calculator, and what comes out. */
export const CALCULATOR_FIXTURES: readonly Fixture[] = [
  ...Object.values(CALCULATORS).flatMap((calculator) =>
    calculatorPages(calculator).map(({ id }): Fixture => [
      `calculator-${calculator.name}-${id}`,
      asks(calculator.name, id),
    ]),
  ),
  [
    'calculator-started-on-error',
    asks('contribution-amount', 'started-on', '2026-08-01', {
      code: 'calculator-start-long-ago',
      params: { earliest },
    }),
  ],
  [
    'calculator-days-error',
    asks('contribution-amount', 'days', '31', { code: 'calculator-days', params: { most: 27 } }),
  ],
  [
    'calculator-age-error',
    asks('dis-share', 'age', '6', { code: 'calculator-age', params: { least: 16, most: 120 } }),
  ],
  ['calculation-contribution', says('contribution-amount', { ...byTheMonth, income: '20000.00' })],
  [
    'calculation-contribution-new',
    says('contribution-amount', {
      ...byTheMonth,
      recent: 'yes',
      'started-on': '2026-11-09',
      income: '35000.00',
    }),
  ],
  ['calculation-contribution-over-65', says('contribution-amount', { age: 'over-65' })],
  ['calculation-dis-30', says('dis-share', { age: '30' })],
  ['calculation-dis-60', says('dis-share', { age: '60' }), { chrome: assist }],
  ['calculation-dis-64', says('dis-share', { age: '64' })],
  ['calculation-dealing', says('dealing-day', {})],
  ['calculation-dealing-offline', says('dealing-day', {}, false), { chrome: offline }],
];
