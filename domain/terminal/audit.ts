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
  readonly of: 'service' | 'session' | 'help' | 'assist' | 'delivery' | null;
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
    actors: ['member'],
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
};
