import { z } from 'zod';
import type { Failure, Result } from '../../domain/result.ts';
import { type UsabilityTally, usabilityTallySchema } from '../../domain/usability/cell.ts';
import type { DurableDatabase } from '../store/database.ts';
import { promised, unlessBusy } from '../store/sqlite/write.ts';

export interface ToldDay {
  readonly terminalId: string;
  readonly epoch: number;
  /** Hong Kong date. */
  readonly day: string;
  readonly cells: readonly UsabilityTally[];
}

/** A thrown error is a storage fault: nothing of the call was committed. */
export interface UsabilityStore {
  /** Takes the place of what the terminal said of that day before. @param at ISO instant */
  put(told: ToldDay, at: string): Promise<Result<null, Failure<'busy'>>>;
  /** Everything, by terminal and day. */
  all(): Promise<readonly ToldDay[]>;
}

const rowSchema = z.object({
  terminal_id: z.string(),
  epoch: z.number(),
  day: z.string(),
  cells: z.string(),
});

export function createUsabilityStore(database: DurableDatabase): UsabilityStore {
  const put = database.prepare(
    `INSERT INTO usability (terminal_id, epoch, day, received_at, cells) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET received_at = excluded.received_at, cells = excluded.cells`,
  );
  const all = database.prepare(
    'SELECT terminal_id, epoch, day, cells FROM usability ORDER BY terminal_id, day, epoch',
  );
  return {
    put: ({ terminalId, epoch, day, cells }, at) =>
      promised(() =>
        unlessBusy(() => {
          put.run(terminalId, epoch, day, at, JSON.stringify(cells));
          return null;
        }),
      ),
    all: () =>
      promised(() =>
        all.all().map((row) => {
          const { terminal_id: terminalId, epoch, day, cells } = rowSchema.parse(row);
          return { terminalId, epoch, day, cells: z.array(usabilityTallySchema).parse(JSON.parse(cells)) };
        }),
      ),
  };
}
