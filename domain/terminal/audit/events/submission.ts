import type { AuditEventId } from '../entry.ts';
import type { AuditEventFacts } from '../facts.ts';

/** The entries of what is left here, from the store to the platform. */
export const SUBMISSION_EVENTS = {
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
} as const satisfies Partial<Readonly<Record<AuditEventId, AuditEventFacts>>>;
