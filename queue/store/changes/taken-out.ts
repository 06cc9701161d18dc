import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import {
  TAKEN_OUT_REASONS,
  type TakenOut,
  type TakenOutReason,
} from '../../../domain/operations/taken-out.ts';
import type { Context } from '../context.ts';
import type { StorageFault } from '../database/storage-faults.ts';

export interface TakenOutSide {
  /** Staff keep visits from beginning, for as long as they say; a restart changes nothing about it. */
  readonly takenOut: {
    /** Null: in service. */
    current(): Result<TakenOut | null, Failure<StorageFault>>;
    takeOut(reason: TakenOutReason, staffId: string): Result<null, Failure<StorageFault>>;
    /** `not-taken-out`: it is in service already. */
    putBack(staffId: string): Result<null, Failure<'not-taken-out' | StorageFault>>;
  };
}

export function takenOutSide({ store, now }: Context): TakenOutSide {
  return {
    takenOut: {
      current: () =>
        store.read(({ statements }) => {
          const [code, at] = statements.takenOut.get()?.value.split(' ') ?? [];
          const reason = TAKEN_OUT_REASONS.find((known) => known === code);
          return reason === undefined || at === undefined ? null : { reason, at };
        }),

      takeOut: (reason, staffId) =>
        store.write<null, never>(({ statements, audit }) => {
          const { place } = now();
          statements.takeOut.run(`${reason} ${place.at}`);
          audit.append({ event: 'terminal.taken-out', actor: 'staff', staffId, detail: { reason } }, place);
          return ok(null);
        }),

      putBack: (staffId) =>
        store.write<null, 'not-taken-out'>(({ statements, audit }) => {
          if (statements.putBack.run().changes === 0) return fail('not-taken-out');
          audit.append({ event: 'terminal.put-back', actor: 'staff', staffId }, now().place);
          return ok(null);
        }),
    },
  };
}
