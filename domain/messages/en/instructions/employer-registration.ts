/** Companies register for eMPF. */
export const employerRegistration = {
  'kind.employer-registration.name': 'Register a company',
  'kind.employer-registration.help': 'For employers. Up to ten companies of a group at once',
  'declaration.employer-registration':
    'I am the authorised person of every company named here, and what I have said of them is true.',
  'receipt.employer-registration': 'Each company is looked at by itself.',
  'employer-registration.two-days':
    'The authorised person is told within two working days of receipt, and then activates each account.',
  'employer-registration.own-id': 'Each company gets an eMPF ID of its own.',
  'ask.employer-registration.standing.heading': 'Does the company have an MPF scheme already?',
  'ask.employer-registration.standing.help': 'If so, eMPF has sent it a pack with an activation code.',
  'ask.employer-registration.standing.row': 'Employer',
  'ask.employer-registration.standing.option.existing': 'Yes, it has paid contributions before',
  'ask.employer-registration.standing.option.new': 'No, it is a new employer',
  'ask.employer-registration.company-count.heading': 'How many companies?',
  'ask.employer-registration.company-count.help': 'Count every company with its own business registration.',
  'ask.employer-registration.company-count.row': 'Companies',
  'rule.employer-company-count':
    'Please give a number from 1 to {most}. For more companies, ask staff for a list.',
  'ask.employer-registration.by-itself.heading': 'Each company registers by itself',
  'ask.employer-registration.by-itself.help': 'What companies share is asked once.',
  'ask.employer-registration.by-itself.text':
    'Every company gets its own eMPF ID. One person can act for all of them, with the same ID card.',
  'ask.employer-registration.by-itself.payer':
    'With every payment, say which company pays. Otherwise contributions cannot be matched.',
  'ask.employer-registration.company-name.heading': 'Company {index}: its name',
  'ask.employer-registration.company-name.help': 'In English, as on the business registration',
  'ask.employer-registration.company-name.row': 'Company {index}',
  'rule.employer-name-letters': 'There are no letters in this name. Please write it as on the certificate.',
  'ask.employer-registration.br-number.heading': 'Company {index}: business registration number',
  'ask.employer-registration.br-number.help': 'Also called UBI: the eight figures before the first hyphen',
  'ask.employer-registration.br-number.row': 'Company {index}, BR number',
  'rule.employer-br-shape':
    'This number has 8 figures. On the certificate they stand before the first hyphen.',
  'rule.employer-br-twice':
    'Company {company} has this number already. Each company has its own; please check.',
  'ask.employer-registration.role.heading': 'Company {index}: what are you there?',
  'ask.employer-registration.role.help': 'We ask this for every company.',
  'ask.employer-registration.role.row': 'Company {index}, my role',
  'ask.employer-registration.role.option.company-authorised': 'Company Authorised Person',
  'ask.employer-registration.role.option.scheme-authorised': 'Scheme Authorised Person',
  'ask.employer-registration.role.option.other-user': 'Another user',
  'ask.employer-registration.role.option.none': 'None of these',
  'rule.employer-not-authorised':
    'Only its Company Authorised Person can register a company. Please let that person come, or be appointed first.',
  'ask.employer-registration.reuse.heading': 'Company {index}: papers as for company 1?',
  'ask.employer-registration.reuse.help': 'The same legal form and the same kind of papers',
  'ask.employer-registration.reuse.row': 'Company {index}, as company 1',
  'ask.employer-registration.form.heading': 'Company {index}: what is it?',
  'ask.employer-registration.form.help': 'Choose one.',
  'ask.employer-registration.form.row': 'Company {index}, legal form',
  'ask.employer-registration.form.option.incorporated': 'A company incorporated in Hong Kong',
  'ask.employer-registration.form.option.non-hong-kong': 'A registered non-Hong Kong company',
  'ask.employer-registration.form.option.unincorporated': 'A sole proprietor or partnership',
  'ask.employer-registration.ci-number.heading': 'Company {index}: number of incorporation',
  'ask.employer-registration.ci-number.help': 'On the certificate of incorporation or registration',
  'ask.employer-registration.ci-number.row': 'Company {index}, CI number',
  'rule.employer-ci-shape':
    'This number has 5 to 8 figures, with at most two letters before them. Please check the certificate.',
  'ask.employer-registration.activation-code.heading': 'Company {index}: activation code',
  'ask.employer-registration.activation-code.help': 'In the pack that eMPF sent to this company',
  'ask.employer-registration.activation-code.row': 'Company {index}, activation code',
  'rule.employer-code-shape':
    'A code has 4 to 20 letters and figures. Please check the pack; if it is lost, call 183 2622.',
  'ask.employer-registration.route.heading': 'Company {index}: which papers do you have?',
  'ask.employer-registration.route.help': 'Either will do.',
  'ask.employer-registration.route.row': 'Company {index}, papers',
  'ask.employer-registration.route.option.company-papers': 'Certificates and the appointment form',
  'ask.employer-registration.route.option.trustee-document': 'A document that the trustee issued',
  'ask.employer-registration.papers.heading': 'Company {index}: are all of these here?',
  'ask.employer-registration.papers.help': 'Choose each one that is here. All are needed.',
  'ask.employer-registration.papers.row': 'Company {index}, papers here',
  'ask.employer-registration.papers.option.business-registration':
    'Business registration certificate or partnership deed',
  'ask.employer-registration.papers.option.incorporation': 'Certificate of incorporation',
  'ask.employer-registration.papers.option.non-hong-kong-registration':
    'Certificate of registration of a non-Hong Kong company',
  'ask.employer-registration.papers.option.appointment-form': 'Appointment form of the authorised person',
  'ask.employer-registration.papers.option.board-resolution': 'Board resolution that appoints you',
  'ask.employer-registration.papers.option.trustee-document':
    'Document of the trustee with the company name, not older than six months',
  'rule.employer-documents-missing':
    'All of these are needed, or the registration is refused later. Please come back when you have the rest.',
  'ask.employer-registration.document-date.heading': 'Company {index}: date of the document',
  'ask.employer-registration.document-date.help': 'The date of issue that the trustee put on it',
  'ask.employer-registration.document-date.row': 'Company {index}, document date',
  'rule.employer-document-too-old':
    'The document may be at most {months} months old: issued on {from} or later. Ask the trustee for a new one.',
  'rule.employer-document-in-future': 'This day has not come yet. Please check the date on the document.',
} as const;
