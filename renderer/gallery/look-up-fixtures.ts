import { definitionOf } from '../../domain/catalogue/catalogue.ts';
import type { Facts } from '../../domain/catalogue/definition.ts';
import { pagesFor, wordsOf } from '../../domain/catalogue/pages.ts';
import type { InstructionKind } from '../../domain/kinds/kinds.ts';
import { SAMPLE_ACCOUNTS, SAMPLE_CONTRIBUTIONS } from '../../domain/records/records.fixture.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { assist, offline, step, type Fixture } from './fixture-parts.ts';

const identity = { chrome: step(2, 'identity', 'instruction') };
const details = { chrome: step(3, 'details', 'instruction') };

function offer(change: Partial<Extract<Screen, { id: 'look-up-offer' }>>): Screen {
  return {
    ...{ id: 'look-up-offer', what: 'accounts', online: true, staff: true, iamSmart: true, proven: false },
    ...change,
  };
}

/** A page of an instruction whose records were looked up. */
function asked(kind: InstructionKind, page: string, facts: Pick<Facts, 'answers' | 'records'>): Screen {
  const all: Facts = {
    ...facts,
    identified: null,
    online: true,
    now: '2026-11-23T04:00:00.000Z',
    today: '2026-11-23',
    data: EMBEDDED_REFERENCE_DATA,
  };
  const found = pagesFor(definitionOf(kind), all).find(({ id }) => id === page);
  if (found === undefined) throw new RangeError(`no page ${page}`);
  const { index } = found;
  return {
    id: 'ask',
    kind,
    page,
    words: wordsOf(kind, found),
    index,
    ask: found.step.ask(all, index),
    value: '',
    error: null,
    changing: false,
  };
}

const [account] = SAMPLE_ACCOUNTS.accounts;
const code = account === undefined ? '' : `${account.scheme}.${account.accountNumber.slice(-3)}`;
const accounts = { records: SAMPLE_ACCOUNTS, answers: { 'known-account': code } };

/** The platform's records: whether to show them, the wait, and the pages that use them. */
export const LOOK_UP_FIXTURES: readonly Fixture[] = [
  ['look-up-offer', offer({}), identity],
  ['look-up-offer-months', offer({ what: 'contributions', staff: false }), identity],
  ['look-up-offer-assisted', offer({}), { chrome: { ...identity.chrome, ...assist } }],
  [
    'look-up-offer-proven',
    offer({ staff: false, proven: true }),
    { chrome: { ...identity.chrome, ...assist } },
  ],
  [
    'look-up-offer-offline',
    offer({ online: false, staff: false, iamSmart: false }),
    { chrome: { ...identity.chrome, ...offline } },
  ],
  ['look-up-asking', { id: 'look-up-asking' }, identity],
  ['look-up-trouble', { id: 'look-up-trouble', fault: 'unavailable', canRetry: true }, identity],
  ['look-up-trouble-none', { id: 'look-up-trouble', fault: 'not-found', canRetry: false }, identity],
  ['look-up-page-account', asked('fund-switch', 'known-account', { ...accounts, answers: {} }), details],
  ['look-up-page-holdings', asked('fund-switch', 'holdings', accounts), details],
  [
    'look-up-page-out-fund',
    asked('fund-switch', 'out-fund', {
      ...accounts,
      answers: { ...accounts.answers, 'contribution-types': 'employee-mandatory', mode: 'fund-to-fund' },
    }),
    details,
  ],
  ['look-up-page-mandate', asked('mandate-change', 'mandate-now', accounts), details],
  [
    'look-up-page-months',
    asked('contribution-enquiry', 'records', { records: SAMPLE_CONTRIBUTIONS, answers: {} }),
    details,
  ],
  [
    'look-up-page-choose-months',
    asked('contribution-enquiry', 'months', { records: SAMPLE_CONTRIBUTIONS, answers: { years: '2026' } }),
    details,
  ],
];
