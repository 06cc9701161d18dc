/** Showing who somebody is with iAM Smart, and the choice between it and staff. */
export const iamSmart = {
  'staff-needed.choose.heading': 'Now we make sure that it is you',
  'staff-needed.choose.help': 'Choose one of these. What you have filled in is kept.',
  'staff-needed.only.heading': 'Please confirm with iAM Smart that it is you',
  'staff-needed.only.help': 'So that nobody else can do this in your name. What you have filled in is kept.',
  'staff-needed.first.help': 'Please have your ID card in your hand. After that you confirm with iAM Smart.',
  'staff-needed.offline.heading': 'We are offline: iAM Smart does not work now',
  'staff-needed.offline.help':
    'This needs iAM Smart. Please come back when we are connected again, or call 183 2622.',
  'staff-needed.by-staff': 'Staff look at my card',
  'staff-needed.by-staff-help': 'About a minute, with your ID card in your hand',
  'staff-needed.second.heading': 'Now a supervisor looks, too',
  'staff-needed.second.help':
    'One of the staff has signed. A supervisor looks at card and face as well, then it is yours again.',
  'staff-needed.by-two-help':
    'Two of the staff look, the second a supervisor. Have your ID card in your hand.',
  'staff-needed.second.held': 'Signed. Now a supervisor: scan your badge here. It has to be somebody else.',
  'staff-needed.by-iam-smart': 'With iAM Smart on my phone',
  'staff-needed.by-iam-smart-help': 'Scan a code, then confirm. About a minute',
  'staff-needed.without': 'I do not have iAM Smart with me',
  'staff-needed.without-help': 'Prepared here, not submitted. We say what to bring to a Service Centre',
  'staff-needed.not-by-staff':
    'For iAM Smart, hand back first. Only the member can do this, with their own phone.',

  'iam-smart-beginning.heading': 'Getting a code from iAM Smart',
  'iam-smart-beginning.help': 'This usually takes a few seconds.',

  'iam-smart-code.heading': 'Scan this code with iAM Smart',
  'iam-smart-code.step.open': 'Open iAM Smart on your own phone',
  'iam-smart-code.step.scan': 'Scan the code below with it',
  'iam-smart-code.step.confirm': 'Confirm on your phone',
  'iam-smart-code.left': 'Still good for {seconds, plural, one {# second} other {# seconds}}',
  'iam-smart-code.qr': 'Code to scan with iAM Smart',
  'iam-smart-code.what':
    'Your ID number goes to eMPF sealed, only to compare it with iAM Smart. We never ask for your password.',
  'iam-smart-scanned.heading': 'Now confirm on your phone',
  'iam-smart-scanned.help': 'The code has been scanned. This page goes on by itself.',

  'iam-smart.expired': 'This code has run out.',
  'iam-smart.expired.help': 'Nothing is lost. Take a new code, or choose another way.',
  'iam-smart.refused': 'It was not confirmed on the phone.',
  'iam-smart.refused.help': 'Nothing was submitted. Take a new code, or choose another way.',
  'iam-smart.different-person': 'Card and iAM Smart are not of the same person.',
  'iam-smart.different-person.help':
    'Please use your own ID card and your own iAM Smart. Nothing was submitted.',
  'iam-smart.offline': 'The connection is gone. iAM Smart does not work now.',
  'iam-smart.offline.help': 'What you have filled in is kept. Go back to choose another way.',
  'iam-smart.too-many-tries': 'iAM Smart was tried too many times here.',
  'iam-smart.too-many-tries.help': 'It is closed here for a while. Go back to choose another way.',
  'iam-smart.assurance-too-low': 'Staff have to see your ID card first.',
  'iam-smart.assurance-too-low.help': 'Go back and ask staff. After that you can use iAM Smart.',
  'iam-smart.unavailable': 'iAM Smart does not answer now.',
  'iam-smart.unavailable.help': 'What you have filled in is kept. Try again, or choose another way.',
  'iam-smart-stopped.retry': 'A new code',
  'iam-smart-stopped.back': 'Choose another way',

  'review.row.signed-in': 'Confirmed with',
  'review.iam-smart': 'iAM Smart',
  'menu.iam-smart': 'To submit it you need iAM Smart',
} as const;
