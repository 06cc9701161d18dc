/** Asked of whoever typed the number because the reader could not read the card. */
export const identityQuestions = {
  'ask.identity.surname.heading': 'Your surname in English',
  'ask.identity.surname.help': 'In the letters on the card',
  'ask.identity.surname.row': 'Surname',
  'ask.identity.given-names.heading': 'Your given names in English',
  'ask.identity.given-names.help':
    'In the letters and the order on the card; go on without if you have a single name',
  'ask.identity.given-names.row': 'Given names',
  'ask.identity.date-of-birth.heading': 'Your date of birth',
  'ask.identity.date-of-birth.help': 'As printed on the card: 21-04-1961, 04-1961, or the year alone',
  'ask.identity.date-of-birth.row': 'Date of birth',
} as const;
