/** Contributions of the self-employed. */
export const selfEmployedContribution = {
  'kind.self-employed-contribution.name': 'Pay as self-employed',
  'kind.self-employed-contribution.help': 'For a month or a year, or state a loss.',
  'declaration.self-employed-contribution':
    'What I said about my income is right. Please take this contribution, or this statement, for the period shown.',
  'receipt.self-employed-contribution':
    'This says what is paid for the period. It counts as paid when eMPF has received the money.',

  'ask.self-employed-contribution.frequency.heading': 'Do you pay monthly or yearly?',
  'ask.self-employed-contribution.frequency.help': 'As agreed with your scheme',
  'ask.self-employed-contribution.frequency.row': 'How often',
  'ask.self-employed-contribution.frequency.option.monthly': 'Monthly',
  'ask.self-employed-contribution.frequency.option.yearly': 'Yearly',
  'ask.self-employed-contribution.month.heading': 'For which month?',
  'ask.self-employed-contribution.month.help': 'One month at a time',
  'ask.self-employed-contribution.month.row': 'Month',
  'ask.self-employed-contribution.year-end.heading': 'When does the scheme year end?',
  'ask.self-employed-contribution.year-end.help':
    'The last day of the year you pay for; that is the last day to pay, too.',
  'ask.self-employed-contribution.year-end.row': 'End of the scheme year',
  'rule.self-employed-year-end':
    'This day is more than a year away. The end of the scheme year is on your statement.',
  'rule.self-employed-under-18':
    'You were under 18 all this time: nothing is due for it. Please choose another.',
  'rule.self-employed-from-65':
    'You were 65 or over all this time: nothing is due for it. Please choose another.',
  'ask.self-employed-contribution.loss.heading': 'Do you state a loss?',
  'ask.self-employed-contribution.loss.help':
    'The business made a loss and there is no income to contribute from.',
  'ask.self-employed-contribution.loss.row': 'Loss stated',
  'ask.self-employed-contribution.loss-statement.heading': 'With a loss',
  'ask.self-employed-contribution.loss-statement.help': 'What happens when you state a loss',
  'ask.self-employed-contribution.loss-statement.suspended':
    'While a loss is stated, contributions are suspended. Once there is income again, please report it.',
  'ask.self-employed-contribution.loss-statement.paper':
    'A signed statement of the loss is needed besides this.',
  'ask.self-employed-contribution.basis.heading': 'What is your income taken from?',
  'ask.self-employed-contribution.basis.help': 'The income of a year; the contribution is a share of it.',
  'ask.self-employed-contribution.basis.row': 'Income from',
  'ask.self-employed-contribution.basis.option.assessable-profits':
    'Assessable profits of my latest tax notice',
  'ask.self-employed-contribution.basis.option.basic-allowance':
    'Basic allowance: the notice is over two years old or not there',
  'ask.self-employed-contribution.basis.option.self-declaration': 'My own declaration of income',
  'ask.self-employed-contribution.basis.option.maximum-level': 'The maximum level, without giving my income',
  'ask.self-employed-contribution.income.heading': 'How much is it in a year?',
  'ask.self-employed-contribution.income.help': 'As on the notice, or as you declare it',
  'ask.self-employed-contribution.income.row': 'Income of a year',
  'ask.self-employed-contribution.nothing-due.heading': 'Nothing is due',
  'ask.self-employed-contribution.nothing-due.help': 'Your income is below the minimum.',
  'ask.self-employed-contribution.nothing-due.text':
    'Below the minimum income no mandatory contribution is due. This report of your income still has to reach the scheme.',
  'ask.self-employed-contribution.nothing-due.income': 'Your income of a year',
  'ask.self-employed-contribution.nothing-due.minimum': 'Minimum of a year',
  'ask.self-employed-contribution.amount.heading': 'How much do you pay?',
  'ask.self-employed-contribution.amount.help': 'The next page puts beside it what we work out.',
  'ask.self-employed-contribution.amount.row': 'You pay',
  'rule.self-employed-above-maximum':
    'The mandatory contribution of this period is at most HK${most}. More can be paid as a voluntary contribution.',
  'ask.self-employed-contribution.compare.heading': 'What you pay, and what is due',
  'ask.self-employed-contribution.compare.help': 'Go back to change the amount.',
  'ask.self-employed-contribution.compare.same': 'The amount is what we work out from your income.',
  'ask.self-employed-contribution.compare.less':
    'This is less than we work out. What is missing would be outstanding.',
  'ask.self-employed-contribution.compare.more':
    'This is more than we work out. Please check that it is what you want to pay.',
  'ask.self-employed-contribution.compare.unknown':
    'We cannot work out the amount here. The scheme compares it with your income.',
  'ask.self-employed-contribution.compare.at-maximum': 'Income above the maximum does not count.',
  'ask.self-employed-contribution.compare.turning':
    'You turn 18 or 65 in this period. The scheme works out the part that is due, so it may differ.',
  'ask.self-employed-contribution.reported-late':
    'Income is to be reported at least {days} days before the scheme year ends. This is later; the scheme may use what it has.',
  'ask.self-employed-contribution.compare.income': 'Income of a year',
  'ask.self-employed-contribution.compare.computed': 'We work out',
  'ask.self-employed-contribution.compare.entered': 'You entered',
  'ask.self-employed-contribution.compare.difference': 'Difference',
  'ask.self-employed-contribution.pay-by.heading': 'How do you pay?',
  'ask.self-employed-contribution.pay-by.help': 'Cash is not taken anywhere.',
  'ask.self-employed-contribution.pay-by.row': 'Paid by',
  'ask.self-employed-contribution.pay-by.option.cheque': 'Cheque',
  'ask.self-employed-contribution.pay-by.option.direct-debit': 'Direct debit from my bank account',
  'ask.self-employed-contribution.bring-loss': 'The signed statement of your loss',
  'ask.self-employed-contribution.bring-cheque': 'The cheque. It can be posted as well:',
  'ask.self-employed-contribution.told-cheque':
    'Put the cheque in a drop box of a Service Centre, or post it. Address and hotline for contributions:',
} as const;
