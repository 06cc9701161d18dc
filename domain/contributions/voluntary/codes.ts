/** What is wrong with an employer's rule set, told with the path of the place; message `voluntary.<code>`. */
export const RULE_SET_CODES = [
  'rule-missing',
  'rule-unknown-field',
  'rule-unknown-choice',
  'rule-shape',
  'rule-text',
  'rule-date',
  'rule-percentage',
  'rule-money',
  'class-twice',
  'slot-twice',
  'match-by-employee',
  'match-without-eevc',
  'ceiling-without-base',
  'bands-first',
  'bands-order',
  'grade-twice',
  'scale-order',
  'scale-falls',
  'scale-end',
  'employee-money-vests',
] as const;
export type RuleSetCode = (typeof RULE_SET_CODES)[number];

/** Why no voluntary contribution could be computed; message `voluntary.<code>`. */
export const VOLUNTARY_FAULTS = [
  'member-class-not-known',
  'basic-salary-needed',
  'other-income-needed',
  'grade-needed',
  'grade-not-known',
  'period-differs',
  'period-income-needed',
] as const;
export type VoluntaryFault = (typeof VOLUNTARY_FAULTS)[number];

/** Why a voluntary contribution is what it is; message `voluntary.<code>`. */
export const VOLUNTARY_REASONS = [
  'by-rule',
  'mandatory-subtracted',
  'capped',
  'income-over-ceiling',
  'mandatory-covers-it',
  'not-begun',
  'not-this-period',
  'suspended',
] as const;
export type VoluntaryReason = (typeof VOLUNTARY_REASONS)[number];
