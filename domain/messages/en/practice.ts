/** Practice: invented people, and nothing is sent. For staff who learn. */
export const practice = {
  'practice.mark': 'PRACTICE',
  'practice.open': 'Practice panel',
  'practice.close': 'Close',
  'practice.ends': 'Nothing is sent. Ends by itself at {time}.',
  'practice.waiting':
    '{count, plural, =0 {No real form waits on this machine.} one {One real form waits on this machine and is sent after practice.} other {# real forms wait on this machine and are sent after practice.}}',
  'practice.cards': 'Put a card on the reader',
  'practice.cards-help': "Real cards are not read in practice. Never type anybody's real details.",
  'practice.lift': 'Lift the card',
  'practice.person.adult-01': 'A woman, born 1985',
  'practice.person.adult-02': 'Only the year of birth',
  'practice.person.adult-05': 'Only one name',
  'practice.person.misread-01': 'A misread card',
  'practice.person.passport-01': 'A passport',
  'practice.person.replacement-slip': 'A replacement slip',
  'practice.numbers': 'Numbers that may be typed: {numbers}',
  'practice.badges': 'Tap a badge',
  'practice.badge.officer': 'Officer · PIN {pin}',
  'practice.badge.assistant': 'Assistant · PIN {pin}',
  'practice.badge.supervisor': 'Supervisor · PIN {pin}',
  'practice.badge.van-operator': 'Van operator · PIN {pin}',
  'practice.exercises': 'Exercises',
  'practice.exercise.with-card': 'Register with the card',
  'practice.exercise.typed-number': 'The card cannot be read',
  'practice.exercise.leaves-halfway': 'Somebody leaves halfway',
  'practice.exercise.offline': 'A switch without the network',
  'practice.exercise.remittance-file': "An employer's file",
  'practice.exercise.hand-over': 'Hand over to a colleague',
  'practice.step-of': 'Step {step} of {of}: {words}',
  'practice.finished': 'You have finished the exercise: all {of} steps.',
  'practice.stop': 'Leave the exercise',
  'practice.end': 'End practice',
  'practice.ending': 'Practice ends, the machine starts again',

  'practice.step.with-card.card':
    'Start a registration and go on to the reader. Put the card of the woman born in 1985 on it from the practice panel.',
  'practice.step.with-card.details':
    'Answer the questions with invented details, up to the page that asks for staff.',
  'practice.step.with-card.attest': "Tap the officer's badge, attest the card and hand back to the member.",
  'practice.step.with-card.confirm':
    'As the member: check, declare and keep it. Staff never do this for them.',
  'practice.step.typed-number.type':
    "Start a registration, choose the way without the reader, and type one of the practice panel's numbers.",
  'practice.step.typed-number.compare':
    "Go on with invented details. Tap the officer's badge and compare the number with the card.",
  'practice.step.typed-number.confirm': 'Attest, hand back, and confirm as the member up to the receipt.',
  'practice.step.leaves-halfway.begin': 'Start a registration with a card and come to the first question.',
  'practice.step.leaves-halfway.put-aside':
    'Answer the first question. The member has to go: "Finish later". Have pen and paper ready, and copy both rows of the slip.',
  'practice.step.leaves-halfway.take-up':
    'Both rows copied? Clear the screen. They are back: "Continue what I began".',
  'practice.step.leaves-halfway.go-on':
    'Type both rows, put the same card on the reader, attest: the question they were at comes again.',
  'practice.step.offline.choose':
    'There is no network in practice. Choose to switch funds, and read what the menu says of it.',
  'practice.step.offline.prepare':
    'Go through it: it is only prepared. Tell the member what to bring where; nothing was submitted.',
  'practice.step.remittance-file.open':
    'Menu, "Contributions", "Check a file, send nothing". Type any account number of four figures or more.',
  'practice.step.remittance-file.check': 'Put in a USB drive with a contribution file and choose it.',
  'practice.step.remittance-file.save': 'Look at each kind of error, then save the list on the drive.',
  'practice.step.hand-over.officer': "Start a visit and tap the officer's badge; type the PIN.",
  'practice.step.hand-over.badge':
    "A colleague takes over: tap the supervisor's badge while the officer still helps.",
  'practice.step.hand-over.supervisor':
    "Type the supervisor's PIN: the visit goes on where it was, with them.",
} as const;
