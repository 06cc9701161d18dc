import type { StationCase } from '../../domain/terminal/ports/cases.ts';
import type { StationBar } from '../../domain/terminal/view/station-view.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { CASE_ACTIONS, CASE_STATES, needsSomebody, wayOn } from '../../domain/work-day/cases.ts';
import { later, outside, type Fixture } from './fixture-parts.ts';

const bar: StationBar = {
  ...{ surface: 'staff', hand: null, works: true, staffId: 'S0042', ticket: null },
  ...{ canTakeBack: false, asked: false, confirming: false, memberScreen: true },
};

function caseOf(id: number, change: Partial<StationCase>): StationCase {
  const { state = 'accepted', noted = null } = change;
  const left = ['kept', 'received', 'accepted', 'rejected', 'needs-correction', 'set-aside'].includes(state);
  return {
    ...{ id, dayNumber: id, ticket: id % 3 === 0 ? null : `A0${String(10 + id)}`, state, noted },
    ...{ kinds: ['member-registration'], reason: null, until: null, staffId: 'S0042', today: true },
    ...{ openedAt: later(-3_600 * (9 - id)), endedAt: later(-3_600 * (9 - id) + 720) },
    reference: left ? `K0127-A000${String(id)}-4` : null,
    needsSomebody: needsSomebody(state, noted?.action ?? null),
    ...change,
  };
}

const rejected = caseOf(2, { state: 'rejected', reason: 'details-differ', kinds: ['fund-switch'] });
const submittedBefore = caseOf(4, { state: 'rejected', reason: 'submitted-before', kinds: ['transfer'] });
const toCorrect = caseOf(1, {
  ...{ state: 'needs-correction', reason: 'evidence-unclear', today: false, openedAt: later(-170_000) },
  ...{ endedAt: later(-169_000), noted: { action: 'not-reached', by: 'S0042', at: later(-90_000) } },
});
const parked = caseOf(3, { state: 'parked', kinds: ['benefit-withdrawal'], until: later(518_400) });
const told = caseOf(5, {
  ...{ state: 'rejected', reason: 'already-registered' },
  noted: { action: 'told-by-phone', by: 'S0042', at: later(-1_800) },
});
const others = [
  caseOf(6, { state: 'in-hand', endedAt: null, kinds: [], reference: null }),
  told,
  caseOf(7, { state: 'kept', kinds: ['employer-remittance', 'employer-rules'] }),
  caseOf(8, { state: 'left', kinds: [] }),
];

const oneCase = (one: StationCase): Screen => ({
  ...{ id: 'case', case: one, way: wayOn(one.state), fault: null },
  actions: one.needsSomebody ? CASE_ACTIONS : [],
});

const list = (cases: readonly StationCase[], lost = false, stale = false): Screen => ({
  ...{ id: 'cases-list', cases, lost, stale },
});

const screens: readonly (readonly [string, Screen])[] = [
  ['cases-list', list([toCorrect, rejected, parked, submittedBefore, ...others])],
  ['cases-list-short', list([parked, ...others.slice(0, 2)])],
  ['cases-list-lost', list(others.slice(0, 2), true, true)],
  ['cases-list-none', list([])],
  ['case-rejected', oneCase(rejected)],
  ['case-parked', oneCase(parked)],
  ['case-needs-correction', oneCase(toCorrect)],
  ['case-told', oneCase(told)],
  ['case-fault', { ...oneCase(rejected), fault: 'storage-fault' } as Screen],
  ...CASE_STATES.filter((state) => !['rejected', 'parked', 'needs-correction'].includes(state)).map(
    (state) => [`case-state-${state}`, oneCase(caseOf(2, { state }))] as const,
  ),
  ['cases-waiting', { id: 'cases-waiting', about: 'saving' }],
  ['cases-trouble', { id: 'cases-trouble', fault: 'storage-fault', canRetry: true }],
  ['cases-not-permitted', { id: 'cases-trouble', fault: 'not-permitted', canRetry: false }],
];

/** A station's cases, in staff's window: nobody's visit is under way. */
export const CASES_FIXTURES: readonly Fixture[] = screens.map(([name, screen]) => [
  name,
  screen,
  {
    session: false,
    chrome: { ...outside, canGoBack: screen.id !== 'cases-waiting', canAskStaff: false, station: bar },
  },
]);
