/** Staff's pages of the USB drive: to the office, and receipts back. */
export const transfer = {
  'transfer.open': 'Export to a USB drive',
  'transfer.heading': 'Export to a USB drive',
  'transfer.help':
    'Everything that waits here is written to the drive, sealed for eMPF. It stays here, too, until the receipts are back.',
  'transfer.no-drive.heading': 'Put a USB drive in',
  'transfer.looking': 'Looking for a drive',
  'transfer.which': 'Which drive?',
  'transfer.drive-in': '{name} is in. Leave it in until this page says that it can be taken out.',
  'transfer.waiting':
    '{count, plural, =0 {No form waits here.} one {# form waits here.} other {# forms wait here.}}',
  'transfer.export': 'Export now',
  'transfer.receipts': 'Read receipts',
  'transfer.receipts-when': 'Read receipts: when the office has given the drive back.',
  'transfer.writing': 'Writing to the drive',
  'transfer.comparing': 'Checking the drive',
  'transfer.leave-in': 'Do not pull the drive out. Nothing is taken from this machine.',
  'transfer.preparing': 'Getting ready',
  'transfer.written': '{count} of {of} items written',
  'transfer.compared': '{count} of {of} items checked',
  'transfer.stop': 'Stop',
  'transfer.stopping': 'Stopping. What was written is taken off the drive again.',
  'transfer.reading': 'Reading receipts',
  'transfer.back': 'Back',
  'transfer.out': 'Close',
  'transfer.exported': 'It is on the drive',
  'transfer.exported.help': 'It was read back and is whole. The drive can be taken out now.',
  'transfer.exported.next':
    "Bring the drive to the office. The platform's staff read it in, and give it back with receipts on it.",
  'transfer.exported.stays':
    'Everything stays on this machine until those receipts are read here, or the network brings them.',
  'transfer.exported.folder': 'Folder: {folder}',
  'transfer.exported.earlier':
    '{count, plural, one {An older export of this machine is} other {# older exports of this machine are}} on the drive, too. Leave it as it is: nothing counts twice.',
  'transfer.row.submissions': 'Forms',
  'transfer.row.attachments': 'Files',
  'transfer.row.reports': 'Reports of days',
  'transfer.row.known': 'Known already',
  'transfer.received': '{count, plural, =0 {No new receipt} other {eMPF has received it}}',
  'transfer.received.help':
    '{count, plural, =0 {The receipts on this drive were read before, or change nothing here.} other {The receipts were checked. What eMPF has received waits no more.}}',
  'transfer.received.refused':
    '{count, plural, one {eMPF refused # item. It is} other {eMPF refused # items. They are}} set aside and kept: tell the office. A technician can look.',
  'transfer.received.untrusted':
    '{count, plural, one {# receipt is not genuine or is} other {# receipts are not genuine or are}} for something else. Nothing was changed by that. Tell the office.',
  'transfer.received.unreadable':
    'eMPF could not read {count, plural, one {# part} other {# parts}} of the drive. Export again, best onto another drive.',
  'transfer.nothing-lost': 'Nothing is lost: everything is still on this machine.',
  'transfer.export-fault.nothing-pending': 'There is nothing to export',
  'transfer.export-fault.nothing-pending.help':
    'eMPF has received everything. Nothing was written to the drive.',
  'transfer.export-fault.sealing-key': 'This machine cannot seal for eMPF now',
  'transfer.export-fault.sealing-key.help':
    'Its key of the platform is not valid any more. Connect it to a network once, or call a technician.',
  'transfer.export-fault.drive-gone': 'The drive was pulled out',
  'transfer.export-fault.drive-gone.help':
    'Nothing counts as exported. Put the drive in again and export again; what was half written is removed by itself.',
  'transfer.export-fault.drive-full': 'The drive is full',
  'transfer.export-fault.drive-full.help':
    'Nothing counts as exported. Use another drive, or delete files on this one at the office.',
  'transfer.export-fault.drive-full.figures':
    '{needed} MB are needed, {free} MB are free. Nothing counts as exported. Use another drive.',
  'transfer.export-fault.drive-read-only': 'The drive cannot be written',
  'transfer.export-fault.drive-read-only.help':
    'Nothing counts as exported. Slide its lock open, or use another drive.',
  'transfer.export-fault.drive-fault': 'The drive has a fault',
  'transfer.export-fault.drive-fault.help': 'Nothing counts as exported. Use another drive.',
  'transfer.export-fault.drive-differs': 'The drive does not keep what is written',
  'transfer.export-fault.drive-differs.help':
    'It was read back and is not the same. Nothing counts as exported. Use another drive, and this one no more.',
  'transfer.export-fault.stopped': 'Stopped',
  'transfer.export-fault.stopped.help': 'Nothing counts as exported, and nothing of it is left on the drive.',
  'transfer.export-fault.busy': 'The drive before still works',
  'transfer.export-fault.busy.help': 'Wait a moment, or pull that drive out. Then try again.',
  'transfer.export-fault.no-answer': 'The drive does not answer',
  'transfer.export-fault.no-answer.help':
    'Nothing counts as exported. Pull the drive out, use another one, and export again.',
  'transfer.export-fault.not-saved': "This machine's disk did not do it",
  'transfer.export-fault.not-saved.help':
    'Nothing counts as exported. Try again; if it stays so, call a technician.',
  'transfer.export-fault.unavailable': 'The store does not answer',
  'transfer.export-fault.unavailable.help': 'Nothing counts as exported. Wait a moment, then try again.',
  'transfer.receipt-fault.receipts-missing': 'No receipts for this machine on the drive',
  'transfer.receipt-fault.receipts-missing.help':
    "Perhaps the office has not read it in yet, or it is another machine's drive. Bring it to the office.",
  'transfer.receipt-fault.receipts-unreadable': 'The receipts cannot be read',
  'transfer.receipt-fault.receipts-unreadable.help':
    'The file on the drive is damaged. Ask the office to put it on again.',
  'transfer.receipt-fault.receipts-not-trusted': 'These receipts are not genuine, or damaged',
  'transfer.receipt-fault.receipts-not-trusted.help':
    "They do not carry eMPF's signature, and nothing was changed. Ask the office to put them on again.",
  'transfer.receipt-fault.receipts-foreign': 'These receipts are for another machine',
  'transfer.receipt-fault.receipts-foreign.help':
    'Nothing was changed. Read them on the machine that exported.',
  'transfer.receipt-fault.drive-gone': 'The drive was pulled out',
  'transfer.receipt-fault.drive-gone.help':
    'What was read before that counts. Put the drive in and read the receipts again.',
  'transfer.receipt-fault.busy': 'The drive before still works',
  'transfer.receipt-fault.busy.help': 'Wait a moment, or pull that drive out. Then try again.',
  'transfer.receipt-fault.no-answer': 'The drive does not answer',
  'transfer.receipt-fault.no-answer.help': 'Pull it out, put it in again, and read the receipts again.',
  'transfer.receipt-fault.not-saved': "This machine's disk did not do it",
  'transfer.receipt-fault.not-saved.help': 'Read the receipts again; if it stays so, call a technician.',
  'transfer.receipt-fault.unavailable': 'The store does not answer',
  'transfer.receipt-fault.unavailable.help': 'Wait a moment, then read the receipts again.',
} as const;
