/** Words that several kinds of instruction share. Dates in parameters are ISO dates; the screen writes them out. */
export const shared = {
  'shared.yes': 'Yes',
  'shared.no': 'No',
  'shared.read': 'I have read this',
  'shared.understood': 'I understand',
  'shared.no-advice': 'I cannot give investment advice.',
  'shared.scheme-from': 'On eMPF from {date}',

  'ask.shared.scheme.heading': 'Which MPF scheme?',
  'ask.shared.scheme.help': 'The name is on your statement. In alphabetical order',
  'ask.shared.scheme.row': 'Scheme',
  'rule.scheme-not-known': 'This scheme is not on the list. Please choose one from the list.',
  'rule.scheme-not-yet': 'This scheme joins eMPF on {on}. Until then, give this instruction to its trustee.',
  'rule.scheme-moving':
    'This scheme is moving to eMPF, which takes it from {on}. Its trustee takes this until {lastDay}.',
  'rule.scheme-moving-closed':
    'This scheme is moving to eMPF. Please come back from {on}, or ask its trustee about anything urgent.',
  'refusal.no-scheme-on': 'No scheme takes this on eMPF today',
  'refusal.no-scheme-on.help': 'Please ask the trustee of your scheme, or call 183 2622.',

  'ask.shared.account.heading': 'What is the account number?',
  'ask.shared.account.help': 'As on your statement, letters and figures',
  'ask.shared.account.row': 'Account number',
  'rule.account-number-shape':
    'An account number has 4 to 20 letters and figures. Please check it with your statement.',

  'rule.amount-too-small': 'The amount is at least HK${least}. Please enter a larger one.',
  'rule.amount-too-large': 'The amount is at most HK${most}. Please enter a smaller one.',

  'ask.shared.bank-own-name.heading': 'Is the bank account in your own name only?',
  'ask.shared.bank-own-name.help': 'A Hong Kong dollar account at a bank in Hong Kong',
  'ask.shared.bank-own-name.row': 'Account in own name only',
  'rule.bank-not-own-name':
    'Only an account in your own name alone can be used. Please come back with its number.',
  'ask.shared.bank-code.heading': 'What is the code of the bank?',
  'ask.shared.bank-code.help': 'Three figures; they stand before the account number.',
  'ask.shared.bank-code.row': 'Bank code',
  'rule.bank-code-shape': 'A bank code has three figures, such as those before your account number.',
  'ask.shared.bank-account.heading': 'What is the bank account number?',
  'ask.shared.bank-account.help': 'With the branch figures, without the bank code',
  'ask.shared.bank-account.row': 'Bank account',
  'rule.bank-account-shape':
    'A bank account number has 6 to 12 figures. Please check it with your bank card.',

  'shared.continue': 'Continue',
  'shared.records.as-of': 'As eMPF has it on {date}.',
  'shared.records.sample': 'Sample data: invented for this test machine.',
  'shared.records.holds': '{amount} in it',
  'ask.shared.known-account.heading': 'Which account is it about?',
  'ask.shared.known-account.help': 'From the records of eMPF, in the order of the scheme names',
  'ask.shared.known-account.row': 'Account',
  'ask.shared.known-account.number': 'Account number {number}',
  'ask.shared.known-account.option.other': 'Another account',
  'ask.shared.holdings.heading': 'What is in this account now',
  'ask.shared.holdings.help': 'Part by part, and the funds in each by name',
  'ask.shared.mandate-now.heading': 'Where new money goes now',
  'ask.shared.mandate-now.help': 'Part by part, and the funds in each by name',

  'ask.shared.contribution-types.heading': 'Which part of the account?',
  'ask.shared.contribution-types.help': 'Choose one or more. Each gets the same instruction.',
  'ask.shared.contribution-types.row': 'Part of the account',
  'ask.shared.contribution-types.option.employer-mandatory': 'Mandatory, from my employer',
  'ask.shared.contribution-types.option.employee-mandatory': 'Mandatory, from me',
  'ask.shared.contribution-types.option.employer-voluntary': 'Voluntary, from my employer',
  'ask.shared.contribution-types.option.employee-voluntary': 'Voluntary, from me',
  'ask.shared.contribution-types.option.self-employed-mandatory': 'Mandatory, as self-employed',
  'ask.shared.contribution-types.option.former-employment': 'Money from former jobs',
  'ask.shared.contribution-types.option.special-voluntary': 'Special voluntary (SVC)',
  'ask.shared.contribution-types.option.tax-deductible-voluntary': 'Tax-deductible voluntary (TVC)',
  'rule.contribution-type-needed': 'Please choose at least one part of the account.',

  'ask.shared.investment.heading': 'How should this money be invested?',
  'ask.shared.investment.help': 'The choice is yours. If you have no funds in mind, read what DIS is.',
  'ask.shared.investment.row': 'Investment',
  'ask.shared.investment.option.dis': 'Default Investment Strategy (DIS)',
  'ask.shared.investment.option.funds': 'Funds that I choose myself',
  'ask.shared.funds.heading': 'Which funds, and how much in each?',
  'ask.shared.funds.help': 'Whole percentages, 100 together. In alphabetical order',
  'ask.shared.funds.row': 'Funds',
  'ask.shared.dis-explained.heading': 'What DIS does',
  'ask.shared.dis-explained.help': 'How the Default Investment Strategy works',
  'shared.dis.what':
    'DIS puts your money in two funds: the Core Accumulation Fund (about 60% higher-risk assets) and the Age 65 Plus Fund (about 20%).',
  'shared.dis.ages':
    'Below 50 all of it is in the Core Accumulation Fund. From 50 to 64 a part moves each year; from 64 all of it is in the Age 65 Plus Fund.',
  'shared.dis.fees':
    'Fees are at most 0.75% of assets a year, and out-of-pocket expenses at most 0.2%. Its value can still fall.',
  'shared.dis.at-age': 'At your age',
  'shared.dis.core-accumulation': 'Core Accumulation Fund',
  'shared.dis.age-65-plus': 'Age 65 Plus Fund',
  'ask.shared.stand-alone.heading': 'This fund alone does not follow your age',
  'ask.shared.stand-alone.help': 'You chose a fund of DIS by itself.',
  'shared.stand-alone':
    'Chosen by itself, this fund is not DIS: risk is not lowered as you get older. If you want that, go back and choose DIS.',

  'shared.dealing.before': 'If eMPF receives it before {cutOff} on {date}',
  'shared.dealing.from': 'If eMPF receives it at or after {cutOff} on {date}',
  'shared.dealing.weather':
    'Saturdays, Sundays and public holidays do not count. Gale or black rainstorm warnings can change the day.',
  'shared.dealing.offline':
    'This machine is offline and sends nothing now. The day counts from when eMPF receives it.',
  'shared.dealing.not-known': 'The dealing day cannot be worked out here. Please call 183 2622.',
  'shared.dealing.told':
    'If eMPF receives it before {cutOff} on {date}, that is the dealing day; later, it is {after}.',

  'shared.guarantee':
    'Leaving a guaranteed fund early may lose the guarantee. Its conditions are in the scheme brochure.',
} as const;
