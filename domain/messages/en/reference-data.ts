/** What reference data cannot answer, why a bundle is not taken, and the words for data that nobody has verified. */
export const referenceData = {
  'calendar.calendar-not-known':
    'We do not know the holidays of that date yet. Please ask again later, or call 183 2622.',

  'reference-data.limits-not-known':
    'The contribution limits of that date are not held here. Please check the date, or call 183 2622.',
  'reference-data.scale-not-known':
    'The industry scheme scale of that date is not held here. Please check the date, or call 183 2622.',
  'reference-data.cut-off-not-known':
    'The dealing hours of that date are not held here. Please check the date, or call 183 2622.',
  'reference-data.dis-not-known':
    'The Default Investment Strategy table of that date is not held here. Please check the date, or call 183 2622.',
  'reference-data.withdrawal-not-known':
    'The withdrawal rules of that date are not held here. Please check the date, or call 183 2622.',
  'reference-data.scheme-not-known': 'We do not know this scheme. Please choose it from the list.',
  'reference-data.scheme-not-yet':
    'This scheme joins eMPF on {on}. Until then please give your instruction to its trustee.',
  'reference-data.scheme-moving':
    'This scheme is moving to eMPF, which takes its instructions from {on}. Please ask its trustee whether it still takes yours until then.',

  'reference-data.reference-data-malformed':
    'The file is not reference data: look at {place}. Nothing was changed.',
  'reference-data.reference-data-broken-rule':
    'The reference data contradicts itself at {place}: {rule}. Nothing was changed.',
  'reference-data.reference-data-not-trusted':
    'The reference data is not signed by eMPF. The data we had stays in use.',
  'reference-data.reference-data-not-newer':
    'The reference data is not newer than ours. The data we had stays in use.',

  'reference-data.rule.period-order': 'the dates are not in order',
  'reference-data.rule.period-overlap': 'two of the same are in force at once',
  'reference-data.rule.duplicate': 'it stands there twice',
  'reference-data.rule.scheme-unknown': 'a fund belongs to no scheme of the list',
  'reference-data.rule.fund-missing':
    'a scheme is for some time without its Core Accumulation Fund or Age 65 Plus Fund',
  'reference-data.rule.onboarding-order': 'a day of the move lies outside the move',
  'reference-data.rule.limits-order': 'a minimum is not below its maximum',
  'reference-data.rule.scale-gap': 'the bands of the scale do not join',
  'reference-data.rule.scale-falls': 'a higher income would pay less',
  'reference-data.rule.dis-order': 'an age is missing, or the Core Accumulation Fund grows with age',
  'reference-data.rule.dis-total': 'the two funds do not make 100%',
  'reference-data.rule.dis-ends': 'the table does not end with all in the Age 65 Plus Fund',
  'reference-data.rule.calendar-order': 'the days are not in order, or one stands there twice',
  'reference-data.rule.calendar-range': 'a day lies outside the calendar',
  'reference-data.rule.calendar-year-empty': 'a whole year has no holiday',
  'reference-data.rule.opening-order': 'it closes before it opens',
  'reference-data.rule.ground-missing': 'a ground of withdrawal has no rules',

  'reference-data.source.second-hand': 'From an older source. Please check with 183 2622.',
  'reference-data.source.inferred': 'Worked out by us. Please check with 183 2622.',
  'reference-data.source.general-knowledge': 'Not verified. Please check with 183 2622.',
  'reference-data.source.sample': 'Sample data, for trying out only',

  'calculators.caveat.severe-weather': 'A gale or black rainstorm warning can move the day.',
  'calculators.caveat.holidays-not-verified':
    'The holidays we reckon with have not been verified. Please check with 183 2622.',
} as const;
