/**
 * Why a mandatory contribution is what it is; message `contributions.<code>`. Several can be true at once
 * (facts/domain.md §3a).
 */
export const CONTRIBUTION_REASONS = [
  /** Relevant income below the minimum: the employee pays nothing, the employer does. */
  'below-minimum',
  /** Relevant income above the maximum: both pay their share of the maximum. */
  'at-maximum',
  /** The employee's first 30 days and the incomplete wage period after them. */
  'contribution-holiday',
  /** The contribution holiday of a long wage period ends inside it: only income after it counts for the employee. */
  'holiday-ends-in-period',
  /** Relevant income is nothing, such as a month of unpaid leave: a row of zeros is sent. */
  'no-income',
  /** The wage period, or the part of it that was worked, is not a month: daily limits times calendar days. */
  'daily-limits',
  /** Part of a month, where daily and monthly limits give different amounts; which holds is not confirmed. */
  'partial-month',
  /** Not yet 60 days in employment at the end of the period: counted, and first paid by a later day. */
  'within-first-60-days',
  /** Employment ended before its 60th day: nothing is due. */
  'employed-under-60-days',
  'under-18',
  /** The 18th birthday falls in the period: only income from then on counts. */
  'turns-18-in-period',
  /** The 65th birthday falls in the period: full income is sent, the platform works out the share. */
  'turns-65-in-period',
  'over-65',
  'exempt-person',
  /** On a visa too short for contributions to be due. */
  'expatriate-exempt',
  /** The exemption of the visa ends inside the period. */
  'expatriate-from-period',
  /** Employment does not touch the wage period. */
  'not-employed-in-period',
  /** Industry scheme: the amount comes from the daily scale. */
  'casual-scale',
  /** Industry scheme: average daily income below the lowest band, the employee pays nothing. */
  'casual-below-minimum',
  /** Self-employed: income below the minimum, nothing is due. */
  'self-employed-below-minimum',
  /** Self-employed: a loss was stated, contributions are suspended. */
  'self-employed-loss',
] as const;
export type ContributionReason = (typeof CONTRIBUTION_REASONS)[number];

/** Why nothing could be computed; message `contributions.<code>`. */
export const CONTRIBUTION_FAULTS = [
  /** Dates that do not exist or stand the wrong way round. */
  'wage-period-dates',
  'employment-dates',
  'birth-date-after-period',
  /** The income of the part of the period after the contribution holiday is needed. */
  'income-after-holiday-needed',
  'visa-date-needed',
  'working-days-missing',
  'working-days-too-many',
  'working-days-without-income',
  'self-employed-income-needed',
] as const;
export type ContributionFault = (typeof CONTRIBUTION_FAULTS)[number];
