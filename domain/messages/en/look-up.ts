/** What the platform has on record, shown to whoever proved first who they are (ADR 0025). */
export const lookUp = {
  'look-up.accounts.heading': 'Shall we show your accounts from eMPF?',
  'look-up.accounts.help':
    'Then you need not type account numbers, and you see what is in each. First we make sure that it is you.',
  'look-up.contributions.heading': 'Shall we show your contributions from eMPF?',
  'look-up.contributions.help': 'Month by month, mandatory and voluntary. First we make sure that it is you.',
  'look-up.offline.heading': 'We are offline: your records cannot be shown',
  'look-up.offline.help': 'Go on without them, or come back when we are connected again.',
  'look-up.by-staff-help':
    'About a minute, with your ID card in your hand. You then confirm at the end without staff.',
  'look-up.without.accounts': 'Go on without my records',
  'look-up.without.accounts-help': 'You type the account number from your statement',
  'look-up.without.contributions': 'Go on without my records',
  'look-up.without.contributions-help': 'You open a case; eMPF looks up the months',
  'look-up.after-hand-back':
    'The check is signed. Hand the screen back: the records come up for the member then.',
  'look-up.asking.heading': 'Getting your records from eMPF',
  'look-up.asking.help':
    'This usually takes a few seconds. They are shown only now and are not kept on this machine.',
  'look-up.go-on': 'Go on without them',
  'look-up.again': 'Try again',
  'look-up.trouble.offline': 'The connection is gone',
  'look-up.trouble.unavailable': 'eMPF does not answer now',
  'look-up.trouble.not-found': 'eMPF has nothing to show for this',
  'look-up.trouble.too-many-tries': 'Records were asked for too many times here',
  'look-up.trouble.help': 'You can go on without your records. Nothing you did is lost.',
} as const;
