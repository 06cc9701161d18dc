/** Pages that every kind of instruction shares, and what can be wrong with the shape of an answer. */
export const common = {
  'frame.flow.instruction': 'MPF matters',
  'progress.instruction': 'What you want',
  'connection.offline-plain': 'Offline for now',
  'connection.offline-prepare': 'Offline for now: this can only be prepared',

  'ask.without': 'Go on without this',
  'ask.field': 'Your answer',
  'ask.line': 'Line {line}',
  'ask.several': 'You may choose more than one, or none.',
  'ask.several.chosen': '{count, plural, =0 {None chosen} one {# chosen} other {# chosen}}',
  'ask.money.field': 'Amount in Hong Kong dollars',
  'ask.money.point': '.  (cents)',
  'ask.date.field': 'Date',

  'ask.allocation.less': '5 less: {fund}',
  'ask.allocation.more': '5 more: {fund}',
  'ask.allocation.type': 'Type the percentage: {fund}, now {share}%',
  'ask.allocation.how': 'Press +5 or −5, or press the percentage to type it.',
  'ask.allocation.sum': 'Total',
  'ask.allocation.total': '{total} of 100',
  'ask.allocation.left': '{left} left',
  'ask.allocation.too-many': '{over} too many',
  'ask.allocation.all': 'Exactly 100',
  'ask.allocation.clear': 'Clear all',
  'ask.allocation.missing': 'Still {left}% to give out',
  'ask.allocation.over': '{over}% too many',
  'ask.allocation.one': 'How much goes into this fund?',
  'ask.allocation.one-help': 'A whole number from 0 to 100',
  'ask.allocation.use': 'Use {share}%',
  'ask.allocation.back': 'Back to the list',

  'instruction-review.kind': 'Matter',
  'instruction-review.prepare': 'Finish preparing',
  'instruction-review.info-prepare':
    'This is not submitted. The next page says what to bring where; what you filled in is not kept.',

  'instruction-refused.back': 'Back to the choices',

  'prepared.heading': 'Prepared only, not submitted.',
  'prepared.offline':
    'This machine is offline, and this kind of instruction is never kept here to be sent later: by then it could be wrong.',
  'prepared.assurance':
    'This can only be submitted when you confirm with iAM Smart, or at an eMPF Service Centre.',
  'prepared.cleared': 'What you filled in is cleared when you leave. Nothing was submitted in your name.',
  'prepared.bring': 'Please bring',
  'prepared.id-card': 'Your Hong Kong ID card',
  'prepared.where': 'Where',
  'prepared.where.offline':
    'Back here or to another terminal once it is connected, or to an eMPF Service Centre',
  'prepared.where.assurance':
    'Back here with iAM Smart on your phone, or to an eMPF Service Centre. Ask for the nearest: call 183 2622',
  'prepared.photo': 'Note this down or take a photo.',
  'prepared.forms': 'This machine has no blank forms; ask for them at the place you go to, or call 183 2622.',
  'prepared.finish': 'I have noted it, clear the screen',

  'receipt.about': 'About: {what}',
  'receipt.superseded.help': 'Only the newer one is dealt with. You need not do anything.',
  'receipt.cancelled.help': 'It will not be dealt with. To do it after all, please begin again.',
  'receipt.instruction-accepted.heading': 'eMPF has accepted this.',
  'receipt.instruction-accepted.help': 'Keep the number in case you have a question.',

  'rule.answer-needed': 'This is still empty. Please answer it to continue.',
  'rule.choose-one-of-these': 'Please choose from what is shown here.',
  'rule.too-long':
    'This is too long: at most {lines, plural, one {# line} other {# lines}} of {most} characters.',
  'rule.figures-only': 'Only figures go here. Please leave out letters and signs.',
  'rule.email-shape': 'An e-mail address has one @ with a name before and after it. Please check it.',
  'rule.date-shape': 'There is no such day, or it is not complete. Please give day, month and year.',
  'rule.percentage-not-whole': 'Please use whole numbers from 1 to 100.',
  'rule.percentages-not-100': 'The total is {total}. Please change the figures until it is exactly 100.',
  'rule.nothing-chosen-twice': 'One of these stands here twice. Please keep it once.',
  'rule.read-first': 'Please read this and press the button below to go on.',
  'rule.money-format': 'Please give an amount in figures, for example 1500.00.',
  'rule.money-negative': 'Please give an amount above zero.',
  'rule.money-decimals': 'An amount has at most two figures after the point.',
  'rule.money-too-large': 'This amount is too large to give here. Please check the figures, or ask staff.',
} as const;
