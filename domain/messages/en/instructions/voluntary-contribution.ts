/** Voluntary contributions paid directly: TVC and SVC. */
export const voluntaryContribution = {
  'kind.voluntary-contribution.name': 'Pay voluntary contributions',
  'kind.voluntary-contribution.help': 'Directly from your bank account: TVC or SVC.',
  'declaration.voluntary-contribution':
    'Please debit this amount from my own bank account as shown. I read when the money can be taken out.',
  'receipt.voluntary-contribution':
    'This is an instruction to debit a voluntary contribution from your bank account.',

  'ask.voluntary-contribution.type.heading': 'Which voluntary contribution?',
  'ask.voluntary-contribution.type.help': 'They differ in tax and in when the money can be taken out.',
  'ask.voluntary-contribution.type.row': 'Voluntary contribution',
  'ask.voluntary-contribution.type.option.special-voluntary': 'Special voluntary contribution (SVC)',
  'ask.voluntary-contribution.type.option.tax-deductible-voluntary':
    'Tax-deductible voluntary contribution (TVC)',
  'ask.voluntary-contribution.type.option.through-employer': 'Extra contributions taken from my wages',
  'rule.voluntary-through-employer':
    'These are paid by your employer with your wages. Please ask your employer; TVC and SVC can be paid here.',
  'ask.voluntary-contribution.account-kind.heading': 'Do you have such an account already?',
  'ask.voluntary-contribution.account-kind.help': 'TVC and SVC each have an account of their own.',
  'ask.voluntary-contribution.account-kind.row': 'Account',
  'ask.voluntary-contribution.account-kind.option.existing': 'Yes, I have one',
  'ask.voluntary-contribution.account-kind.option.new': 'No, open a new one',
  'ask.voluntary-contribution.frequency.heading': 'How often?',
  'ask.voluntary-contribution.frequency.help': 'Monthly until you stop it, or a single time',
  'ask.voluntary-contribution.frequency.row': 'How often',
  'ask.voluntary-contribution.frequency.option.monthly': 'Every month',
  'ask.voluntary-contribution.frequency.option.one-off': 'Once',
  'ask.voluntary-contribution.amount.heading': 'How much each time?',
  'ask.voluntary-contribution.amount.help': 'Your scheme may have a least amount; its brochure says so.',
  'ask.voluntary-contribution.amount.row': 'Amount',
  'ask.voluntary-contribution.debit-day.heading': 'On which day of the month?',
  'ask.voluntary-contribution.debit-day.help': 'From 1 to 28. Without a choice it is the 15th.',
  'ask.voluntary-contribution.debit-day.row': 'Day of the month',
  'rule.voluntary-debit-day': 'Please enter a day from 1 to {most}: every month has these.',
  'ask.voluntary-contribution.paid-this-year.heading': 'How much have you paid this tax year?',
  'ask.voluntary-contribution.paid-this-year.help':
    'TVC and QDAP premiums together since 1 April; 0 if nothing',
  'ask.voluntary-contribution.paid-this-year.row': 'Paid this tax year',
  'ask.voluntary-contribution.tax.heading': 'Tax and TVC',
  'ask.voluntary-contribution.tax.help': 'A tax year is from 1 April to 31 March.',
  'ask.voluntary-contribution.tax.shared-cap':
    'The deduction of a tax year has a cap, which TVC and premiums of qualifying deferred annuities (QDAP) share.',
  'ask.voluntary-contribution.tax.over-cap':
    'This goes over the cap. The part above it is not deductible, and it is preserved all the same.',
  'ask.voluntary-contribution.tax.next-year':
    'The first debit falls in the next tax year. If it should count for this one, choose an earlier day or ask staff.',
  'ask.voluntary-contribution.tax.preserved':
    'TVC are preserved until 65, like mandatory contributions; taking them out earlier needs one of the grounds in law.',
  'ask.voluntary-contribution.tax.first-debit': 'First debit, at the earliest',
  'ask.voluntary-contribution.tax.year-end': 'End of that tax year',
  'ask.voluntary-contribution.tax.total': 'Together in that tax year',
  'ask.voluntary-contribution.tax.cap': 'Cap of the tax year',
  'ask.voluntary-contribution.tax.over': 'Above the cap',
  'ask.voluntary-contribution.special.heading': 'About SVC',
  'ask.voluntary-contribution.special.help': 'Please read this before you pay.',
  'ask.voluntary-contribution.special.rules':
    "When and how SVC can be taken out is set by the scheme's own rules; its brochure has them.",
  'ask.voluntary-contribution.special.no-tax': 'SVC are not tax-deductible.',
  'ask.voluntary-contribution.told':
    'The first debit is on {date} at the earliest. It counts as paid when eMPF has received the money.',
} as const;
