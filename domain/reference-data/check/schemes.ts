import { addDays } from '../../time.ts';
import type { ReferenceData } from '../schema/reference-data.ts';
import type { FundKind, Scheme } from '../schema/schemes.ts';
import { type Finding, overlap, type Period, unique, when } from './finding.ts';

/** The two funds of the Default Investment Strategy, which the law gives every scheme (facts/domain.md §3d). */
const REQUIRED_FUNDS: readonly FundKind[] = ['core-accumulation', 'age-65-plus'];

export function* checkSchemes(data: ReferenceData): Generator<Finding> {
  const ids = data.schemes.map(({ id }) => id);
  yield* unique(ids, 'schemes');
  for (const [index, scheme] of data.schemes.entries()) {
    const place = `schemes.${String(index)}`;
    yield* checkOnboarding(scheme, place);
    const from = scheme.onboarding.on > data.effectiveFrom ? scheme.onboarding.on : data.effectiveFrom;
    for (const kind of REQUIRED_FUNDS) {
      const periods = data.funds.filter((fund) => fund.scheme === scheme.id && fund.kind === kind);
      yield* when(!coversFrom(periods, from), 'fund-missing', place);
    }
  }
  for (const [index, fund] of data.funds.entries()) {
    const place = `funds.${String(index)}`;
    yield* when(!ids.includes(fund.scheme), 'scheme-unknown', place);
    yield* when(fund.to !== null && fund.to < fund.from, 'period-order', place);
    const same = data.funds
      .slice(0, index)
      .filter(({ scheme, code }) => scheme === fund.scheme && code === fund.code);
    yield* when(
      same.some((other) => overlap(fund, other)),
      'period-overlap',
      place,
    );
  }
}

function* checkOnboarding(scheme: Scheme, place: string): Generator<Finding> {
  const { movingFrom, on } = scheme.onboarding;
  yield* when(movingFrom > on, 'onboarding-order', `${place}.onboarding`);
  const instructions = scheme.cutOffs.map(({ instruction }) => instruction);
  yield* unique(instructions, `${place}.cutOffs`);
  for (const [index, { lastDay }] of scheme.cutOffs.entries()) {
    const outside = lastDay < addDays(movingFrom, -1) || lastDay >= on;
    yield* when(outside, 'onboarding-order', `${place}.cutOffs.${String(index)}`);
  }
}

/** Whether the periods together hold every day from the first on. */
function coversFrom(periods: readonly Period[], first: string): boolean {
  let next = first;
  for (const { from, to } of periods.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    if (from > next) return false;
    if (to === null) return true;
    if (to >= next) next = addDays(to, 1);
  }
  return false;
}
