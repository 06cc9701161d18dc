import { z } from 'zod';
import { quantile } from '../../../scripts/lib/bench.ts';
import { flushesSoFar } from './disk.ts';

export const phaseSchema = z.object({
  /** Submissions a second over the whole phase, check-points and all. */
  perSecond: z.number(),
  /** Microseconds of one operation. */
  p50: z.number(),
  p99: z.number(),
  worst: z.number(),
  /** Flush requests of the disk per thousand submissions, anybody's; null where the system does not tell. */
  flushes: z.number().nullable(),
});
export type Phase = z.infer<typeof phaseSchema>;

/**
 * Times operations one by one until so many submissions are dealt with.
 * @param operation answers how many submissions it dealt with; none ends the run with an error
 */
export async function measure(
  folder: string,
  submissions: number,
  operation: (done: number) => Promise<number> | number,
): Promise<Phase> {
  const times: number[] = [];
  let done = 0;
  const flushesBefore = flushesSoFar(folder);
  while (done < submissions) {
    const started = performance.now();
    const answer = operation(done);
    const count = answer instanceof Promise ? await answer : answer;
    times.push(performance.now() - started);
    if (count === 0) throw new Error(`nothing more after ${done} of ${submissions}`);
    done += count;
  }
  const flushesAfter = flushesSoFar(folder);
  const total = times.reduce((sum, time) => sum + time, 0);
  return {
    perSecond: (done / total) * 1_000,
    p50: quantile(times, 0.5) * 1_000,
    p99: quantile(times, 0.99) * 1_000,
    worst: Math.max(...times) * 1_000,
    flushes:
      flushesBefore === null || flushesAfter === null
        ? null
        : ((flushesAfter - flushesBefore) / done) * 1_000,
  };
}
