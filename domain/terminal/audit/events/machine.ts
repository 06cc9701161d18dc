import type { AuditEventId } from '../entry.ts';
import type { AuditEventFacts } from '../facts.ts';

/** The entries of the machine in and out of service, its updates, practice. */
export const MACHINE_EVENTS = {
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
  'terminal.taken-out': {
    actors: ['staff'],
    phase: 'moment',
    of: null,
    sentence: 'Staff keep visits from beginning and members read why; a restart changes nothing about it.',
    detail: ['reason'],
  },
  'terminal.put-back': {
    actors: ['staff'],
    phase: 'moment',
    of: null,
    sentence: 'Staff let visits begin again.',
    detail: [],
  },
  'terminal.tested': {
    actors: ['staff'],
    phase: 'moment',
    of: null,
    sentence: 'Staff had the terminal try its devices, disk, clock and connection.',
    detail: ['result', 'count'],
  },
  'terminal.restarted': {
    actors: ['staff'],
    phase: 'moment',
    of: null,
    sentence: 'Staff had the program end and start again.',
    detail: [],
  },
  'updates.window-chosen': {
    actors: ['staff'],
    phase: 'moment',
    of: null,
    sentence: 'Staff chose the hours in which a prepared update is taken up, or that none is.',
    detail: ['from'],
  },
  'updates.taken-up': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'The program that was prepared came up in its window.',
    detail: [],
  },
  'practice.started': {
    actors: ['staff'],
    phase: 'moment',
    of: null,
    sentence: 'Staff had the program start again in practice, apart from everything that is real.',
    detail: [],
  },
  'practice.ended': {
    actors: ['system'],
    phase: 'moment',
    of: null,
    sentence: 'The terminal works again after practice; what was practised is deleted.',
    detail: [],
  },
} as const satisfies Partial<Readonly<Record<AuditEventId, AuditEventFacts>>>;
