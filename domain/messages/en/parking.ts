/** Finishing later: the slip, and taking up what was begun. */
export const parking = {
  'attract.resume': 'Continue what I began',
  'attract.resume-help': 'With my resume slip',

  'frame.finish-later': 'Finish later',

  'park-asking.heading': 'Finish this later?',
  'park-asking.kept': 'What you have filled in is locked and kept until the end of {date}.',
  'park-asking.not-submitted': 'Nothing is submitted by this.',
  'park-asking.slip':
    'Next we show your resume slip, once. Have your phone ready to photograph it, or pen and paper.',
  'park-asking.both': 'Only the slip and your ID card together open it again.',
  'park-asking.anywhere': 'Continue at this or any other eMPF terminal.',
  'park-asking.here':
    'We are offline: until the network is back, you can continue only at this machine. After that, at any.',
  'park-asking.confirm': 'Show my slip',
  'park-asking.cancel': 'No, go on now',

  'park-saving.heading': 'Locking what you filled in',
  'park-saving.help': 'This takes a moment.',

  'park-failed.heading': 'We could not keep this for later.',
  'park-failed.help': 'Your details are still on the screen. Try again, go on now, or ask staff.',
  'park-failed.retry': 'Try again',
  'park-failed.cancel': 'Go on now',
  'parking.disk-full': 'This machine has no room left.',
  'parking.storage-fault': 'This machine could not write it.',
  'parking.too-large': 'There is too much in it to be kept for later. Please go on now, or ask staff.',
  'parking.unavailable': 'This machine did not answer in time.',

  'resume-slip.heading': 'Photograph this slip now',
  'resume-slip.help': 'Or copy both rows. We cannot show it again.',
  'resume-slip.code': 'Resume code',
  'resume-slip.qr': 'QR code of your resume slip',
  'resume-slip.until': 'Continue by the end of {date}, with this slip and your ID card.',
  'resume-slip.anywhere': 'Here, or at any other eMPF terminal: press "Continue what I began".',
  'resume-slip.here':
    'At this machine: press "Continue what I began". At other terminals only once this one is back online.',
  'resume-slip.beside':
    'This is a copy. {place} has it open, too: both are kept, and the one submitted first counts.',
  'resume-slip.beside-ended':
    'This is a copy. It was also taken up elsewhere: both are kept, and the one submitted first counts.',
  'resume-slip.not-submitted': 'Nothing has been submitted yet.',
  'resume-slip.done': 'I have it, clear the screen',

  'resume-row.heading': 'Type row {row} of your resume slip',
  'resume-row.help': 'Or hold its QR code before the scanner of this machine.',
  'resume-row.field': 'Row {row} of the resume code',
  'error.resume-row': 'This row is not quite right. Compare each character with your slip.',
  'error.practice-slip': 'This is a practice slip. It opens nothing here; nothing real was left with it.',
  'error.live-slip': 'This is a real slip. End practice first, then use it.',
  'error.practice-number':
    'In practice, type a practice number: the practice panel shows them. Never type a real one.',
  'resume.practice-slip': 'This is a practice slip',
  'resume.practice-slip.help':
    'It was made while staff practised and opens nothing here. Nothing real was begun with it.',
  'resume.live-slip': 'This is a real slip',
  'resume.live-slip.help': 'Practice opens no real slip. End practice first, then use it.',
  'error.resume-slip': 'We could not read this slip. Hold it still and flat, or type its code.',

  'resume-opening.heading': 'Opening what you began',
  'resume-opening.help': 'This usually takes a few seconds.',

  'resume.not-found': 'Nothing opens with this slip and this card.',
  'resume.not-found.help':
    'Compare the code with your slip, and use the card you began with. It may also have been submitted, or its last day is over. Then please begin anew.',
  'resume.offline': 'It is not on this machine, and we are offline.',
  'resume.offline.help':
    'Please go to the machine where you began, or try again when the network is back. Your slip stays good until its last day.',
  'resume.other-version': 'This machine cannot open it.',
  'resume.other-version.help': 'Please ask staff, go to the machine where you began, or begin anew here.',
  'resume.too-many-tries': 'Tried too many times.',
  'resume.too-many-tries.help':
    'To protect what people left, nothing can be opened here for a while. Try again in an hour, or call 183 2622.',
  'resume.held': 'It is open at another terminal now.',
  'resume.held.help':
    'You can wait, or use a copy here. Nothing is lost: both are kept, and the one submitted first counts.',
  'resume-trouble.held': '{place} ({terminal}), since {time}',
  'resume-trouble.held-terminal': 'Terminal {terminal}, since {time}',
  'resume-trouble.copy': 'Use a copy here',
  'resume-trouble.wait': 'Look again',
  'resume.unavailable': 'We could not look just now.',
  'resume.unavailable.help': 'Your slip stays good until its last day. Try again, or ask staff.',
  'resume-trouble.retry': 'Try again',
  'resume-trouble.check': 'Type the code again',
  'resume-trouble.done': 'Leave and clear the screen',

  'resume-changed.heading': 'Here is what you began: {what}',
  'resume-changed.help':
    '{again, plural, one {One answer does not fit the rules of today. We ask for it again;} other {# answers do not fit the rules of today. We ask for them again;}} everything else is as you left it.',
  'resume-changed.same': 'Your answers are as you left them.',
  'resume-changed.file':
    'Please bring your file again: rows are never kept on this machine. It had {rows} rows and HK${total} to pay. Put the USB drive in when we ask for it.',
  'resume-changed.continue': 'Continue',

  'ended.parked.heading': 'Kept for later',
  'ended.parked.help': 'Nothing was submitted. Come back with your slip and your ID card.',
} as const;
