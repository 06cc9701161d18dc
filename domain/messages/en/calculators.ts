/** What people ask before they decide: menu, questions, answers. */
export const calculators = {
  'calculator.not-submitted': 'For reference only. Nothing is kept or submitted.',
  'calculator.another': 'Another sum',
  'calculator.to-menu': 'Menu',
  'calculator.end': 'Finish',

  'calculator.contribution-amount.name': 'My contribution this month',
  'calculator.contribution-amount.help': 'For regular employees: what you and your employer must pay',
  'calculator.contribution-amount.result': 'Mandatory contributions',
  'calculator.contribution-amount.age.heading': 'How old is the employee?',
  'calculator.contribution-amount.age.help': 'Nobody is identified here. The age group is enough.',
  'calculator.contribution-amount.age.option.under-18': 'Under 18',
  'calculator.contribution-amount.age.option.between': '18 to 64',
  'calculator.contribution-amount.age.option.over-65': '65 or over',
  'calculator.contribution-amount.recent.heading': 'Did this job start in the last 60 days?',
  'calculator.contribution-amount.recent.help': 'Other rules hold at the beginning of a job.',
  'calculator.contribution-amount.recent.option.no': 'No, before that',
  'calculator.contribution-amount.recent.option.yes': 'Yes, in the last 60 days',
  'calculator.contribution-amount.started-on.heading': 'On which day did it start?',
  'calculator.contribution-amount.started-on.help': 'The first day of this job',
  'calculator.contribution-amount.paid.heading': 'How is the wage paid?',
  'calculator.contribution-amount.paid.help': 'It decides whether monthly or daily limits apply.',
  'calculator.contribution-amount.paid.option.monthly': 'By the calendar month',
  'calculator.contribution-amount.paid.option.other': 'By a shorter period: day, week, half month',
  'calculator.contribution-amount.days.heading': 'How many days are in the wage period?',
  'calculator.contribution-amount.days.help':
    'Count calendar days, days off included. Paid by the day is 1; by the week, 7.',
  'calculator.contribution-amount.income.heading': 'How much is the income of this period?',
  'calculator.contribution-amount.income.help':
    'Wages, leave pay, commission, bonus and allowances. Not long service or severance payments.',
  'calculator.contribution-amount.employer': 'The employer pays',
  'calculator.contribution-amount.employee': 'The employee pays',
  'calculator.contribution-amount.amount': 'HK${amount}',
  'calculator.contribution-amount.ordinary': 'Each pays 5% of the income.',
  'calculator.contribution-amount.only':
    'Mandatory contributions of a regular employee only. The figures of eMPF count.',

  'calculator.dis-share.name': 'What DIS does at my age',
  'calculator.dis-share.help': 'How the Default Investment Strategy divides money, year by year',
  'calculator.dis-share.result': 'What DIS does at this age',
  'calculator.dis-share.age.heading': 'How old are you?',
  'calculator.dis-share.age.help': 'In whole years. Nobody is identified here.',
  'calculator.dis-share.now': 'Now, at {age}',
  'calculator.dis-share.from': 'From {age}',
  'calculator.dis-share.funds': 'Age',
  'calculator.dis-share.both-funds': 'Core Accumulation / Age\u00a065\u00a0Plus',
  'calculator.dis-share.split': '{core}% / {older}%',
  'calculator.dis-share.left-out': 'In the years that are not shown, the shares move on every year.',
  'calculator.dis-share.birthday':
    'Shares usually change on the birthday. What the money will be worth, nobody can say: it can fall.',
  'calculator.dis-share.stays':
    'The shares no longer change. What the money will be worth, nobody can say: it can fall.',
  'calculator.dis-share.stand-alone':
    'This is DIS as a whole. Either fund chosen by itself is not DIS: nothing is moved as you get older.',
  'calculator.dis-share.not-verified':
    'Not every figure of this table has been verified. Please check with 183 2622.',

  'calculator.dealing-day.name': 'The dealing day if I submit now',
  'calculator.dealing-day.help': 'For fund switches, in any scheme',
  'calculator.dealing-day.result': 'The dealing day',
  'calculator.dealing-day.counts':
    'What counts is when eMPF receives it. The price of that day is not known in advance.',

  'rule.calculator-age': 'Give an age from {least} to {most}, in whole years.',
  'rule.calculator-start-in-future': 'This day is still to come. Give the day on which the job started.',
  'rule.calculator-start-long-ago':
    'That is more than 60 days ago (before {earliest}). Correct the day, or go back and choose "No".',
  'rule.calculator-days':
    'Give 1 to {most} days. Paid by the month: go back and choose that. Otherwise ask 183 2622.',
} as const;
