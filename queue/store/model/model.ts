import type { Outcome } from '../../../domain/wire/contract.ts';
import { isLegalChange, type SubmissionState } from '../submission-states.ts';

/** One submission, as simply as it can be said. */
export interface ModelItem {
  readonly id: string;
  readonly sequence: number;
  readonly lane: number;
  readonly priority: number;
  readonly validUntil: string | null;
  state: SubmissionState;
  token: number | null;
  leasedAt: number;
  /** Uptime before which it is not claimed. */
  waitsUntil: number;
  attempts: number;
  /** Attempts of which nobody knows whether they arrived. */
  unanswered: number;
  exported: boolean;
  receipt: string | null;
}

const PENDING: readonly SubmissionState[] = ['kept', 'sending'];
const OPEN: readonly SubmissionState[] = ['kept', 'sending', 'parked'];

/**
 * The queue as a list that is looked through from the beginning: what must be true, with no index, no counter and no
 * disk. `model.test.ts` compares the two after every step.
 */
export class QueueModel {
  readonly items: ModelItem[] = [];
  cursor = 0;

  find(id: string): ModelItem | undefined {
    return this.items.find((item) => item.id === id);
  }

  add(item: Pick<ModelItem, 'id' | 'sequence' | 'lane' | 'priority' | 'validUntil'>): void {
    this.items.push({
      ...item,
      state: 'kept',
      token: null,
      leasedAt: 0,
      waitsUntil: 0,
      attempts: 0,
      unanswered: 0,
      exported: false,
      receipt: null,
    });
  }

  /** What a claim gives, in order; expired leases go back first. */
  claim(limit: number, uptime: number, now: string, leaseFor: number): readonly ModelItem[] {
    for (const item of this.items)
      if (item.state === 'sending' && item.leasedAt <= uptime - leaseFor) this.giveBack(item, 0);
    return this.items
      .filter((item) => item.state === 'kept' && item.waitsUntil <= uptime && this.isFirst(item))
      .filter((item) => item.validUntil === null || item.validUntil >= now)
      .sort((a, b) => a.priority - b.priority || a.sequence - b.sequence)
      .slice(0, limit);
  }

  private isFirst(item: ModelItem): boolean {
    return !this.items.some(
      (other) => other.lane === item.lane && other.sequence < item.sequence && OPEN.includes(other.state),
    );
  }

  giveBack(item: ModelItem, waitsUntil: number): void {
    Object.assign(item, { state: 'kept', token: null, waitsUntil });
  }

  holder(id: string, token: number): ModelItem | undefined {
    const item = this.find(id);
    return item?.state === 'sending' && item.token === token ? item : undefined;
  }

  receive(item: ModelItem, receipt: string, outcome: Outcome | null): void {
    Object.assign(item, { state: outcome?.state ?? 'received', token: null, receipt });
  }

  /** An outcome for one that has a receipt, where it can still change. */
  decide(item: ModelItem, outcome: Outcome): void {
    if (item.receipt !== null && isLegalChange(item.state, outcome.state)) item.state = outcome.state;
  }

  /** Whether the platform cannot have it. */
  neverLeft(item: ModelItem): boolean {
    return (item.state === 'kept' || item.state === 'parked') && item.unanswered === 0 && !item.exported;
  }

  expire(now: string): readonly string[] {
    const lapsed = this.items.filter(
      (item) => item.state === 'kept' && item.validUntil !== null && item.validUntil < now,
    );
    for (const item of lapsed) item.state = 'expired';
    return lapsed.map(({ id }) => id);
  }

  apply(page: readonly { readonly cursor: number; readonly id: string; readonly outcome: Outcome }[]): void {
    for (const { cursor, id, outcome } of page) {
      if (cursor <= this.cursor) continue;
      const item = this.find(id);
      if (item !== undefined && PENDING.includes(item.state)) return;
      this.cursor = cursor;
      if (item !== undefined) this.decide(item, outcome);
    }
  }

  /** The process ended without a word and another began. */
  restart(): void {
    for (const item of this.items) {
      if (item.state === 'sending') this.giveBack(item, 0);
      item.waitsUntil = 0;
    }
  }

  oldestPending(): ModelItem | undefined {
    return this.items.find((item) => PENDING.includes(item.state));
  }

  count(...states: readonly SubmissionState[]): number {
    return this.items.filter((item) => states.includes(item.state)).length;
  }

  exported(): number {
    return this.items.filter((item) => item.exported && OPEN.includes(item.state)).length;
  }
}
