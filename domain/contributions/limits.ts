import type {
  ContributionLimits as DatedLimits,
  IndustryBand,
  IndustryScale,
} from '../reference-data/schema/figures.ts';

/** Limits of relevant income in force (facts/domain.md §3a), as `limitsOn` of reference data gives them. */
export type ContributionLimits = Readonly<Omit<DatedLimits, 'source'>>;

/** A band of the daily scale: average daily relevant income from `from` on, up to the next band. */
export type CasualBand = Readonly<Omit<IndustryBand, 'below'>>;

/**
 * The daily scale of the industry schemes in force (facts/domain.md §3a, casual employees), as `industryScaleOn` of
 * reference data gives it. Bands in rising order, the first from nothing.
 */
export interface CasualScale extends Readonly<Pick<IndustryScale, 'from'>> {
  readonly bands: readonly CasualBand[];
}
