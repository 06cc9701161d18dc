import { randomInt } from 'node:crypto';

/** The same values in a random order (Fisher and Yates). */
export function shuffled<T>(values: readonly T[]): readonly T[] {
  const waiting = [...values];
  return values.flatMap(() => waiting.splice(randomInt(waiting.length), 1));
}
