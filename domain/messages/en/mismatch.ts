/** Document and record have somebody otherwise. */
export const mismatch = {
  'mismatch.heading.typed': 'Your card and what you typed are not the same',
  'mismatch.heading.record': "Your details and eMPF's record are not the same",
  'mismatch.help': 'Nothing has been changed. Please look closely.',
  'mismatch.field.surname': 'Surname',
  'mismatch.field.given-names': 'Given names',
  'mismatch.field.name-order': 'Order of the names',
  'mismatch.field.date-of-birth': 'Date of birth',
  'mismatch.extent.one-letter': 'One letter or figure differs',
  'mismatch.extent.more': 'These differ',
  'mismatch.here.card': 'On your card',
  'mismatch.here.typed': 'You typed now',
  'mismatch.there.typed': 'You typed before',
  'mismatch.there.record': "On eMPF's record",
  'mismatch.blank': 'Nothing',
  'mismatch.what-happens':
    'If both should stand, we send it with this difference noted. eMPF decides after seeing your papers; until then nothing is carried out.',
  'mismatch.bring': 'What to bring to a Service Centre',
  'mismatch.card-is-right': 'The card is right',
  'mismatch.leave-case': 'Note it, go on',
  'mismatch.receipt':
    'A difference of name or birth date is noted. eMPF decides after seeing your papers. Please bring:',
  'review.row.mismatch': 'Difference noted',
  'review.mismatch.joint': ', ',
  'staff-needed.changed.heading': 'Staff need to look again',
  'staff-needed.changed.help':
    'The name or birth date was typed or changed after staff looked at the card, so their signature no longer counts.',
  'attest.sign.statement.typed': 'What was typed is as on the card, letter by letter: {who}.',
  'mismatch.heading.said': 'Your card and that record are not the same',
  'mismatch.there.said': 'On the record, as you say',
  'record-says.surname.heading': 'Surname on that record',
  'record-says.given-names.heading': 'Given names on that record',
  'record-says.date-of-birth.heading': 'Date of birth on that record',
  'record-says.help':
    'Of eMPF or an employer. Change only what differs; else continue. Your card stays as it is.',
} as const;
