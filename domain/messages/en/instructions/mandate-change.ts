/** Change of investment mandate. */
export const mandateChange = {
  'kind.mandate-change.name': 'Change future contributions',
  'kind.mandate-change.help': 'Choose where contributions go from now on.',
  'declaration.mandate-change':
    'I made this choice myself. Please invest my future contributions as shown. The money I have now stays where it is.',
  'receipt.mandate-change':
    'This changes where future contributions go. The money you have now stays where it is.',

  'ask.mandate-change.effect.heading': 'When it takes effect',
  'ask.mandate-change.effect.help': 'It is for money that comes in later.',
  'ask.mandate-change.effect.future-only':
    'This is for future contributions and money moved in later. The money you have now stays where it is; to move it, use "Switch funds".',
} as const;
