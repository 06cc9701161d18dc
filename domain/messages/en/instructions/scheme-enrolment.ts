/** Joining a scheme. */
export const schemeEnrolment = {
  'kind.scheme-enrolment.name': 'Join an MPF scheme',
  'kind.scheme-enrolment.help': 'At work, self-employed, or with a personal account.',
  'declaration.scheme-enrolment':
    'I want to join this scheme. What I said about my work is right, and I chose the investment myself.',
  'receipt.scheme-enrolment':
    'This is an application to join the scheme. You are told when the account is open.',

  'ask.scheme-enrolment.as.heading': 'As what do you join?',
  'ask.scheme-enrolment.as.help': 'Employees and the self-employed join from 18 to 64.',
  'ask.scheme-enrolment.as.row': 'Joining as',
  'ask.scheme-enrolment.as.option.employee': 'Employee',
  'ask.scheme-enrolment.as.option.personal': 'Holder of a personal account',
  'ask.scheme-enrolment.as.option.self-employed': 'Self-employed',
  'rule.enrol-under-18':
    'Mandatory contributions begin at 18, so this is not needed yet. A personal account can be opened.',
  'rule.enrol-from-65':
    'From 65 nobody has to join for mandatory contributions. A personal account can be opened.',
  'ask.scheme-enrolment.employment.heading': 'What kind of job is it?',
  'ask.scheme-enrolment.employment.help': 'Casual is only for construction and catering.',
  'ask.scheme-enrolment.employment.row': 'Kind of job',
  'ask.scheme-enrolment.employment.option.casual':
    'Casual: by the day or under 60 days, in construction or catering',
  'ask.scheme-enrolment.employment.option.regular': 'Regular: any other job, full-time or part-time',
  'ask.scheme-enrolment.started-on.heading': 'On which day did this work begin?',
  'ask.scheme-enrolment.started-on.help': 'The first day of the job, or of the business',
  'ask.scheme-enrolment.started-on.row': 'First day of work',
  'rule.enrol-start-in-future': 'This day has not come yet. Please join from {from}, or correct the day.',
  'rule.enrol-start-before-birth': 'This day is before you were born. Please correct the day.',
  'ask.scheme-enrolment.late.heading': 'This should have been earlier',
  'ask.scheme-enrolment.late.help': 'You can still join today.',
  'ask.scheme-enrolment.late.text':
    'Joining is due within {days} days of the first day of work. Contributions since then may be outstanding.',
  'ask.scheme-enrolment.late.employee':
    'Enrolling you was the duty of your employer, not yours. If you were not enrolled, you can ask about it on 183 2622.',
  'ask.scheme-enrolment.late.self-employed':
    'Please pay what is outstanding soon; you can ask about it on 183 2622.',
  'ask.scheme-enrolment.employer-name.heading': 'What is the name of your employer?',
  'ask.scheme-enrolment.employer-name.help': 'The company that employs you, as on your contract',
  'ask.scheme-enrolment.employer-name.row': 'Employer',
  'ask.scheme-enrolment.employer-account.heading': "What is the employer's account number?",
  'ask.scheme-enrolment.employer-account.help': 'If you know it; your employer can tell you.',
  'ask.scheme-enrolment.employer-account.row': "Employer's account",
  'rule.enrol-employer-account':
    "An employer's account number has at most 15 figures. Please correct it or leave it out.",
  'ask.scheme-enrolment.business-name.heading': 'What is the name of your business?',
  'ask.scheme-enrolment.business-name.help':
    'As on the business registration; leave it out if there is none.',
  'ask.scheme-enrolment.business-name.row': 'Business',
  'ask.scheme-enrolment.scheme.heading': 'Which scheme do you join?',
  'ask.scheme-enrolment.scheme.help': 'Employees: the one your employer has joined. In alphabetical order',
  'ask.scheme-enrolment.scheme.row': 'Scheme',
} as const;
