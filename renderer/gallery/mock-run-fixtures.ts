import { MOCK_RUN, MOCK_RUN_ANSWERS } from '../../domain/catalogue/kinds/employer-remittance/mock-run.ts';
import { isRepeat } from '../../domain/catalogue/definition.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { MENU } from '../../domain/kinds/menu.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { clean, held, result } from './file-fixtures.ts';
import { type Fixture, GALLERY_NOW } from './fixture-parts.ts';

const mock = { chrome: { mockRun: true } } as const;
const account = '3777463656273';

const facts = {
  ...{ answers: MOCK_RUN_ANSWERS, identified: null, online: true, now: GALLERY_NOW, today: '2026-11-22' },
  data: EMBEDDED_REFERENCE_DATA,
};

/** The page that says what a mock run is. */
function about(): Screen {
  const [first] = MOCK_RUN.steps;
  if (first === undefined || isRepeat(first)) throw new RangeError('a mock run begins with a page');
  return {
    ...{
      id: 'ask',
      kind: MOCK_RUN.kind,
      page: first.id,
      words: `ask.${MOCK_RUN.kind}.${first.id}`,
      index: 1,
    },
    ...{ ask: first.ask(facts, 1), value: '', error: null, changing: false },
  };
}

const own = (findings: typeof held) => ({
  ...findings,
  accounts: [{ account, company: account, rows: 212, total: '612480.50' }],
});
const saved = { ok: true, value: { name: 'mock-run-remittance-problems-20261122-1542.csv' } } as const;

/** An employer's file, checked and not sent. */
export const MOCK_RUN_FIXTURES: readonly Fixture[] = [
  [
    'mock-run-menu',
    {
      id: 'menu',
      group: 'contributions',
      items: MENU.contributions.map((item) => ({ item, remark: null })),
    },
  ],
  ['mock-run-about', about(), mock],
  ['mock-run-held', result(own(held), { payer: account }), mock],
  ['mock-run-saved', result(own(held), { payer: account, saved }), mock],
  ['mock-run-clean', result(own(clean), { payer: account }), mock],
  ['mock-run-ended', { id: 'ended', how: 'checked', feedback: 'ask' }, { session: false }],
];
