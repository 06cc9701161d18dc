/** What somebody may have come for. */
export const menu = {
  'attract.menu': 'Other MPF matters',
  'attract.menu-help': 'Funds and contributions',

  'menu.heading': 'What can we do for you?',
  'menu.choose': 'Choose one. You can go back at any time.',

  'menu.joining': 'Joining',
  'menu.joining.help': 'Register for eMPF, join a scheme',
  'menu.joining.heading': 'Joining: which one?',
  'menu.investing': 'My funds',
  'menu.investing.help': 'Switch funds, redirect new money',
  'menu.investing.heading': 'My funds: which one?',
  'menu.moving-money': 'Moving or taking out money',
  'menu.moving-money.help': 'Bring accounts together, withdraw, offset',
  'menu.moving-money.heading': 'Moving money: which one?',
  'menu.contributions': 'Contributions',
  'menu.contributions.help': 'Ask, pay in, or remit for employees',
  'menu.contributions.heading': 'Contributions: which one?',
  'menu.details': 'My details',
  'menu.details.help': 'Change an address, a number and so on',
  'menu.details.heading': 'My details: which one?',
  'menu.help': 'Help and opinions',
  'menu.help.help': 'Ask for a call or a visit, or complain',
  'menu.help.heading': 'Help: which one?',
  'menu.calculators': 'Work it out',
  'menu.calculators.help': 'A contribution, DIS, the dealing day',
  'menu.calculators.heading': 'Work out what?',

  'menu.offline-prepare': 'Can only be prepared now',
  'menu.offline-refuse': 'Not possible without a connection now',

  'menu.mock-run': 'Check a file, send nothing',
  'menu.mock-run.help': 'For employers: see every error. No card.',

  'kind.member-registration.name': 'Register for eMPF',
  'kind.member-registration.help': 'With your Hong Kong ID card, about 5 minutes',
} as const;
