import type { AuditEntry, AuditEventId } from './ports.ts';

/**
 * What each audit entry means, who can have caused it, and how the long ones pair up: an action that begins has an
 * entry that completes it, so that a reader of the chain can see what was cut short.
 */
export interface AuditEventFacts {
  readonly actors: readonly AuditEntry['actor'][];
  /** `begins` and `completes` name what they are the ends of; `moment` stands alone. */
  readonly phase: 'begins' | 'completes' | 'moment';
  /** What is under way between the ends; null for a moment. */
  readonly of: 'service' | 'session' | 'help' | 'assist' | 'delivery' | 'export' | 'freeze' | null;
  /** One sentence for the printed catalogue; never shown to members. */
  readonly sentence: string;
  /** Keys that `detail` may have. Values are codes and counts, never anything of a person. */
  readonly detail: readonly string[];
}

export const AUDIT_CATALOGUE: Readonly<Record<AuditEventId, AuditEventFacts>> = {
  'terminal.started': {
    actors: ['system'],
    phase: 'begins',
    of: 'service',
    sentence: 'The terminal passed its self-test and went into service.',
    detail: ['version', 'epoch'],
  },
  'terminal.out-of-service': {
    actors: ['system'],
    phase: 'completes',
    of: 'service',
    sentence: 'The terminal cannot serve and says so on its screen.',
    detail: ['reason', 'reasons'],
  },
  'session.started': {
    actors: ['member', 'staff'],
    phase: 'begins',
    of: 'session',
    sentence: 'Somebody touched the screen and a session began.',
    detail: ['locale'],
  },
  'session.ended': {
    actors: ['member', 'staff', 'system'],
    phase: 'completes',
    of: 'session',
    sentence: 'The session came to its end.',
    detail: ['how'],
  },
  'session.wiped': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'Everything of the session was removed from memory and from the screen.',
    detail: ['how', 'unsubmitted'],
  },
  'document.read': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'A reader gave the fields of a document.',
    detail: ['kind', 'authenticity', 'attempt'],
  },
  'document.typed': {
    actors: ['member', 'staff'],
    phase: 'moment',
    of: null,
    sentence: 'A number was typed because the reader could not read; it counts for nothing until attested.',
    detail: ['attempt'],
  },
  'document.read-failed': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'A reader could not read what was placed on it.',
    detail: ['trouble', 'attempt'],
  },
  'help.asked': {
    actors: ['member', 'system'],
    phase: 'begins',
    of: 'help',
    sentence: 'Staff were called to the terminal.',
    detail: ['reason'],
  },
  'help.nobody-came': {
    actors: ['system'],
    phase: 'completes',
    of: 'help',
    sentence: 'Nobody signed in within the time the member was told.',
    detail: ['seconds'],
  },
  'staff.signed-in': {
    actors: ['staff'],
    phase: 'begins',
    of: 'assist',
    sentence: 'A staff member took over the session with badge and PIN.',
    detail: ['role'],
  },
  'staff.sign-in-refused': {
    actors: ['staff', 'system'],
    phase: 'moment',
    of: null,
    sentence: 'A badge or PIN was refused.',
    detail: ['code'],
  },
  'staff.attested': {
    actors: ['staff'],
    phase: 'moment',
    of: null,
    sentence: 'A trained staff member attested that the card is genuine and the face is that of its holder.',
    detail: ['means', 'features', 'level', 'role'],
  },
  'staff.handed-back': {
    actors: ['staff', 'system'],
    phase: 'completes',
    of: 'assist',
    sentence: 'The session went back to the member.',
    detail: ['how'],
  },
  'submission.kept': {
    actors: ['member'],
    phase: 'begins',
    of: 'delivery',
    sentence: 'A sealed submission and this entry were written to disk in one transaction.',
    detail: ['id', 'reference', 'kind', 'bytes'],
  },
  'submission.not-kept': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'A submission could not be kept; the member was told that it is not saved.',
    detail: ['code'],
  },
  'submission.received': {
    actors: ['system'],
    phase: 'completes',
    of: 'delivery',
    sentence: 'The platform confirmed the submission with a receipt whose signature was verified.',
    detail: ['id', 'reference', 'state', 'outcome', 'attempts'],
  },
  'submission.parked': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'A submission is set aside for staff because sending it again would not help.',
    detail: ['id', 'reference', 'code'],
  },
  'submission.receipt-refused': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'A receipt was not trusted; the submission stays on this machine.',
    detail: ['id', 'reference', 'fault'],
  },
  'queue.recovered': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'At start the queue put back what was under way when the machine last stopped.',
    detail: ['released', 'pending', 'epoch'],
  },
  'submission.unparked': {
    actors: ['staff', 'system'],
    phase: 'moment',
    of: null,
    sentence: 'A submission that was set aside goes back to be sent.',
    detail: ['id', 'code'],
  },
  'submission.outcome': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'The platform told what became of a submission that it had received.',
    detail: ['id', 'state', 'outcome'],
  },
  'submission.cancelled': {
    actors: ['member'],
    phase: 'moment',
    of: null,
    sentence:
      'A member withdrew a submission that had not been sent; it stays until the platform confirms the withdrawal.',
    detail: ['id'],
  },
  'submission.expired': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'A submission was not sent within the time for which it was valid, and will not be.',
    detail: ['id', 'kind'],
  },
  'submission.purged': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'Submissions were removed whose receipt was verified and whose time here was over.',
    detail: ['count'],
  },
  'attachment.kept': {
    actors: ['member', 'staff'],
    phase: 'moment',
    of: null,
    sentence: 'A sealed file that belongs to a submission was written to disk.',
    detail: ['id', 'submission', 'bytes'],
  },
  'attachment.received': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'The platform confirmed a whole file with a receipt whose signature was verified.',
    detail: ['id'],
  },
  'enquiry.made': {
    actors: ['member', 'staff'],
    phase: 'moment',
    of: null,
    sentence: 'Somebody asked what became of a submission, or of all that the holder of a document left.',
    detail: ['by', 'result', 'count'],
  },
  'correction.opened': {
    actors: ['member'],
    phase: 'moment',
    of: null,
    sentence: 'A member who was identified again began to correct a submission.',
    detail: ['id', 'result'],
  },
  'export.started': {
    actors: ['staff', 'system'],
    phase: 'begins',
    of: 'export',
    sentence: 'Writing pending submissions to a drive began.',
    detail: ['bundle', 'count'],
  },
  'export.completed': {
    actors: ['staff', 'system'],
    phase: 'completes',
    of: 'export',
    sentence: 'The bundle was written, synced, read back and compared.',
    detail: ['bundle', 'count'],
  },
  'export.failed': {
    actors: ['staff', 'system'],
    phase: 'completes',
    of: 'export',
    sentence: 'The bundle could not be written or compared; nothing was marked.',
    detail: ['bundle', 'code'],
  },
  'import.completed': {
    actors: ['staff', 'system'],
    phase: 'moment',
    of: null,
    sentence: 'A receipt file was read and its receipts were verified.',
    detail: ['bundle', 'count', 'refused'],
  },
  'import.refused': {
    actors: ['staff', 'system'],
    phase: 'moment',
    of: null,
    sentence: 'A receipt file was not trusted; nothing was changed.',
    detail: ['code'],
  },
  'policy.taken': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'A newer signed policy is in force.',
    detail: ['version'],
  },
  'policy.refused': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'A policy was not trusted; the old one stays.',
    detail: ['fault'],
  },
  'reference-data.taken': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'Newer signed schemes, funds, limits and holidays are in force, or wait for their first day.',
    detail: ['version', 'from'],
  },
  'reference-data.refused': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence:
      'Schemes, funds, limits and holidays were not trusted, broke a rule or were older; the old ones stay.',
    detail: ['fault', 'rule', 'place', 'version'],
  },
  'freeze.warned': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'The terminal comes near a limit at which it would stop taking new visits.',
    detail: ['reason', 'value'],
  },
  'freeze.began': {
    actors: ['system'],
    phase: 'begins',
    of: 'freeze',
    sentence: 'No new visit begins until the reason is gone.',
    detail: ['reason', 'value'],
  },
  'freeze.ended': {
    actors: ['system'],
    phase: 'completes',
    of: 'freeze',
    sentence: 'New visits may begin again.',
    detail: [],
  },
  'database.backed-up': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'A second copy of the database was written and checked.',
    detail: ['bytes'],
  },
  'database.checked': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'The nightly full check of the database ended.',
    detail: ['result'],
  },
  'database.salvaged': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'A damaged database was set aside and what could be read was taken into a new one.',
    detail: ['salvaged', 'missing', 'epoch', 'head'],
  },
  'database.swept': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'Files without a row and rows without a file were looked for.',
    detail: ['files', 'rows'],
  },
  'terminal.wiped': {
    actors: ['staff', 'system'],
    phase: 'moment',
    of: null,
    sentence: 'Everything on the terminal was removed; a proof record was written.',
    detail: ['proof', 'count'],
  },
};
