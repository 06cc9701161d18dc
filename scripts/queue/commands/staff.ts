import type { ByStaff, Queue } from '../../../queue/store/queue-interface.ts';
import type { StoredSubmission } from '../../../queue/store/submission.ts';
import type { Report } from '../print.ts';
import { findSubmission } from '../reader.ts';
import { orRefuse } from '../refusal.ts';
import { changing, type TerminalPlaces } from '../terminal.ts';

function done(words: string, json: Readonly<Record<string, unknown>>): Report {
  return { lines: [words], json, exitCode: 0 };
}

function withOne(
  places: TerminalPlaces,
  name: string,
  work: (queue: Queue, item: StoredSubmission) => Report,
): Promise<Report> {
  return changing(places, ({ queue }) => work(queue, findSubmission(queue, name)));
}

/** Back into the line: what is set aside, and what waits for its next try. */
export function retry(places: TerminalPlaces, name: string, by: ByStaff | undefined): Promise<Report> {
  return withOne(places, name, (queue, { id, reference, state }) => {
    if (state === 'parked') {
      orRefuse(queue.unpark(id, by));
      return done(`${reference} goes back into the line.`, { reference, retried: true });
    }
    const retried = orRefuse(queue.retryNow(id)) > 0;
    const words = retried
      ? `${reference} is sent at the next opportunity.`
      : `${reference} was not waiting (${state}).`;
    return done(words, { reference, retried });
  });
}

export function retryAll(
  places: TerminalPlaces,
  reason: string | undefined,
  by: ByStaff | undefined,
): Promise<Report> {
  return changing(places, ({ queue }) => {
    if (reason === undefined) {
      const count = orRefuse(queue.retryNow());
      return done(`${String(count)} are sent at the next opportunity.`, { retried: count });
    }
    const count = orRefuse(queue.unparkAll(reason, by));
    return done(`${String(count)} that were set aside for ${reason} go back into the line.`, {
      unparked: count,
    });
  });
}

export function park(places: TerminalPlaces, name: string, reason: string): Promise<Report> {
  return withOne(places, name, (queue, { id, reference }) => {
    orRefuse(queue.parkKept(id, reason));
    return done(`${reference} is set aside (${reason}); unpark brings it back.`, {
      reference,
      parked: reason,
    });
  });
}

export function unpark(places: TerminalPlaces, name: string, by: ByStaff | undefined): Promise<Report> {
  return withOne(places, name, (queue, { id, reference }) => {
    orRefuse(queue.unpark(id, by));
    return done(`${reference} goes back into the line.`, { reference, unparked: true });
  });
}
