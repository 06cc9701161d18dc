/** Fund switching and rebalancing. */
export const fundSwitch = {
  'kind.fund-switch.name': 'Switch funds',
  'kind.fund-switch.help': 'Move the money you have now into other funds.',
  'declaration.fund-switch':
    'I chose these funds myself. Please switch the money I have now as shown. My future contributions stay as they are.',
  'receipt.fund-switch':
    'This is a fund switch of the money you have now. The price is that of the dealing day.',

  'ask.fund-switch.mode.heading': 'How do you want to switch?',
  'ask.fund-switch.mode.help': 'Only money you have now moves; future contributions stay as they are.',
  'ask.fund-switch.mode.row': 'Way of switching',
  'ask.fund-switch.mode.option.fund-to-fund': 'Move a share of one fund into others',
  'ask.fund-switch.mode.option.rebalance': 'Set anew how all of it is divided, once',
  'ask.fund-switch.out-fund.heading': 'Out of which fund?',
  'ask.fund-switch.out-fund.help': 'A fund that you have money in. In alphabetical order',
  'ask.fund-switch.out-fund.row': 'Out of',
  'ask.fund-switch.out-fund.option.dis': 'Default Investment Strategy (DIS)',
  'ask.fund-switch.out-percentage.heading': 'How much of this fund?',
  'ask.fund-switch.out-percentage.help': 'A whole percentage from 1 to 100',
  'ask.fund-switch.out-percentage.row': 'Share of this fund (%)',
  'rule.switch-percentage-range': 'Please enter a whole percentage from 1 to 100.',
  'ask.fund-switch.another.heading': 'Move money out of one more fund?',
  'ask.fund-switch.another.help': 'In the same instruction',
  'ask.fund-switch.another.row': 'One more fund',
  'ask.fund-switch.guarantee.heading': 'Leaving a guaranteed fund',
  'ask.fund-switch.guarantee.help': 'If you have money in a fund named here, please read this.',
  'ask.fund-switch.dealing.heading': 'When it takes effect',
  'ask.fund-switch.dealing.help': 'The price is not known yet.',
  'ask.fund-switch.dealing.existing-only':
    'This moves money you have now. Future contributions go on as before; to change them, use "Change future contributions".',
  'ask.fund-switch.dealing.switches': 'Your scheme allows at most {most} switches a year.',
} as const;
