/** What a look-up cannot answer, and why a bundle is not taken; message `reference-data.<code>`. */
export const REFERENCE_DATA_CODES = [
  'limits-not-known',
  'scale-not-known',
  'cut-off-not-known',
  'dis-not-known',
  'withdrawal-not-known',
  'scheme-not-known',
  'scheme-not-yet',
  'scheme-moving',
  'reference-data-malformed',
  'reference-data-broken-rule',
  'reference-data-not-trusted',
  'reference-data-not-newer',
] as const;

/** Rules beyond the shape that a bundle can break; message `reference-data.rule.<rule>`. */
export const REFERENCE_DATA_RULES = [
  'period-order',
  'period-overlap',
  'duplicate',
  'scheme-unknown',
  'fund-missing',
  'onboarding-order',
  'limits-order',
  'scale-gap',
  'scale-falls',
  'dis-order',
  'dis-total',
  'dis-ends',
  'calendar-order',
  'calendar-range',
  'calendar-year-empty',
  'opening-order',
  'ground-missing',
] as const;
export type ReferenceDataRule = (typeof REFERENCE_DATA_RULES)[number];
