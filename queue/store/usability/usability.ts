import { type Failure, ok, type Result } from '../../../domain/result.ts';
import { hongKongDate } from '../../../domain/time.ts';
import {
  type UsabilityCell,
  usabilityCellSchema,
  type UsabilityTally,
} from '../../../domain/usability/cell.ts';
import type { Policy } from '../../../domain/wire/policy.ts';
import type { Context } from '../context.ts';
import type { StorageFault } from '../database/storage-faults.ts';
import type { Session } from '../session/session.ts';
import type { UsabilityRow } from './statements.ts';

const DAY_MS = 24 * 3_600_000;

/** A day as the platform has still to hear of it. */
export interface UntoldDay {
  readonly day: string;
  /** Names this state of the day: `told` of an older one changes nothing. */
  readonly budget: number;
  readonly cells: readonly UsabilityCell[];
}

export interface UsabilitySide {
  readonly usability: {
    /** Sums up what one visit adds to today (Hong Kong), in one transaction. */
    add(tallies: readonly UsabilityTally[]): Result<null, Failure<StorageFault>>;
    /** @param from and `to` Hong Kong dates, both counted */
    between(from: string, to: string): Result<readonly UsabilityCell[], Failure<StorageFault>>;
    /** The oldest day that is over and not told as it is; null: none. */
    untold(): Result<UntoldDay | null, Failure<StorageFault>>;
    told(day: Pick<UntoldDay, 'day' | 'budget'>): Result<null, Failure<StorageFault>>;
    /** @returns how many days were removed */
    purge(retention: Policy['retention']): Result<number, Failure<StorageFault>>;
  };
}

export function usabilitySide({ store, now }: Context): UsabilitySide {
  return {
    usability: {
      add: (tallies) =>
        store.write<null, never>(({ statements }) => {
          const { place, budget } = now();
          const day = hongKongDate(place.at);
          statements.touchUsabilityDay.run({ day, budget });
          for (const { textSize, assist, ...tally } of tallies)
            statements.addUsability.run({ ...tally, day, text_size: textSize, assist: assist ? 1 : 0 });
          return ok(null);
        }),

      between: (from, to) => store.read((session) => cellsBetween(session, from, to)),

      untold: () =>
        store.read((session) => {
          const found = session.statements.untoldUsability.get(hongKongDate(now().place.at));
          return found === undefined
            ? null
            : { ...found, cells: cellsBetween(session, found.day, found.day) };
        }),

      told: ({ day, budget }) =>
        store.write<null, never>(({ statements }) => {
          statements.usabilityTold.run({ day, budget });
          return ok(null);
        }),

      purge: ({ receivedDays }) =>
        store.write<number, never>(({ statements }) => {
          const before = now().budget - receivedDays * DAY_MS;
          const old = statements.usabilityDays.all().filter(({ budget }) => budget < before);
          for (const { day } of old) statements.forgetUsabilityDay.run(day);
          return ok(old.length);
        }),
    },
  };
}

function cellsBetween({ statements }: Session, from: string, to: string): readonly UsabilityCell[] {
  return usabilityCells(statements.usabilityBetween.all(from, to));
}

/** What the disk has changed is left out: figures are worth no stop of the terminal. */
export function usabilityCells(rows: readonly UsabilityRow[]): readonly UsabilityCell[] {
  return rows.flatMap(({ text_size: textSize, assist, ...row }) => {
    const cell = usabilityCellSchema.safeParse({ ...row, textSize, assist: assist === 1 });
    return cell.success ? [cell.data] : [];
  });
}
