import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { NOBODY_KNOWS, type Sides } from './placing.ts';

const sidesSchema = z.strictObject({
  staff: z.number().nullable(),
  member: z.number().nullable(),
});

/** Which display is whose, through restarts: a machine that starts with one unplugged must not take it for the other. */
export interface DisplayMemory {
  readonly known: Sides;
  keep(sides: Sides): void;
}

/** @param path of a small file of its own; whatever is wrong with it, nothing is known */
export function openDisplayMemory(path: string): DisplayMemory {
  let known = read(path);
  return {
    get known() {
      return known;
    },
    keep: (sides) => {
      if (sides.staff === known.staff && sides.member === known.member) return;
      known = sides;
      try {
        writeFileSync(`${path}.new`, JSON.stringify(sides), { mode: 0o600 });
        renameSync(`${path}.new`, path);
      } catch {
        // Until the next start it is known all the same.
      }
    },
  };
}

function read(path: string): Sides {
  try {
    const parsed = sidesSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : NOBODY_KNOWS;
  } catch {
    return NOBODY_KNOWS;
  }
}
