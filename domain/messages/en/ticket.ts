/** Queue tickets and appointments. */
export const ticket = {
  'attract.ticket': 'Queue ticket',
  'attract.ticket-help': 'Or an appointment',

  'ticket-choice.heading': 'Queue ticket or appointment?',
  'ticket-choice.help': 'You do not need your ID card for this.',
  'ticket-choice.take': 'Take a queue ticket',
  'ticket-choice.take-help': 'I have no appointment',
  'ticket-choice.appointment': 'I have an appointment',
  'ticket-choice.appointment-help': 'Check in, or give it back',
  'ticket-choice.look':
    'Do you have a ticket already? Hold its QR code before the scanner to see where you are in the queue.',

  'ticket-purpose.heading': 'What would you like to do at the counter?',
  'ticket-purpose.help': 'Choose the nearest one. The counter helps with everything.',
  'ticket-purpose.registration': 'Register for eMPF',
  'ticket-purpose.instruction': 'My funds, transfer or withdrawal',
  'ticket-purpose.contribution': 'Contributions',
  'ticket-purpose.enquiry': 'A question, or something else',
  'ticket-purpose.employer': 'I come for an employer',

  'ticket-reference.heading': 'Hold up the QR code of your appointment',
  'ticket-reference.help': 'The scanner reads it. Or type the reference: 8 letters and numbers.',
  'ticket-reference.field': 'Reference of your appointment',
  'ticket-reference.check-in': 'Check in',
  'error.booking-reference':
    'This reference is not quite right. It has 8 letters and numbers. Please compare it.',
  'error.ticket-unreadable': 'We could not read this code. Hold it still and flat, or type the reference.',

  'ticket-asking.heading': 'One moment, please',
  'ticket-asking.help': 'We are looking at the queue. This usually takes a few seconds.',

  'ticket.heading.waiting': 'Your number',
  'ticket.heading.called': 'Your turn: go to counter {counter}',
  'ticket.heading.missed': 'You were called, and nobody came',
  'ticket.heading.served': 'This ticket was served',
  'ticket.heading.cancelled': 'This ticket was given back',
  'ticket.number': 'Your number',
  'ticket.ahead': '{ahead, plural, =0 {You are next} one {1 person before you} other {# people before you}}',
  'ticket.as-of': 'As at {time}',
  'ticket.stale': 'As at {time}. We cannot look just now; the numbers go on being called.',
  'ticket.appointment': 'Appointment: {at}',
  'ticket.next': 'Wait nearby until your number is called, then go to the counter that is shown.',
  'ticket.missed-next': 'Tell the person at a counter. They can call you again today.',
  'ticket.over-next': 'If you need anything more, take another ticket.',
  'ticket.look-again':
    'Hold this QR code before the scanner of a terminal here to see where you are in the queue.',
  'ticket.day': 'Good for today, at this place only.',
  'ticket.qr': 'QR code of your queue ticket',
  'ticket.photograph': 'Take a photo of this page, or print the ticket.',
  'ticket.cancel': 'Give it back',
  'ticket.done': 'I have it',

  'ticket-confirm.heading': 'Give number {number} back?',
  'ticket-confirm.help':
    'Whoever is behind you moves up. This cannot be undone, but you can take another ticket.',
  'ticket-confirm.yes': 'Yes, give it back',
  'ticket-confirm.no': 'No, keep it',
  'ticket-confirm-booking.heading': 'Cancel your appointment?',
  'ticket-confirm-booking.help':
    'This cannot be undone. For another time, book again on the eMPF website or call 183 2622.',
  'ticket-confirm-booking.yes': 'Yes, cancel it',
  'ticket-confirm-booking.no': 'No, keep it',

  'ticket-cancelled.heading': 'Number {number} is given back',
  'ticket-cancelled.help': 'Thank you. The others move up.',
  'ticket-cancelled-booking.heading': 'Your appointment is cancelled',
  'ticket-cancelled-booking.help':
    'It was for {at}. For another time, book again on the eMPF website or call 183 2622.',
  'ticket-cancelled.done': 'Clear the screen',

  'ticket-trouble.offline': 'We cannot reach the queue just now',
  'ticket-trouble.offline.help':
    'Please ask the person at the door: they keep the line meanwhile. Or call 183 2622, or go to one of these places.',
  'ticket-trouble.closed': 'No more tickets are given out here now',
  'ticket-trouble.closed.help':
    'Please ask the person at the door. Or call 183 2622, or go to one of these places.',
  'ticket-trouble.unknown-booking': 'We found no appointment',
  'ticket-trouble.unknown-booking.help':
    'Please compare the reference with your confirmation. It may also have been cancelled. You can take a queue ticket instead.',
  'ticket-trouble.unknown-ticket': 'We found no ticket of today',
  'ticket-trouble.unknown-ticket.help': 'A ticket is good on its own day only. You can take a new one.',
  'ticket-trouble.too-early': 'You are early. Check in from {from}',
  'ticket-trouble.too-early.help': 'Your appointment stays as it is. Come back to this machine at that time.',
  'ticket-trouble.too-early.may-cancel': 'You can cancel it up to {until}.',
  'ticket-trouble.too-early.cannot-cancel':
    'It could be cancelled or changed up to {until}, 24 hours before. If you cannot come, please call 183 2622.',
  'ticket-trouble.too-late': 'The time of your appointment is over',
  'ticket-trouble.too-late.help':
    'You could check in until {until}. Please take a queue ticket and tell the counter that you had an appointment.',
  'ticket-trouble.used': 'This appointment is checked in already',
  'ticket-trouble.used.number': 'Its number is {number}. Wait until it is called.',
  'ticket-trouble.used.help': 'Look at the ticket you took then, or take a new one.',
  'ticket-trouble.other-place': 'Your appointment is at another place',
  'ticket-trouble.other-place.help': 'Please go to: {place}.',
  'ticket-trouble.too-late-to-cancel': 'It is too late to cancel here',
  'ticket-trouble.too-late-to-cancel.help':
    'An appointment can be cancelled or changed up to 24 hours before: this one until {until}. It stays as it is. If you cannot come, please call 183 2622.',
  'ticket-trouble.not-waiting': 'This ticket does not wait any more',
  'ticket-trouble.not-waiting.help': 'It was called or given back. Please ask at the counter.',
  'ticket-trouble.too-many-tries': 'Tried too many times',
  'ticket-trouble.too-many-tries.help':
    'To protect people, nothing can be looked up here for a while. Please ask the person at the door.',
  'ticket-trouble.unavailable': 'The queue did not answer',
  'ticket-trouble.unavailable.help':
    'Please try again: you get one ticket, however often you try. Or ask the person at the door.',
  'ticket-trouble.retry': 'Try again',
  'ticket-trouble.take': 'Take a queue ticket',
  'ticket-trouble.cancel': 'Cancel it',
  'ticket-trouble.done': 'Leave',

  'print.queue-ticket': 'Print ticket',
  'print.queue-ticket.short': 'Ticket',
  'paper.queue-ticket.title': 'Queue ticket',
  'paper.queue-ticket.ahead': 'Before you when printed ({at}): {ahead}',

  'ended.ticketed.heading': 'Please wait for your number',
  'ended.ticketed.help': 'It is called and shown at the counters.',
  'usability.flow.ticket': 'Queue ticket',
} as const;
