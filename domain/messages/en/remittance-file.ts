/** Choosing, reading and checking an employer's file at the terminal. */
export const remittanceFile = {
  'file.choose.heading': 'Choose the contribution file',
  'file.choose.no-drive.heading': 'Please put the USB drive in',
  'file.choose.no-drive':
    'Put it into the USB slot of this machine. If it is in already, take it out and put it in again.',
  'file.choose.nothing-changes': 'Your file is only read. Nothing on the drive is changed or deleted.',
  'file.choose.limits':
    'A file ends in .csv or .txt and has at most {megabytes} MB and {rows, number} rows. A larger one is split.',
  'file.choose.which-drive': 'Which drive is the file on?',
  'file.choose.drive': 'USB drive {name}',
  'file.choose.station-folder': 'Folder of this station',
  'file.choose.up': 'Back to the folder above',
  'file.choose.places': 'Another drive',
  'file.choose.folder': 'Folder',
  'file.choose.changed': 'Last changed {date}',
  'file.choose.empty': 'There is no suitable file here.',
  'file.choose.others':
    '{count, plural, one {# file of another kind is} other {# files of other kinds are}} not shown. In Excel, save as CSV UTF-8.',
  'file.choose.more':
    '{count, plural, one {# more entry is} other {# more entries are}} not shown: the newest come first. Move the file to the top of the drive.',
  'file.choose.not-readable': 'This drive cannot be read. Try it at your own computer, or use another drive.',
  'file.choose.waiting': 'Looking for USB drives …',
  'file.pages': 'Page {page} of {pages}',
  'file.pages.next': 'Next page',
  'file.pages.previous': 'Previous page',

  'file.reading.heading': 'Reading and checking the file',
  'file.reading.help': 'Please leave the drive in.',
  'file.reading.progress': '{percent}% read',
  'file.reading.rows': '{rows, plural, one {# row} other {# rows}} checked',
  'file.reading.stop': 'Stop',

  'file.trouble.again': 'Choose a file again',
  'file.trouble.drive-gone': 'The drive was taken out',
  'file.trouble.drive-gone.help':
    'Nothing was sent. Put the drive in again, leave it in until the check is over, and choose the file once more.',
  'file.trouble.drive-fault': 'The drive cannot be read',
  'file.trouble.drive-fault.help':
    'Nothing was sent. Take the drive out and put it in again, or copy the file to another drive.',
  'file.trouble.file-not-plain': 'This is not an ordinary file',
  'file.trouble.file-not-plain.help':
    'Copy the file itself to the drive, not a link to it, and choose it again.',
  'file.trouble.file-too-large': 'The file is too large for this machine',
  'file.trouble.file-too-large.help':
    'At most {megabytes} MB can be read here. Split it into smaller files, or upload it on the eMPF website.',
  'file.trouble.too-many-rows': 'The file has too many rows for this machine',
  'file.trouble.too-many-rows.help':
    'At most {rows, number} rows can be read here. Split it into smaller files, or upload it on the eMPF website.',
  'file.trouble.not-checked': 'The file could not be checked',
  'file.trouble.not-checked.help': 'Nothing was sent. Please try once more, or ask staff.',

  'file.trouble.rules-missing': 'The rules are not beside the file',
  'file.trouble.rules-missing.help':
    'Copy {rulesFile} into the same folder as the contribution file. Or go back and choose to go on without rules.',
  'file.trouble.rules-do-not-fit': 'The rules cannot be used as they are',
  'file.trouble.rules-do-not-fit.help':
    'Nothing was sent. Correct {rulesFile} on your own computer; at your payroll vendor they know its form.',
  'file.trouble.rules-differ-from-stored': 'The rules on the drive are not those that eMPF has',
  'file.trouble.rules-differ-from-stored.help':
    'Nothing was sent. Correct {rulesFile}; or let the authorised person describe the new rules to eMPF first. Or go back and use the rules that eMPF has.',
  'file.trouble.rules-other-payer': 'The rules do not name the company that pays',
  'file.trouble.rules-other-payer.help':
    'Add the paying company with its employer account to {rulesFile}, or go back and check the account number.',

  'file.result.by-rules': 'Voluntary contributions were checked by your rules.',
  'file.result.no-rules': 'Not checked: voluntary contributions, since no rules were given.',
  'file.result.clean': 'The file can be used',
  'file.result.clean.help': 'Every row was checked. Nothing has been submitted yet.',
  'file.result.held': 'Correct the file first',
  'file.result.held.help': 'Nothing was sent. Correct it in your payroll program, then check it again here.',
  'file.result.some':
    '{going, plural, one {# row can go} other {# rows can go}}, {held, plural, one {# stays} other {# stay}}',
  'file.result.some.help':
    'Rows that stay are not sent. Save them on the drive, correct them there, and bring only that file.',
  'file.result.mock-clean': 'Nothing to correct in this file',
  'file.result.mock-clean.help':
    'Every row was checked. Nothing was sent: the contributions are not paid yet.',
  'file.result.mock-held.help':
    'This was only a check: nothing was sent. Correct the file in your payroll program, then check it again.',
  'file.result.mock-finish': 'Finish',
  'file.result.mock-total': 'Account {account}: {rows, plural, one {# row} other {# rows}}',
  'file.mock-run': 'Check only: nothing is sent',
  'file.result.file': 'File',
  'file.result.rows': 'Rows read',
  'file.result.to-correct': 'Rows to be corrected',
  'file.result.payer-total': 'Paid by {payer}, account {account}: {rows, plural, one {# row} other {# rows}}',
  'file.result.other-total': 'Another account, {account}: {rows, plural, one {# row} other {# rows}}',
  'file.result.count': '{count, plural, one {{place}} other {# places, first {place}}}',
  'file.result.must': 'Must be corrected',
  'file.result.look': 'Please look at it',
  'file.result.show': 'Show each place',
  'file.result.overview': 'Back to the summary',
  'file.result.staff-number': 'staff no. {staffNo}',
  'file.result.not-all': 'The first {shown} of {count} are shown. The list on the drive has more.',
  'file.result.use': 'Use this file',
  'file.result.use-going':
    '{going, plural, one {Send the # row that is right} other {Send the # rows that are right}}',
  'file.result.other': 'Another file',
  'file.result.check-again': 'Check a corrected file',
  'file.result.save': 'Save this list on the drive',
  'file.result.save-rows':
    '{held, plural, one {Save the # row that stays on the drive} other {Save the # rows that stay on the drive}}',
  'file.result.saving': 'Saving …',
  'file.result.saved': 'Saved beside your file: {name}. It holds no names and no ID numbers.',
  'file.result.saved-rows':
    'Saved beside your file: correct {rows} and bring only that. The reasons are in {name}.',
  'file.unsaved.heading': '{held, plural, one {# row is} other {# rows are}} not saved yet',
  'file.unsaved.help':
    '{held, plural, one {The row that stays is not sent. Save it on the drive, correct it there} other {The # rows that stay are not sent. Save them on the drive, correct them there}}, and bring only that file.',
  'file.unsaved.save': 'Save on the drive',
  'file.unsaved.go-on': 'Go on without saving',
  'file.save.drive-gone': 'Not saved: the drive was taken out. Put it in and have the file checked again.',
  'file.save.drive-full': 'Not saved: the drive is full. Delete something on it, or use another drive.',
  'file.save.drive-read-only':
    'Not saved: the drive is locked against writing. Slide its lock, or use another drive.',
  'file.save.drive-fault': 'Not saved: the drive does not take it. Please note down the places shown here.',
} as const;
