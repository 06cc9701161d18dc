/** Where to go next, and what the platform wants people to read. */
export const where = {
  'where.heading': 'Where to go',
  'where.open-today': 'Open today {opens} to {closes}',
  'where.open-on': 'Open next on {day}, {opens} to {closes}',
  'where.van-today': 'The van is there today {opens} to {closes}',
  'where.van-on': 'The van comes on {day}, {opens} to {closes}',
  'where.ask': 'For the hours call 183 2622',
  'where.more': '{count, plural, one {# more place} other {# more places}}',
  'where.nearest': 'Nearest: {name}. {when}.',
  'platform-texts.heading': 'From eMPF',
} as const;
