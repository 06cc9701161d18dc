/** When this machine takes no more for now, and what staff see of how it stands. */
export const service = {
  'not-today.heading': 'Not here, today',
  'not-today.heading-taken-out': 'Out of service for now',
  'not-today.nothing-lost': 'What people left here is not lost; nobody needs to do it again.',
  'not-today.where': 'Please go to another service point, or call 183 2622.',
  'not-today.staff': 'Staff: scan your badge to see why',

  'freeze.too-many-pending':
    'This machine holds as many forms as it may. It has to send them before it can take more.',
  'freeze.too-many-pending.figure': '{value} forms wait to be sent; new visits stop at {limit}.',
  'freeze.pending-too-old':
    'Forms have waited on this machine for too long. It has to send them before it can take more.',
  'freeze.pending-too-old.figure': 'The oldest form has waited {value} hours; new visits stop at {limit}.',
  'freeze.reference-data-old': 'This machine has not been updated for too long. It has to connect first.',
  'freeze.reference-data-old.figure': 'No reference data for {value} hours; new visits stop at {limit}.',
  'freeze.sealing-key-ending':
    'The key with which this machine seals forms ends soon. It has to be renewed first.',
  'freeze.sealing-key-ending.figure': 'The sealing key ends in {value} days; new visits stop at {limit}.',
  'freeze.disk-nearly-full': 'This machine has hardly any room left. Somebody has to look after it first.',
  'freeze.disk-nearly-full.figure': '{value} MB are free on the disk; new visits stop at {limit} MB.',
  'freeze.clock-not-trusted':
    'This machine cannot be sure of the date and time. They have to be put right first.',
  'freeze.clock-not-trusted.figure':
    'The clock has not been trusted for {value} hours; new visits stop at {limit}.',

  'staff-status.heading': 'How this machine stands',
  'staff-status.show': 'This machine',
  'staff-status.frozen': 'New visits have stopped',
  'staff-status.warning': 'Near a limit',
  'staff-status.open': 'New visits can begin.',
  'staff-status.pending': 'To be sent',
  'staff-status.parked': 'Set aside',
  'staff-status.exported': 'On a drive',
  'staff-status.reports': 'Reports of days',
  'staff-status.reports-waiting': '{count, plural, one {# waits} other {# wait}}, {drive} on a drive',
  'staff-status.items': '{count}',
  'staff-status.oldest': 'Oldest',
  'staff-status.hours': 'waits {hours, plural, one {# hour} other {# hours}}',
  'staff-status.attesting-unusual':
    'Staff {staffId} attested unusually many identities within an hour. Ask them, and tell the platform.',
  'staff-status.under-an-hour': 'waits less than an hour',
  'staff-status.none': 'none',
  'staff-status.last-contact': 'Last contact',
  'staff-status.never': 'Never yet',
  'staff-status.connection': 'Connection',
  'staff-status.online': 'Connected',
  'staff-status.offline': 'Offline',
  'staff-status.activity': 'Now',
  'staff-status.parked-items': '{count}: a technician has to look',
  'staff-status.salvage':
    'The store was damaged on {time}: {salvaged} saved, {missing} could not be read. Please tell your supervisor.',
  'staff-status.salvage-uncounted':
    'The store was damaged on {time}: {salvaged} saved; how many could not be read is not known. Please tell your supervisor.',
  'staff-status.audit-broken':
    "eMPF does not take this machine's log: entries do not fit what it holds ({code}). Please tell your supervisor.",
  'staff-status.device-key-differs':
    "eMPF does not take this machine's log: it knows this machine by another key ({code}). Please tell your supervisor.",
  'staff-status.close': 'Back to the page',

  'trouble.no-network': 'No network',
  'trouble.not-the-platform': 'The network wants a sign-in',
  'trouble.terminal-refused': 'eMPF refuses this machine',
  'trouble.platform-busy': 'eMPF is busy',
  'trouble.receipt-not-trusted': 'A receipt could not be verified',
  'trouble.keys-not-trusted': 'The keys of eMPF could not be verified',

  'activity.idle': 'Nothing to do',
  'activity.looking': 'Looking for eMPF',
  'activity.sending': 'Sending',
  'activity.waiting-turn': 'Waiting for its turn',
  'activity.waiting-retry': 'Waiting to try again',
  'activity.fetching': 'Fetching outcomes',
} as const;
