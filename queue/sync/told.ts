import type { ItemState } from '../../domain/terminal/ports/queue/submission.ts';
import type { QueueEvent } from '../../domain/terminal/ports/queue/queue.ts';
import type { Bill } from '../../domain/wire/bill.ts';
import type { Outcome } from '../../domain/wire/contract.ts';
import type { Queue } from '../store/queue.ts';

/** What the terminal is told about its submissions. */
export interface Told {
  item(
    submission: { readonly id: string; readonly reference: string },
    state: ItemState,
    receivedAt?: string | null,
    outcome?: Outcome | null,
    bill?: Bill | null,
  ): void;
  counts(): void;
  /** COUNTS as they are now; null when the database cannot be read. */
  countsEvent(): QueueEvent | null;
}

export function createTold(queue: Pick<Queue, 'counts'>, emit: (event: QueueEvent) => void): Told {
  function countsEvent(): QueueEvent | null {
    const found = queue.counts();
    return found.ok ? { type: 'COUNTS', pending: found.value.pending, parked: found.value.parked } : null;
  }
  return {
    item({ id, reference }, state, receivedAt = null, outcome = null, bill = null) {
      const code = outcome !== null && 'code' in outcome ? outcome.code : null;
      emit({
        type: 'ITEM',
        id,
        reference,
        state,
        receivedAt,
        outcome: code,
        ...(bill === null ? {} : { bill }),
      });
    },
    counts() {
      const event = countsEvent();
      if (event !== null) emit(event);
    },
    countsEvent,
  };
}
