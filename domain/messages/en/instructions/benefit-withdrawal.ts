/** MPF taken out, on one of seven grounds. */
export const benefitWithdrawal = {
  'kind.benefit-withdrawal.name': 'Take MPF money out',
  'kind.benefit-withdrawal.help': 'Seven reasons in law. Each has its own conditions and papers.',
  'declaration.benefit-withdrawal':
    'What I have said about this claim is true and complete. I know that a false statement can be prosecuted.',
  'receipt.benefit-withdrawal': 'Your claim is looked at once eMPF has it with all papers.',

  'ask.benefit-withdrawal.ground.heading': 'Why do you take the money out?',
  'ask.benefit-withdrawal.ground.help': 'We ask the conditions of your reason first.',
  'ask.benefit-withdrawal.ground.row': 'Reason',
  'rule.withdrawal-age-not-known':
    'This reason depends on your age, and we do not know your birth date. Please have your ID card read again.',
  'rule.withdrawal-too-young':
    'This reason starts at age {least}. By your ID card that is {from}. Come back from that day, or choose another reason.',

  'ask.benefit-withdrawal.ceased-work.heading': 'Have you stopped all work?',
  'ask.benefit-withdrawal.ceased-work.help': 'Every job and every business of your own',
  'ask.benefit-withdrawal.ceased-work.row': 'Stopped all work',
  'rule.withdrawal-still-working':
    'Early retirement is only for people who have stopped all employment and self-employment. Come back when you have.',
  'ask.benefit-withdrawal.work-again.heading': 'Do you intend to work again?',
  'ask.benefit-withdrawal.work-again.help': 'Employed or self-employed',
  'ask.benefit-withdrawal.work-again.row': 'Intend to work again',
  'ask.benefit-withdrawal.work-soon.heading': 'Do you intend to work in the foreseeable future?',
  'ask.benefit-withdrawal.work-soon.help': 'Employed or self-employed',
  'ask.benefit-withdrawal.work-soon.row': 'Intend to work',
  'rule.withdrawal-intends-to-work':
    'This reason is only for people who do not intend to work. The money stays in your account; choose another reason if one fits.',

  'ask.benefit-withdrawal.departure-paid-before.heading': 'Were you ever paid MPF for leaving Hong Kong?',
  'ask.benefit-withdrawal.departure-paid-before.help': 'From any scheme, with an earlier day of departure',
  'ask.benefit-withdrawal.departure-paid-before.row': 'Paid for leaving before',
  'rule.withdrawal-departure-once':
    'MPF is paid for leaving Hong Kong once in a lifetime. Please choose another reason, or call 183 2622.',
  'ask.benefit-withdrawal.departure-return.heading': 'Do you intend to come back to live or work?',
  'ask.benefit-withdrawal.departure-return.help': 'To Hong Kong; a visit is not meant.',
  'ask.benefit-withdrawal.departure-return.row': 'Intend to return',
  'rule.withdrawal-intends-to-return':
    'This reason is only for people who leave for good. The money stays in your account; choose another reason if one fits.',
  'ask.benefit-withdrawal.departure-permission.heading': 'Are you permitted to live elsewhere?',
  'ask.benefit-withdrawal.departure-permission.help':
    'You will need proof. A travel document alone may not be enough.',
  'ask.benefit-withdrawal.departure-permission.row': 'Permitted to live elsewhere',
  'rule.withdrawal-no-permission-elsewhere':
    'Proof that you may live in another place is needed. Come back when you have it.',
  'ask.benefit-withdrawal.departure-date.heading': 'On which day do you leave, or did you leave?',
  'ask.benefit-withdrawal.departure-date.help': 'The day of departure for good',
  'ask.benefit-withdrawal.departure-date.row': 'Day of departure',

  'ask.benefit-withdrawal.incapacity-certificate.heading': 'Do you have a certificate of incapacity?',
  'ask.benefit-withdrawal.incapacity-certificate.help':
    'From a registered doctor or Chinese medicine practitioner: unfit for your former work for good',
  'ask.benefit-withdrawal.incapacity-certificate.row': 'Certificate of incapacity',
  'rule.withdrawal-no-incapacity-certificate':
    'A certificate of a registered doctor or Chinese medicine practitioner is needed. Please ask yours, then come back.',
  'ask.benefit-withdrawal.illness-certificate.heading': 'Do you have a certificate of terminal illness?',
  'ask.benefit-withdrawal.illness-certificate.help': 'It says that life expectancy is 12 months or less.',
  'ask.benefit-withdrawal.illness-certificate.row': 'Certificate of terminal illness',
  'rule.withdrawal-no-illness-certificate':
    'A certificate of a registered doctor or Chinese medicine practitioner is needed. Please ask your doctor, or let somebody ask for you.',
  'ask.benefit-withdrawal.illness-certificate-date.heading': 'When was the certificate issued?',
  'ask.benefit-withdrawal.illness-certificate-date.help': 'The date on the certificate',
  'ask.benefit-withdrawal.illness-certificate-date.row': 'Certificate issued',
  'rule.withdrawal-certificate-too-old':
    'A certificate can be used for {months} months; this one until {until}. Please ask your doctor for a new one.',
  'rule.withdrawal-date-in-future': 'This day has not come yet. Please check the date on the paper.',

  'ask.benefit-withdrawal.one-scheme.heading': 'Is all your MPF in one scheme?',
  'ask.benefit-withdrawal.one-scheme.help': 'Several accounts in the same scheme are fine.',
  'ask.benefit-withdrawal.one-scheme.row': 'All in one scheme',
  'rule.withdrawal-several-schemes':
    'A small balance is paid out only when all your MPF is in one scheme. You can bring it together by a transfer first.',
  'ask.benefit-withdrawal.balance.heading': 'How much MPF do you have in all?',
  'ask.benefit-withdrawal.balance.help': 'About; eMPF has the exact figure.',
  'ask.benefit-withdrawal.balance.row': 'Balance',
  'rule.withdrawal-balance-too-large':
    'This reason is for at most HK${most} in all. The money stays in your account; choose another reason if one fits.',
  'ask.benefit-withdrawal.last-contribution.heading': 'When was the last contribution?',
  'ask.benefit-withdrawal.last-contribution.help': 'The day of the last one, from your statement',
  'ask.benefit-withdrawal.last-contribution.row': 'Last contribution',
  'rule.withdrawal-contribution-too-recent':
    '{months} months must have passed since the last contribution. Come back from {from}.',

  'ask.benefit-withdrawal.grant.heading': 'Do you have probate or letters of administration?',
  'ask.benefit-withdrawal.grant.help': 'Only the personal representative can claim.',
  'ask.benefit-withdrawal.grant.row': 'Probate or letters of administration',
  'rule.withdrawal-no-grant':
    'Probate or letters of administration come first. Ask the Probate Registry of the High Court, then come back.',
  'ask.benefit-withdrawal.deceased-surname.heading': 'Surname of the member who died',
  'ask.benefit-withdrawal.deceased-surname.help': 'In English, as on the ID card',
  'ask.benefit-withdrawal.deceased-surname.row': "Member's surname",
  'ask.benefit-withdrawal.deceased-given-names.heading': 'Given names of the member',
  'ask.benefit-withdrawal.deceased-given-names.help': 'In the same order as on the ID card',
  'ask.benefit-withdrawal.deceased-given-names.row': "Member's given names",
  'ask.benefit-withdrawal.deceased-number.heading': 'ID card number of the member',
  'ask.benefit-withdrawal.deceased-number.help': 'With the character in brackets',
  'ask.benefit-withdrawal.deceased-number.row': "Member's ID card number",
  'rule.withdrawal-own-number':
    'This is the number of your own ID card. Please enter that of the member who died.',
  'ask.benefit-withdrawal.died-on.heading': 'On which day did the member die?',
  'ask.benefit-withdrawal.died-on.help': 'As on the death certificate',
  'ask.benefit-withdrawal.died-on.row': 'Day of death',

  'ask.benefit-withdrawal.registered-by.heading': 'How did you register for eMPF?',
  'ask.benefit-withdrawal.registered-by.help': 'Some accounts need another check before money is paid.',
  'ask.benefit-withdrawal.registered-by.row': 'Registered by',
  'ask.benefit-withdrawal.registered-by.option.iam-smart': 'With iAM Smart',
  'ask.benefit-withdrawal.registered-by.option.in-person': 'In person, with my ID card',
  'ask.benefit-withdrawal.registered-by.option.photo': 'With a photo of my ID card and a selfie',
  'ask.benefit-withdrawal.registered-by.option.not-sure': 'I am not sure',
  'ask.benefit-withdrawal.registered-by.option.not-registered': 'I have not registered',
  'ask.benefit-withdrawal.extra-check.heading': 'One more check of who you are',
  'ask.benefit-withdrawal.extra-check.help': 'It protects your money from others.',
  'withdrawal.extra-check':
    'An account registered with a photo must be verified once more. Until then, a withdrawal is not processed.',
  'withdrawal.extra-check.where':
    'You can do it with iAM Smart, or in person with your ID card at an eMPF Service Centre.',

  'ask.benefit-withdrawal.account-count.heading': 'Out of how many accounts?',
  'ask.benefit-withdrawal.account-count.help': 'Every scheme and every account is claimed by itself.',
  'ask.benefit-withdrawal.account-count.row': 'Accounts',
  'rule.withdrawal-account-count': 'Please give a number from 1 to {most}. For more, ask staff.',
  'ask.benefit-withdrawal.scheme.heading': 'Account {index}: which scheme?',
  'ask.benefit-withdrawal.scheme.help': 'In alphabetical order of the English names',
  'ask.benefit-withdrawal.scheme.row': 'Account {index}, scheme',
  'ask.benefit-withdrawal.account.heading': 'Account {index}: which number?',
  'ask.benefit-withdrawal.account.help': 'The number on your statement',
  'ask.benefit-withdrawal.account.row': 'Account {index}, number',
  'rule.withdrawal-account-twice':
    'This account is here already. Please give another one, or go back and change how many.',
  'ask.benefit-withdrawal.way.heading': 'Account {index}: all of it, or a part?',
  'ask.benefit-withdrawal.way.help': 'What you do not take out stays invested.',
  'ask.benefit-withdrawal.way.row': 'Account {index}, payment',
  'ask.benefit-withdrawal.way.option.all': 'All of it, in one sum',
  'ask.benefit-withdrawal.way.option.part': 'A part now, as an instalment',
  'ask.benefit-withdrawal.way.part-help':
    'No limit on how many or how much; the first {free} a year are free but for necessary transaction costs.',
  'ask.benefit-withdrawal.amount.heading': 'Account {index}: how much now?',
  'ask.benefit-withdrawal.amount.help': 'If the account holds less, less is paid.',
  'ask.benefit-withdrawal.amount.row': 'Account {index}, amount',
  'ask.benefit-withdrawal.earlier-parts.heading': 'Account {index}: how many parts already this year?',
  'ask.benefit-withdrawal.earlier-parts.help': 'Parts that you took out of this account before',
  'ask.benefit-withdrawal.earlier-parts.row': 'Account {index}, parts this year',
  'ask.benefit-withdrawal.earlier-parts.or-more': '{count} or more',
  'ask.benefit-withdrawal.part-fee.heading': 'Account {index}: this part may cost a fee',
  'ask.benefit-withdrawal.part-fee.help': 'Before you go on',
  'ask.benefit-withdrawal.part-fee.text':
    'The first {free} parts of a year are free. For this one the scheme may charge a fee; its brochure says how much.',

  'ask.benefit-withdrawal.evidence.heading': 'Which of these do you have with you?',
  'ask.benefit-withdrawal.evidence.help': 'All are needed in the end. Choose what you have today.',
  'ask.benefit-withdrawal.evidence.row': 'With me today',
  'withdrawal.original': 'The paper itself, not a copy',
  'ask.benefit-withdrawal.originals.heading': 'Please give the original papers to the officer',
  'ask.benefit-withdrawal.originals.help':
    'The papers themselves, not copies. The officer looks at them with you.',
  'ask.benefit-withdrawal.originals.row': 'Original papers',
  'ask.benefit-withdrawal.originals.option.seen': 'The officer has seen them',
  'ask.benefit-withdrawal.originals.option.not-here': 'I do not have all of them here',
  'ask.benefit-withdrawal.sworn.heading': 'A statutory declaration is needed',
  'ask.benefit-withdrawal.sworn.help': 'It cannot be made at this machine.',
  'withdrawal.sworn.where':
    'You make a statutory declaration before a Commissioner for Oaths (Home Affairs Department), a notary or a justice of the peace. What you will declare:',
  'withdrawal.sworn.ceased-work': 'I have stopped all employment and self-employment.',
  'withdrawal.sworn.no-work': 'I do not intend to be employed or self-employed again.',
  'withdrawal.sworn.departure':
    'I leave, or left, Hong Kong on {date} and do not intend to return to live or work.',
  'withdrawal.sworn.permitted': 'I am permitted to live in a place outside Hong Kong.',
  'withdrawal.sworn.once': 'I have not been paid MPF before for an earlier departure.',
  'withdrawal.sworn.balance':
    'All my MPF is in one scheme and is within the small balance limit; the last contribution was on {date}.',
  'withdrawal.sworn.original': 'The original has to be handed in. Until then your claim is not complete.',
  'withdrawal.sworn.false': 'A false declaration can be prosecuted.',
  'ask.benefit-withdrawal.forms.heading': 'The forms for this reason',
  'ask.benefit-withdrawal.forms.help': 'What you filled in here goes with them.',
  'withdrawal.form': 'Form MPF(S)-{code}',
  'withdrawal.form-not-confirmed': 'Form MPF(S)-{code} (not confirmed; ask staff for the current form)',
  'withdrawal.thirty-days': 'Payment comes within 30 days of a claim that is complete.',
  'withdrawal.original-seen': 'The officer has seen your original papers. Please leave them here.',
  'withdrawal.original-first': 'Your claim is not complete until the original papers are handed in.',
} as const;
