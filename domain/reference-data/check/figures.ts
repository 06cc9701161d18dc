import type { ContributionLimits, DisTable, IndustryScale } from '../schema/figures.ts';
import type { ReferenceData } from '../schema/reference-data.ts';
import { type Finding, inOrder, smallestUnits, when } from './finding.ts';

/** Limits, scales, the DIS table and cut-offs: in order of their dates, and each sound in itself. */
export function* checkFigures(data: ReferenceData): Generator<Finding> {
  yield* inOrder(froms(data.contributionLimits), 'period-order', 'contributionLimits');
  for (const [index, limits] of data.contributionLimits.entries()) {
    yield* checkLimits(limits, `contributionLimits.${String(index)}`);
  }
  yield* inOrder(froms(data.industryScales), 'period-order', 'industryScales');
  for (const [index, scale] of data.industryScales.entries()) {
    yield* checkScale(scale, `industryScales.${String(index)}.bands`);
  }
  yield* inOrder(froms(data.defaultInvestment), 'period-order', 'defaultInvestment');
  for (const [index, table] of data.defaultInvestment.entries()) {
    yield* checkDisTable(table, `defaultInvestment.${String(index)}.rows`);
  }
  yield* inOrder(froms(data.cutOffs), 'period-order', 'cutOffs');
}

function froms(rows: readonly { readonly from: string }[]): readonly string[] {
  return rows.map(({ from }) => from);
}

function* checkLimits(limits: ContributionLimits, place: string): Generator<Finding> {
  const pairs = [
    [limits.minimumMonthly, limits.maximumMonthly],
    [limits.minimumDaily, limits.maximumDaily],
    [limits.minimumYearly, limits.maximumYearly],
  ] as const;
  const crossed = pairs.some(([minimum, maximum]) => smallestUnits(minimum) >= smallestUnits(maximum));
  yield* when(crossed, 'limits-order', place);
}

function* checkScale({ bands }: IndustryScale, place: string): Generator<Finding> {
  for (const [index, band] of bands.entries()) {
    const at = `${place}.${String(index)}`;
    const before = bands[index - 1];
    const begins = before === undefined ? band.from === '0.00' : band.from === before.below;
    const last = index === bands.length - 1;
    const ends = band.below === null ? last : !last && smallestUnits(band.below) > smallestUnits(band.from);
    yield* when(!begins || !ends, 'scale-gap', at);
    if (before === undefined) continue;
    const falls =
      smallestUnits(band.employer) < smallestUnits(before.employer) ||
      smallestUnits(band.employee) < smallestUnits(before.employee);
    yield* when(falls, 'scale-falls', at);
  }
}

function* checkDisTable({ rows }: DisTable, place: string): Generator<Finding> {
  for (const [index, row] of rows.entries()) {
    const at = `${place}.${String(index)}`;
    const total = smallestUnits(row.coreAccumulation) + smallestUnits(row.age65Plus);
    yield* when(total !== 1000n, 'dis-total', at);
    const before = rows[index - 1];
    if (before === undefined) continue;
    const rises = smallestUnits(row.coreAccumulation) > smallestUnits(before.coreAccumulation);
    yield* when(row.age !== before.age + 1 || rises, 'dis-order', at);
  }
  yield* when(rows.at(-1)?.coreAccumulation !== '0.0', 'dis-ends', place);
}
