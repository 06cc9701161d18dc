/** Asking what became of something, withdrawing it, correcting it. */
export const enquiry = {
  'enquiry-choice.heading': 'How shall we look it up?',
  'enquiry-choice.help': 'When you left it, you were shown a reference number and an enquiry code.',
  'enquiry-choice.code': 'I have the number and the code',
  'enquiry-choice.code-help': 'You photographed or wrote them down. You type both.',
  'enquiry-choice.document': 'I do not have them: use my ID card',
  'enquiry-choice.document-help': 'We read your card and show what you left with it.',

  'enquiry-choice.offline':
    'We are offline. Now only what was left at this machine and has not been sent can be looked up, with its number and code.',

  'enquiry-notice.heading': 'We read your ID card to find what you left',
  'enquiry-notice.use':
    'Your ID number goes to eMPF, sealed, for this look-up only. It does not stay on this machine.',
  'enquiry-notice.shown': 'The screen shows what you left, the day and what became of it. Nothing else.',
  'enquiry-notice.without-card':
    'What you left without your ID card (a call back, a complaint, a visit) is found with its number and code only.',
  'enquiry-notice.other-way': 'You need not have your card read: you can also call 183 2622.',
  'enquiry-notice.continue': 'I understand, continue',

  'enquiry-list.heading': 'What you left',
  'enquiry-list.help': 'With the ID card {number}. Touch one to see more.',
  'enquiry-list.line': '{day}: {status}',
  'enquiry-list.received': 'received, still to be processed',
  'enquiry-list.accepted': 'accepted',
  'enquiry-list.rejected': 'not accepted',
  'enquiry-list.needs-correction': 'needs correction',
  'enquiry-list.superseded': 'replaced by a newer one',
  'enquiry-list.cancelled': 'withdrawn',
  'enquiry-list.of-no-kind': 'Something you left',
  'enquiry-list.missing':
    'Not in this list: what is kept on a machine and not sent yet, and what was left without an ID card.',
  'enquiry-list.more': 'There are older ones. For those, please call 183 2622.',

  'enquiry-reference.heading': 'Type your reference number',
  'enquiry-reference.help': 'The number you photographed or wrote down, such as K0127-A0042-N',
  'enquiry-reference.field': 'Reference number',
  'enquiry-code.heading': 'Type your enquiry code',
  'enquiry-code.help':
    '8 characters shown with the reference number, such as K7M2 9XQA. No code? Go back and use your ID card, or call 183 2622.',
  'enquiry-code.field': 'Enquiry code',
  'enquiry-code.ask': 'Look it up',

  'enquiry-asking.heading': 'Looking it up',
  'enquiry-asking.help': 'This usually takes a few seconds.',

  'enquiry-result.kept.heading': 'Kept on this machine. eMPF has not received it yet.',
  'enquiry-result.kept.help': 'It goes automatically when we reconnect; do not repeat it.',
  'enquiry-result.kept.help-online':
    'It waits here to be sent; do not repeat it. Still the same tomorrow? Call 183 2622.',
  'enquiry-result.kept-at': 'Kept here',
  'enquiry-result.received.heading': 'eMPF has received it. It still has to be processed.',
  'enquiry-result.received.help': 'You need not do anything now.',
  'enquiry-result.accepted.heading': 'eMPF has accepted it.',
  'enquiry-result.accepted.help-bill': 'Please pay with the bill number below.',
  'enquiry-result.accepted.help': 'You need not do anything more.',
  'enquiry-result.rejected.heading': 'Not accepted: {reason}.',
  'enquiry-result.rejected.help': 'This instruction was not carried out.',
  'enquiry-result.needs-correction.heading': 'Needs correction: {reason}.',
  'enquiry-result.needs-correction.help': 'It is not processed until it is corrected.',
  'enquiry-result.superseded.heading': 'A newer one has taken its place.',
  'enquiry-result.superseded.help': 'This one is not processed any more; the newer one counts.',
  'enquiry-result.cancelled.heading': 'It has been withdrawn.',
  'enquiry-result.cancelled.help': 'It is not processed. You can do it again at any time.',
  'enquiry-result.about': 'About',
  'enquiry-result.received-at': 'Received by eMPF',
  'enquiry-result.withdraw': 'I want to withdraw it',
  'enquiry-result.withdraw-help': 'It has not been processed, so it can still be withdrawn.',
  'enquiry-result.cannot-withdraw':
    'This kind cannot be withdrawn here. If you no longer want it, please call 183 2622.',
  'enquiry-result.correct': 'Correct it now',
  'enquiry-result.correct-how': 'To correct it we read your ID card and staff check it.',
  'enquiry-result.needs-anew.help': 'It is not processed as it stands.',
  'enquiry-result.give-anew':
    'This kind cannot be corrected here. Please give the instruction anew: here, beginning from the first page, or call 183 2622.',
  'enquiry-result.done': 'I have seen it, clear the screen',

  'enquiry.offline': 'We are offline and cannot look now.',
  'enquiry.offline.help': 'What you left is not affected. Try again later, or call 183 2622.',
  'enquiry.too-many-tries': 'Tried too many times.',
  'enquiry.too-many-tries.help':
    'To protect what people left, it cannot be looked up here for a while. Try later, or call 183 2622.',
  'enquiry.not-found': 'Nothing was found with these two.',
  'enquiry.not-found.help':
    'Please compare both with yours. If you were told "kept on this machine", it can be found once that machine has reconnected.',
  'enquiry.not-here': 'Nothing was found on this machine with these two.',
  'enquiry.not-here.help':
    'Please compare both with yours. We are offline: what was sent already, or left elsewhere, can be looked up once we reconnect. Or call 183 2622.',
  'enquiry.nothing-left': 'eMPF has nothing that was left with this ID card.',
  'enquiry.nothing-left.help':
    'If you were told "kept on this machine", it can be found once that machine has reconnected. What was left without an ID card is found with its number and code only. Or call 183 2622.',
  'enquiry.not-correctable': 'This cannot be corrected here now.',
  'enquiry.not-correctable.help':
    'It may have been processed or replaced. Look it up again, or call 183 2622.',
  'enquiry.assurance-too-low': 'An officer has to check your ID card first.',
  'enquiry.assurance-too-low.help': 'Please ask staff here, or call 183 2622.',
  'enquiry.unavailable': 'eMPF does not answer now.',
  'enquiry.unavailable.help': 'What you left is not affected. Try again, or call 183 2622.',
  'enquiry-trouble.retry': 'Try again',
  'enquiry-trouble.check': 'Check what I typed',
  'enquiry-trouble.done': 'Leave and clear the screen',

  'withdraw-notice.heading': 'Withdraw this?',
  'withdraw-notice.means':
    'Once withdrawn, eMPF does not process it. If it has been processed already, it cannot be withdrawn.',
  'withdraw-notice.again': 'You can do it again at any time.',
  'withdraw-notice.slip':
    'You left it without your ID card, so the reference number and enquiry code that you typed are enough.',
  'withdraw-notice.card':
    'To be sure that it is you, we read your ID card. Your ID number goes to eMPF, sealed, for this check only.',
  'withdraw-notice.card-and-staff':
    'To be sure that it is you, we read your ID card and staff check it. If you left it with iAM Smart, confirm with iAM Smart again. Your ID number goes to eMPF, sealed, for this check only.',
  'withdraw-notice.card-and-iam-smart':
    'To be sure that it is you, we read your ID card and you confirm with iAM Smart on your phone. Your ID number goes to eMPF, sealed, for this check only.',
  'withdraw-notice.card-and-two':
    'To be sure that it is you, we read your ID card. Then you confirm with iAM Smart, or two of the staff check it, the second a supervisor. Your ID number goes to eMPF, sealed, for this check only.',
  'withdraw-notice.continue': 'I understand, continue',
  'withdraw-confirm.heading': 'Please check. Nothing has been withdrawn yet.',
  'withdraw-confirm.what': 'Withdraw',
  'withdraw-confirm.left': 'What you left',
  'withdraw-confirm.submit-online': 'Confirm and withdraw',
  'withdraw-confirm.submit-offline': 'Confirm and keep here',
  'withdraw-confirm.info-offline':
    'We are offline: after you confirm, your withdrawal is kept here first. If what you left is processed before that arrives, it cannot be withdrawn.',

  'withdrawal.kept.heading': 'Your withdrawal is kept on this machine. eMPF has not received it yet.',
  'withdrawal.kept.help': 'It goes automatically when we reconnect; do not repeat it.',
  'withdrawal.received.heading': 'eMPF received your withdrawal at {time}. It still has to be processed.',
  'withdrawal.accepted.heading': 'eMPF has withdrawn it.',
  'withdrawal.accepted.help': 'It is not processed. You can do it again at any time.',
  'withdrawal.rejected.heading': 'Not withdrawn: {reason}.',
  'withdrawal.rejected.help': 'What you left stays as it is.',
  'withdrawal.of': 'Withdraws {reference}',
  'withdrawal.of-kind': 'Withdraws {reference}: {what}',

  'correction-opening.heading': 'Fetching what you left',
  'correction-opening.help': 'This usually takes a few seconds.',
  'correction.why': 'You are correcting {reference}: {reason}.',
} as const;
