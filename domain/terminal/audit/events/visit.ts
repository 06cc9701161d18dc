import type { AuditEventId } from '../entry.ts';
import type { AuditEventFacts } from '../facts.ts';

/** The entries of a visit, the document in it, the call for help. */
export const VISIT_EVENTS = {
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
  'help.snoozed': {
    actors: ['staff'],
    phase: 'moment',
    of: null,
    sentence:
      'Whoever has this badge said without a PIN that they are busy and will come; the member was told.',
    detail: [],
  },
  'help.going': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'Somebody at another machine of the place said that they are on the way; the member was told.',
    detail: [],
  },
  'call.answered': {
    actors: ['staff'],
    phase: 'moment',
    of: null,
    sentence:
      'Somebody signed in at this machine said that they go to another terminal of the place, where staff are called.',
    detail: ['terminal', 'result'],
  },
} as const satisfies Partial<Readonly<Record<AuditEventId, AuditEventFacts>>>;
