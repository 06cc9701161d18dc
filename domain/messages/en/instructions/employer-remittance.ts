/** An employer's remittance, by form or by file. */
export const employerRemittance = {
  'kind.employer-remittance.name': 'Pay contributions for employees',
  'kind.employer-remittance.help': 'For employers: by form, or by file.',
  'declaration.employer-remittance':
    'I may act for the paying company shown. The incomes, dates and contributions are right for every employee listed.',
  'receipt.employer-remittance':
    'This is the contribution data. It counts as paid when eMPF has received the money as well.',

  'ask.employer-remittance.authorised.heading': 'May you submit contributions for the company?',
  'ask.employer-remittance.authorised.help': 'An authorised person of the company that pays',
  'ask.employer-remittance.authorised.row': 'Authorised by the company',
  'rule.remittance-not-authorised':
    'Only a person authorised by the company can submit this. Please ask the company, or call 183 2622.',
  'ask.employer-remittance.way.heading': 'How would you like to give the data?',
  'ask.employer-remittance.way.help': 'A file has 47 columns and comes from your payroll program.',
  'ask.employer-remittance.way.row': 'Given by',
  'ask.employer-remittance.way.option.form': 'A few employees by form (at most 5)',
  'ask.employer-remittance.way.option.file': 'I have a file on a USB drive',
  'ask.employer-remittance.mock-run.heading': 'Check a contribution file, send nothing',
  'ask.employer-remittance.mock-run.help': 'A mock run for employers. No card is needed.',
  'ask.employer-remittance.mock-run.nothing-sent':
    'Nothing is sent, nothing is paid and nothing of the file is kept on this machine.',
  'ask.employer-remittance.mock-run.checked':
    'Every row is checked as when you pay. Each error is shown with its place and what to do, and you can save the list on your USB drive.',
  'ask.employer-remittance.mock-run.needed':
    'Have at hand: the file of 47 columns on a USB drive, and the number of your employer account.',
  'ask.employer-remittance.mock-run.begin': 'Begin the check',
  'ask.employer-remittance.rules.heading': 'Does the drive hold your rules?',
  'ask.employer-remittance.rules.help':
    'They describe your voluntary contributions: empf-rules.json, in the same folder.',
  'ask.employer-remittance.rules.row': "Employer's rules",
  'ask.employer-remittance.rules.option.drive': 'Yes, check every row by them',
  'ask.employer-remittance.rules.option.none': 'No, voluntary contributions are not checked here',
  'ask.employer-remittance.rules.option.stored': 'No, check every row by the rules that eMPF has',
  'ask.employer-remittance.stored-rules.heading': 'The rules that eMPF has of the company',
  'ask.employer-remittance.stored-rules.help':
    'For voluntary contributions, as the company described them once',
  'ask.employer-remittance.stored-rules.row': "The company's rules at eMPF",
  'ask.employer-remittance.stored-rules.asking': 'We are asking eMPF for them. It takes a few seconds.',
  'ask.employer-remittance.stored-rules.without': 'Go on without them',
  'ask.employer-remittance.stored-rules.found':
    'Received by eMPF on {date}; they hold from {from}. Voluntary contributions are checked against them.',
  'ask.employer-remittance.stored-rules.more': 'There are {count} more rules. All of them are used.',
  'ask.employer-remittance.stored-rules.none':
    'The company has not described its rules for this account and this scheme. Its Company Authorised Person can do so here, under "Contributions".',
  'ask.employer-remittance.stored-rules.not-fetched':
    'We could not fetch the rules. If the company has described some, eMPF compares them later.',
  'ask.employer-remittance.stored-rules.not-checked':
    'Not checked here: whether the voluntary contributions are as the company described them. Everything else is checked.',
  'ask.employer-remittance.stored-rules.rule.all': '{slot}, all employees',
  'ask.employer-remittance.stored-rules.rule.class': '{slot}, class {memberClass}',
  'ask.employer-remittance.stored-rules.by.service-years': 'By years of service',
  'ask.employer-remittance.stored-rules.by.salary-band': 'By income',
  'ask.employer-remittance.stored-rules.by.grade': 'By grade',
  'ask.employer-remittance.stored-rules.formula.percentage': '{value}',
  'ask.employer-remittance.stored-rules.formula.percentage-minus-MC': '{value} less mandatory',
  'ask.employer-remittance.stored-rules.formula.match-EEVC': "{value} of the employee's",
  'ask.employer-remittance.stored-rules.told.found': 'Fetched; amounts are checked against them',
  'ask.employer-remittance.stored-rules.told.none': 'None are described',
  'ask.employer-remittance.stored-rules.told.not-fetched': 'Could not be fetched; not checked against them',
  'rule.remittance-rules-asked-again':
    'These rules are of another account or scheme. Please open this page again, so that we ask for the right ones.',
  'rule.remittance-basic-salary-by-rules':
    'By the rules of the company they are based on basic salary. Please choose that, so that we can check them.',
  'ask.employer-remittance.file.heading': 'The contribution file',
  'ask.employer-remittance.file.help': 'Every row was checked on this machine.',
  'ask.employer-remittance.file.row': 'File',
  'ask.employer-remittance.file.rows': '{rows} rows, nothing in them holds the file back',
  'ask.employer-remittance.file.held':
    '{held, plural, one {# row of the file is} other {# rows of the file are}} not in this remittance',
  'rule.remittance-file-gone':
    'This machine no longer holds the file. Please put the drive in and choose the file again.',
  'ask.employer-remittance.employee-count.heading': 'For how many employees?',
  'ask.employer-remittance.employee-count.help':
    'All in the same company, the same scheme and the same period',
  'ask.employer-remittance.employee-count.row': 'Employees',
  'ask.employer-remittance.employee-count.option.1': '1',
  'ask.employer-remittance.employee-count.option.2': '2',
  'ask.employer-remittance.employee-count.option.3': '3',
  'ask.employer-remittance.employee-count.option.4': '4',
  'ask.employer-remittance.employee-count.option.5': '5',
  'ask.employer-remittance.employee-count.option.more': 'More than 5',
  'rule.remittance-more-than-five':
    'More than 5 employees go by the 47-column file. Put it on a USB drive, go back and choose: I have a file.',
  'ask.employer-remittance.enrolled.heading': 'Are all of them members of the scheme already?',
  'ask.employer-remittance.enrolled.help': 'Each has been enrolled in the scheme for this job.',
  'ask.employer-remittance.enrolled.row': 'All are members already',
  'rule.remittance-not-enrolled':
    'Contributions of somebody who is not enrolled would be held up. Please enrol new employees first, or use the 47-column file.',
  'ask.employer-remittance.group.heading': 'Is the company one of a group?',
  'ask.employer-remittance.group.help':
    'Companies of the same owner, each with an employer account of its own',
  'ask.employer-remittance.group.row': 'One of a group',
  'ask.employer-remittance.companies.heading': 'Which companies employ these people?',
  'ask.employer-remittance.companies.help':
    'One on each line, by its English name as registered; at most three',
  'ask.employer-remittance.companies.row': 'Companies named',
  'rule.remittance-company-name': 'A company name has letters. Please type it as it is registered.',
  'rule.remittance-company-twice': 'The same company stands here twice. Please keep it once.',
  'ask.employer-remittance.payer.heading': 'Which company pays?',
  'ask.employer-remittance.payer.help': 'Its name as on the cheque or the bank account',
  'ask.employer-remittance.payer.row': 'Paying company',
  'rule.remittance-payer-not-named':
    'This company is not among those you named for this remittance. Check the name, or go back and add the company.',
  'ask.employer-remittance.employer-account.heading': 'Its employer account number',
  'ask.employer-remittance.employer-account.help':
    'The account of the paying company, as on its contribution bill',
  'ask.employer-remittance.employer-account.row': 'Employer account',
  'rule.remittance-employer-account':
    'An employer account number has 4 to {most} letters and figures. Please check it with the contribution bill.',
  'ask.employer-remittance.account-type.heading': 'Regular or casual employees?',
  'ask.employer-remittance.account-type.help': 'One kind at a time. Casual: industry schemes only',
  'ask.employer-remittance.account-type.row': 'Kind of employees',
  'ask.employer-remittance.account-type.option.REE': 'Regular employees',
  'ask.employer-remittance.account-type.option.CEE': 'Casual employees (construction, catering)',
  'ask.employer-remittance.period-start.heading': 'First day of the payroll period',
  'ask.employer-remittance.period-start.help': 'As in the records of eMPF',
  'ask.employer-remittance.period-start.row': 'Period from',
  'ask.employer-remittance.period-end.heading': 'Last day of the payroll period',
  'ask.employer-remittance.period-end.help': 'As in the records of eMPF. It must be over.',
  'ask.employer-remittance.period-end.row': 'Period to',
  'rule.remittance-period-in-future': 'This day has not come yet. Please come back when the period is over.',
  'rule.remittance-period-order': 'The last day is before the first. Please check both days.',
  'rule.remittance-period-too-long':
    'A payroll period has at most {days} days here. Please check both days, or split the period.',
  'ask.employer-remittance.contribution-day.heading': 'The contribution day',
  'ask.employer-remittance.contribution-day.help':
    'The working day after pay-day, or within 10 days after the period',
  'ask.employer-remittance.contribution-day.row': 'Contribution day',
  'rule.remittance-contribution-day':
    'The contribution day lies between {date} and {lastDay} for this period. Please check it.',
  'ask.employer-remittance.voluntary.heading': 'Are there voluntary contributions?',
  'ask.employer-remittance.voluntary.help': 'Of the company or of an employee, by the rules of your scheme',
  'ask.employer-remittance.voluntary.row': 'Voluntary contributions',
  'ask.employer-remittance.voluntary.option.none': 'No',
  'ask.employer-remittance.voluntary.option.some': 'Yes',
  'ask.employer-remittance.voluntary.option.on-basic-salary': 'Yes, based on basic salary',

  'ask.employer-remittance.staff-number.heading': 'Employee {index}: staff number',
  'ask.employer-remittance.staff-number.help': 'It tells employees apart here. No names, please.',
  'ask.employer-remittance.staff-number.row': 'Employee {index}: staff number',
  'rule.remittance-staff-number':
    'A staff number has up to 20 letters and figures, at least one figure, and is not an ID card number.',
  'rule.remittance-staff-twice': 'Another employee here has this staff number. Please check both.',
  'ask.employer-remittance.id-type.heading': 'Employee {index}: which document?',
  'ask.employer-remittance.id-type.help': 'As enrolled in the scheme',
  'ask.employer-remittance.id-type.row': 'Employee {index}: document',
  'ask.employer-remittance.id-type.option.HKID': 'Hong Kong ID card',
  'ask.employer-remittance.id-type.option.PASSPORT': 'Passport (has no Hong Kong ID card)',
  'ask.employer-remittance.about-employee': 'Employee {index}: staff number {number}',
  'ask.employer-remittance.id-number.heading': 'Employee {index}: number of the document',
  'ask.employer-remittance.id-number.help': 'For an ID card, with the figure or letter in brackets',
  'ask.employer-remittance.id-number.row': 'Employee {index}: number',
  'rule.remittance-passport': 'A passport number has 4 or more letters and figures. Please check it.',
  'rule.remittance-number-twice':
    'Another employee here has this number. Each stands here once: please check both.',
  'ask.employer-remittance.born.heading': 'Employee {index}: date of birth',
  'ask.employer-remittance.born.help': 'As on the document: day, month, year; or what it shows of them',
  'ask.employer-remittance.born.row': 'Employee {index}: date of birth',
  'rule.remittance-born-shape':
    'We cannot read this as a date of birth. Please type day, month and year, such as 15-6-1985.',
  'rule.remittance-too-young':
    'An employee here is at least {least} years old. Please check the date with the document.',
  'ask.employer-remittance.employment-date.heading': 'Employee {index}: first day of employment',
  'ask.employer-remittance.employment-date.help': 'The first 30 and 60 days are counted from it.',
  'ask.employer-remittance.employment-date.row': 'Employee {index}: employed from',
  'rule.remittance-employed-before-born':
    'The first day of employment is before the birth. Please check both.',
  'rule.remittance-employed-after-period':
    'Employment began after this period. Please check the day, or pay for this employee with the next period.',
  'ask.employer-remittance.left.heading': 'Has employee {index} left?',
  'ask.employer-remittance.left.help': 'In this period or before it',
  'ask.employer-remittance.left.row': 'Employee {index}: has left',
  'ask.employer-remittance.last-day.heading': 'Employee {index}: last day of employment',
  'ask.employer-remittance.last-day.help': 'The last day employed, not the day of the last pay',
  'ask.employer-remittance.last-day.row': 'Employee {index}: last day',
  'rule.remittance-left-before-joining': 'The last day is before the first. Please check both days.',
  'rule.remittance-left-after-period':
    'This day is after the period. Say here that the employee has not left, and report it with the period of that day.',
  'ask.employer-remittance.reason.heading': 'Employee {index}: why did the service end?',
  'ask.employer-remittance.reason.help': 'As in your records',
  'ask.employer-remittance.reason.row': 'Employee {index}: end of service',
  'ask.employer-remittance.severance.heading': 'Employee {index}: severance or long service?',
  'ask.employer-remittance.severance.help': 'Whether the employee is entitled to one of these payments',
  'ask.employer-remittance.severance.row': 'Employee {index}: payment on leaving',
  'ask.employer-remittance.severance.option.none': 'Neither',
  'ask.employer-remittance.severance.option.L': 'Long service payment',
  'ask.employer-remittance.severance.option.S': 'Severance payment',
  'rule.remittance-long-service-reason':
    'Long service pay goes with death, dismissal, end of contract, ill health or retirement. Please check the reason.',
  'rule.remittance-severance-reason':
    'Severance pay goes with redundancy or laying off only. Please check the reason.',

  'ask.employer-remittance.member-class.heading': 'Employee {index}: which member class?',
  'ask.employer-remittance.member-class.help': 'The rules of the company are not the same for all classes.',
  'ask.employer-remittance.member-class.row': 'Employee {index}: member class',
  'ask.employer-remittance.grade.heading': 'Employee {index}: which grade?',
  'ask.employer-remittance.grade.help': 'The rules of the company go by grade.',
  'ask.employer-remittance.grade.row': 'Employee {index}: grade',
  'ask.employer-remittance.income.heading': 'Employee {index}: income in this period',
  'ask.employer-remittance.income.help':
    'All relevant income before any share-out. Unpaid leave all the time: 0',
  'ask.employer-remittance.income.row': 'Employee {index}: relevant income',
  'ask.employer-remittance.working-days.heading': 'Employee {index}: days worked',
  'ask.employer-remittance.working-days.help': 'Working days in this period',
  'ask.employer-remittance.working-days.row': 'Employee {index}: days worked',
  'rule.remittance-working-days-missing': 'There is income: please give the days worked, 1 or more.',
  'rule.remittance-working-days-too-many': 'The period has only {days} days. Please check the days worked.',
  'ask.employer-remittance.income-after-holiday.heading':
    'Employee {index}: income that counts for the employee',
  'ask.employer-remittance.income-after-holiday.help':
    'Income after the calendar month in which the 30th day of employment falls',
  'ask.employer-remittance.income-after-holiday.row': 'Employee {index}: income that counts',
  'rule.remittance-after-holiday-income':
    'This is part of the income of the period, at most HK${most}. Please check it.',
  'ask.employer-remittance.basic-salary.heading': 'Employee {index}: basic salary',
  'ask.employer-remittance.basic-salary.help': 'Your voluntary contributions are based on it.',
  'ask.employer-remittance.basic-salary.row': 'Employee {index}: basic salary',
  'ask.employer-remittance.ermc.heading': "Employee {index}: employer's mandatory",
  'ask.employer-remittance.ermc.help': 'As in your payroll. What we work out is shown beside it.',
  'ask.employer-remittance.ermc.row': "Employee {index}: employer's mandatory",
  'ask.employer-remittance.eemc.heading': "Employee {index}: employee's mandatory",
  'ask.employer-remittance.eemc.help': 'What was taken from the pay. What we work out is shown beside it.',
  'ask.employer-remittance.eemc.row': "Employee {index}: employee's mandatory",
  'rule.remittance-above-income':
    'A mandatory contribution cannot be more than the income, HK${most}. Please check it.',
  'ask.employer-remittance.ervc.heading': "Employee {index}: employer's voluntary",
  'ask.employer-remittance.ervc.help': '0 when there is none for this employee',
  'ask.employer-remittance.ervc.row': "Employee {index}: employer's voluntary",
  'ask.employer-remittance.ervc2.heading': "Employee {index}: employer's second voluntary",
  'ask.employer-remittance.ervc2.help': 'ERVC2, by the rules of the company; 0 when there is none',
  'ask.employer-remittance.ervc2.row': "Employee {index}: employer's second voluntary",
  'ask.employer-remittance.eevc.heading': "Employee {index}: employee's voluntary",
  'ask.employer-remittance.eevc.help': '0 when there is none for this employee',
  'ask.employer-remittance.eevc.row': "Employee {index}: employee's voluntary",
  'ask.employer-remittance.compare.heading': 'Employee {index}: entered, and worked out',
  'ask.employer-remittance.compare.help': 'Go back to change an amount, the income or a date.',
  'ask.employer-remittance.compare.same': 'The mandatory contributions are what we work out.',
  'ask.employer-remittance.compare.same-by-rules':
    'All contributions are what we work out, the voluntary ones by the rules of the company.',
  'ask.employer-remittance.compare.voluntary-unknown':
    'Not checked: voluntary contributions. They could not be worked out for this employee.',
  'ask.employer-remittance.compare.before-rules': 'The rules of the company hold from {from} only.',
  'ask.employer-remittance.compare.not-fetched':
    'Not checked: voluntary contributions. The rules of the company could not be fetched.',
  'ask.employer-remittance.compare.different':
    'Some contributions are not what we work out. You may go on; eMPF compares them as well.',
  'ask.employer-remittance.compare.unknown':
    'We cannot work out the mandatory contributions here. eMPF compares them with the income.',
  'ask.employer-remittance.compare.blank': 'Left blank',
  'ask.employer-remittance.compare.income': 'Relevant income',
  'ask.employer-remittance.compare.employer-computed': "Employer's mandatory, worked out",
  'ask.employer-remittance.compare.employer-entered': "Employer's mandatory, entered",
  'ask.employer-remittance.compare.employee-computed': "Employee's mandatory, worked out",
  'ask.employer-remittance.compare.employee-entered': "Employee's mandatory, entered",
  'ask.employer-remittance.compare.employer-voluntary': "Employer's voluntary",
  'ask.employer-remittance.compare.employer-voluntary-2': "Employer's second voluntary",
  'ask.employer-remittance.compare.employee-voluntary': "Employee's voluntary",
  'ask.employer-remittance.compare.total': 'Total of this employee',

  'ask.employer-remittance.timing.heading': 'When it must be there',
  'ask.employer-remittance.timing.help':
    'Contributions count on the day they are received; the postmark does not.',
  'ask.employer-remittance.pay-by.heading': 'How does the company pay?',
  'ask.employer-remittance.pay-by.help': 'Cash is not taken anywhere.',
  'ask.employer-remittance.pay-by.row': 'Paid by',
  'ask.employer-remittance.pay-by.option.cheque': 'Cheque, by post or drop box',
  'ask.employer-remittance.pay-by.option.direct-debit': 'Direct debit that is set up with eMPF',
  'ask.employer-remittance.slip.heading': 'Payment slip',
  'ask.employer-remittance.slip.help': 'Please check the paying company above all.',
  'ask.employer-remittance.slip.payer': 'Paying company',
  'ask.employer-remittance.slip.scheme': 'Scheme',
  'ask.employer-remittance.slip.account': 'Employer account',
  'ask.employer-remittance.slip.period': 'Payroll period',
  'ask.employer-remittance.slip.employees': 'Employees',
  'ask.employer-remittance.slip.rows': 'Rows in this payment',
  'ask.employer-remittance.slip.held': 'Rows not in this payment',
  'ask.employer-remittance.slip.surcharges': 'Surcharges in the file',
  'ask.employer-remittance.slip.employer-mandatory': "Employer's mandatory",
  'ask.employer-remittance.slip.employee-mandatory': "Employees' mandatory",
  'ask.employer-remittance.slip.voluntary': 'Voluntary',
  'ask.employer-remittance.slip.total': 'To pay',
  'ask.employer-remittance.slip.due': 'To be received by',
  'ask.employer-remittance.slip.surcharge': 'Surcharge of 5%, not included',
  'ask.employer-remittance.due-not-known':
    'The due day cannot be worked out here. Please call {number} before you pay.',
  'ask.employer-remittance.other-channels':
    'Other ways that arrive in time: the eMPF website, or ask the contribution hotline, {number}.',
  'ask.employer-remittance.not-on-holidays': 'The hotline is closed on public holidays.',
  'ask.employer-remittance.slip.cheque':
    'Put the cheque in the drop box of a Service Centre, or post it. It must arrive by the due day; the postmark does not count. No cash. Address:',
  'ask.employer-remittance.slip.direct-debit':
    'eMPF debits the bank account that is set up for the paying company. No cash is taken.',
  'ask.employer-remittance.slip.bill-number':
    'Write the number of the eMPF bill on the payment: it is the payment reference. Our reference number never is.',
  'ask.employer-remittance.slip.nothing-to-pay':
    'There is nothing to pay. The zeros tell eMPF that the period was not forgotten.',
  'ask.employer-remittance.told-due': 'eMPF must have the money and this data by {date}.',
  'ask.employer-remittance.told-amount': 'To pay: HK${amount}, by {payer}.',
  'ask.employer-remittance.told-held':
    '{held, plural, one {# row of your file is} other {# rows of your file are}} not in this payment. Correct and bring only the returned file.',
  'ask.employer-remittance.bring-file': 'The USB drive with the contribution file',
  'ask.employer-remittance.bring-payroll': 'The payroll records of this period',
  'ask.employer-remittance.bring-cheque': 'The cheque of the paying company. It can be posted as well:',
} as const;
