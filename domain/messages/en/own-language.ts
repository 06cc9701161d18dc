/** Beside signed-off words in a language of the member's own; those words themselves are in no catalogue. */
export const ownLanguage = {
  'own-language.part.notice': 'How your details are used',
  'own-language.part.service-survey': 'You may say no: a short survey about this service',
  'own-language.part.mpf-education': 'You may say no: information about MPF',
  'own-language.part.declaration': 'Your declaration',
  'own-language.place': '{at} of {of}',
  'own-language.help': 'Hear it to the end, or read it to the end.',
  'own-language.signed-off': 'Words signed off by {by}, {date}',
  'own-language.play': 'Play',
  'own-language.pause': 'Pause',
  'own-language.go-on': 'Go on',
  'own-language.again': 'Play again',
  'own-language.player': 'Recording',
  'own-language.heard': 'I have heard it',
  'own-language.read': 'I have read it',
  'own-language.agree': 'Yes, I agree',
  'own-language.refuse': 'No',
  'own-language.staff-cannot': 'Only the member can answer. Staff hand the screen back first.',
  'own-language.sound.none': 'There is no recording of this text. Please read it.',
  'own-language.sound.waiting': 'The recording has not arrived on this machine yet. Please read the text.',
  'own-language.sound.damaged':
    'The recording on this machine is damaged and is not played. Please read the text.',
  'own-language.sound.failed':
    'The recording could not be played to its end. Please read the text, or play it again.',
  'own-language.offer.ready': 'Words and recording',
  'own-language.offer.none': 'Words only',
  'own-language.offer.waiting': 'Words; the recording has not arrived yet',
  'own-language.offer.damaged': 'Words; the recording is damaged',
  'own-language.state.out-of-date':
    '{languages}: the notice was changed after it was translated. An interpreter or a call-back, until it is signed off anew.',
  'own-language.state.incomplete':
    '{languages}: not every text is signed off. An interpreter or a call-back.',
  'notice.own-language': 'In a language of their own',
  'declare.own': 'You heard or read this in your own language. The same in English:',
} as const;
