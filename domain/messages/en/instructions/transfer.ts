/** Transfers: employee choice, jobs that were left, consolidation, TVC. */
export const transfer = {
  'kind.transfer.name': 'Move money to another account',
  'kind.transfer.help': 'Move MPF to another scheme, or bring accounts together.',
  'declaration.transfer':
    'Please move this money as shown. I read what can happen to it on the way and what I may give up.',
  'receipt.transfer': 'This moves MPF money to the account you named. It stays in MPF.',

  'ask.transfer.money.heading': 'Which money do you want to move?',
  'ask.transfer.money.help': 'Each kind has rules of its own; we start with what may move.',
  'ask.transfer.money.row': 'Money to move',
  'ask.transfer.money.option.current-employee-mandatory': 'My own mandatory contributions, present job',
  'ask.transfer.money.option.current-employer-mandatory':
    "My employer's mandatory contributions, present job",
  'ask.transfer.money.option.current-voluntary': 'Voluntary contributions, present job',
  'ask.transfer.money.option.former-employment': 'Money of former jobs in my present account',
  'ask.transfer.money.option.left-job': 'Money of a job that I left',
  'ask.transfer.money.option.personal-account': 'One personal account',
  'ask.transfer.money.option.personal-accounts': 'Several personal accounts, into one',
  'ask.transfer.money.option.self-employed': 'My account as self-employed',
  'ask.transfer.money.option.tax-deductible-voluntary': 'Tax-deductible voluntary contributions (TVC)',
  'rule.transfer-employer-mandatory':
    "Your employer's mandatory contributions of your present job stay in the employer's scheme. You can move them once you have left.",
  'rule.transfer-voluntary-by-rules':
    "Whether these may move is set by the scheme's own rules. Please call 183 2622; your own mandatory contributions can be moved here.",
  'ask.transfer.last-day.heading': 'What was your last day in that job?',
  'ask.transfer.last-day.help': 'As in your letter of leaving',
  'ask.transfer.last-day.row': 'Last day in the job',
  'rule.transfer-job-not-left': 'This money can move after your last day. Please come back after {from}.',
  'ask.transfer.employer-reported.heading': 'Has the employer reported that you left?',
  'ask.transfer.employer-reported.help': 'Without a report, your own statutory declaration is needed.',
  'ask.transfer.employer-reported.row': 'Reported by the employer',
  'ask.transfer.employer-reported.option.yes': 'Yes',
  'ask.transfer.employer-reported.option.no': 'No',
  'ask.transfer.employer-reported.option.not-known': 'I do not know',
  'ask.transfer.declaration-needed.heading': 'A statutory declaration is needed',
  'ask.transfer.declaration-needed.help': 'Because the employer has not reported that you left',
  'ask.transfer.declaration-needed.text':
    'Please bring the original of a statutory declaration that you left this job. It is made before a Commissioner for Oaths (Home Affairs Department), a notary or a justice of the peace.',
  'ask.transfer.moved-already.heading': 'This money may have moved already',
  'ask.transfer.moved-already.help': 'More than three months have passed.',
  'ask.transfer.moved-already.text':
    'Without an instruction within three months, the money goes to a personal account in the same scheme. It can still be moved: please use the account number on your latest statement.',

  'ask.transfer.from-scheme.heading': 'Which scheme is the money in now?',
  'ask.transfer.from-scheme.help': 'The name is on your statement. In alphabetical order',
  'ask.transfer.from-scheme.row': 'From scheme',
  'ask.transfer.choice-used.heading': 'Have you moved this money before this year?',
  'ask.transfer.choice-used.help': 'Once from 1 January to 31 December, unless the scheme allows more',
  'ask.transfer.choice-used.row': 'Moved before this year',
  'rule.transfer-choice-used':
    'This scheme allows one move in a calendar year, and it is used. Please come back from {from}.',
  'ask.transfer.from-account.heading': 'Which account is the money in?',
  'ask.transfer.from-account.help': 'The number on your statement, letters and figures',
  'ask.transfer.from-account.row': 'From account',
  'rule.transfer-account-twice': 'You have named this account already. Please give another number.',
  'ask.transfer.another-account.heading': 'Is there one more account?',
  'ask.transfer.another-account.help': 'Another personal account to bring in',
  'ask.transfer.another-account.row': 'One more account',

  'ask.transfer.to-type.heading': 'To which kind of account?',
  'ask.transfer.to-type.help': 'A personal account is yours; a contribution account is with an employer.',
  'ask.transfer.to-type.row': 'To kind of account',
  'ask.transfer.to-type.option.contribution': "My account with my present employer's scheme",
  'ask.transfer.to-type.option.personal': 'A personal account',
  'ask.transfer.to-scheme.heading': 'To which scheme?',
  'ask.transfer.to-scheme.help': 'In alphabetical order; the choice is yours.',
  'ask.transfer.to-scheme.row': 'To scheme',
  'rule.transfer-other-scheme':
    'This choice moves money to another scheme. To change funds within the scheme, use "Switch funds".',
  'ask.transfer.to-account-kind.heading': 'Do you have an account there already?',
  'ask.transfer.to-account-kind.help': 'If not, one is opened for you.',
  'ask.transfer.to-account-kind.row': 'Account there',
  'ask.transfer.to-account-kind.option.existing': 'Yes, I have one',
  'ask.transfer.to-account-kind.option.new': 'No, open a new one',
  'ask.transfer.to-account.heading': 'What is the number of that account?',
  'ask.transfer.to-account.help': 'As on its statement, letters and figures',
  'ask.transfer.to-account.row': 'To account',
  'rule.transfer-same-account':
    'The money is in this account already. Please give the number of the account it goes to.',

  'ask.transfer.voluntary-too.heading': 'Voluntary contributions move as well',
  'ask.transfer.voluntary-too.help': 'When personal accounts are brought together',
  'ask.transfer.voluntary-too.text':
    'Everything in these personal accounts moves, with all voluntary contributions. No part can stay behind.',
  'ask.transfer.whole-balance.heading': 'All of it moves',
  'ask.transfer.whole-balance.help': 'A TVC account is moved as a whole.',
  'ask.transfer.whole-balance.text':
    'The whole balance of the TVC account moves. It stays preserved to 65, and moving it gives no tax deduction again.',
  'ask.transfer.guarantee.heading': 'Leaving a guaranteed fund',
  'ask.transfer.guarantee.help': 'If you have money in a fund named here, please read this.',
  'ask.transfer.out-of-market.heading': 'For a time it is not invested',
  'ask.transfer.out-of-market.help': 'Please read this before you move money.',
  'ask.transfer.out-of-market.text':
    'Your units are sold, and bought anew when the money arrives. In between it is in no fund: prices may rise or fall meanwhile.',
  'ask.transfer.out-of-market.mandate':
    'In an account that you have already, it is invested as that account is set for money coming in.',
  'ask.transfer.told':
    'While the money is on its way it is in neither account. Please keep this slip until it has arrived.',
  'ask.transfer.form-unverified': 'Form {form} (please ask for the form; its code is not confirmed)',
  'ask.transfer.bring-declaration': 'The original of your statutory declaration that you left the job',
} as const;
