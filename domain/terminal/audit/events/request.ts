import type { AuditEventId } from '../entry.ts';
import type { AuditEventFacts } from '../facts.ts';

/** The entries of what is put aside, printed, asked and proved beside a submission. */
export const REQUEST_EVENTS = {
  'draft.parked': {
    actors: ['member', 'staff', 'system'],
    phase: 'moment',
    of: null,
    sentence: 'What was not finished was encrypted and put aside; only the slip that was shown opens it.',
    detail: ['draft', 'kind', 'elsewhere'],
  },
  'draft.not-parked': {
    actors: ['member', 'staff', 'system'],
    phase: 'moment',
    of: null,
    sentence: 'What was not finished could not be put aside.',
    detail: ['code'],
  },
  'paper.printed': {
    actors: ['member', 'staff'],
    phase: 'moment',
    of: null,
    sentence: 'A printer took a paper that the member asked for, or the report of a day.',
    detail: ['paper'],
  },
  'paper.not-printed': {
    actors: ['member', 'staff'],
    phase: 'moment',
    of: null,
    sentence: 'A paper that the member asked for, or the report of a day, was not printed.',
    detail: ['paper', 'code'],
  },
  'draft.taken-up': {
    actors: ['member', 'staff'],
    phase: 'moment',
    of: null,
    sentence: 'What was put aside was opened again with its slip and the document.',
    detail: ['draft', 'kind', 'count'],
  },
  'draft.not-taken-up': {
    actors: ['member', 'staff'],
    phase: 'moment',
    of: null,
    sentence: 'A slip and a document opened nothing.',
    detail: ['code'],
  },
  'draft.lapsed': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'What was put aside and not taken up in time was removed from this machine.',
    detail: ['count'],
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
  'look-up.made': {
    actors: ['member'],
    phase: 'moment',
    of: null,
    sentence: 'The platform was asked what it has on record about a member; nothing of the answer is kept.',
    detail: ['what', 'result'],
  },
  'ticket.asked': {
    actors: ['member'],
    phase: 'moment',
    of: null,
    sentence:
      'A queue ticket was taken, checked in for, looked at or given back; nobody was identified for it.',
    detail: ['asked', 'result'],
  },
  'iam-smart.begun': {
    actors: ['member'],
    phase: 'begins',
    of: 'sign-in',
    sentence: 'A member asked for a code to sign in with iAM Smart.',
    detail: [],
  },
  'iam-smart.ended': {
    actors: ['member', 'system'],
    phase: 'completes',
    of: 'sign-in',
    sentence: 'Signing in with iAM Smart came to its end.',
    detail: ['result'],
  },
  'mobile-code.asked': {
    actors: ['member'],
    phase: 'begins',
    of: 'mobile-code',
    sentence: 'A code was to be sent by SMS to confirm a mobile number.',
    detail: [],
  },
  'mobile-code.ended': {
    actors: ['member'],
    phase: 'completes',
    of: 'mobile-code',
    sentence: 'The confirmation of a mobile number came to its end.',
    detail: ['result'],
  },
} as const satisfies Partial<Readonly<Record<AuditEventId, AuditEventFacts>>>;
