import type { AuditEventId } from '../entry.ts';
import type { AuditEventFacts } from '../facts.ts';

/** The entries of the day of a van or a station. */
export const WORK_DAY_EVENTS = {
  'stop.opened': {
    actors: ['staff'],
    phase: 'begins',
    of: 'stop',
    sentence: 'A van opened a stop; where it is stands in the day report.',
    detail: [],
  },
  'stop.closed': {
    actors: ['staff', 'system'],
    phase: 'completes',
    of: 'stop',
    sentence: 'The stop was closed.',
    detail: ['count'],
  },
  'roster.taken': {
    actors: ['staff'],
    phase: 'begins',
    of: 'roster',
    sentence:
      "A van took a partner's list of workers into its memory; how many, and how many rows stayed out.",
    detail: ['count', 'held'],
  },
  'roster.removed': {
    actors: ['staff', 'system'],
    phase: 'completes',
    of: 'roster',
    sentence:
      'The list of workers was removed; how many were on it, and how many of them were registered here.',
    detail: ['count', 'registered'],
  },
  'day.closed': {
    actors: ['staff'],
    phase: 'moment',
    of: null,
    sentence: 'The day was closed with a signed report.',
    detail: ['count', 'pending'],
  },
  'case.taken': {
    actors: ['staff'],
    phase: 'moment',
    of: null,
    sentence: 'Staff at a station went on with an earlier case, together with the member.',
    detail: ['case', 'way'],
  },
  'case.noted': {
    actors: ['staff'],
    phase: 'moment',
    of: null,
    sentence: 'Staff at a station wrote down what they did about a case whose member was not there.',
    detail: ['case', 'action', 'stands'],
  },
} as const satisfies Partial<Readonly<Record<AuditEventId, AuditEventFacts>>>;
