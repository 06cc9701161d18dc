import { z } from 'zod';
import type { Bill } from '../../domain/wire/bill.ts';
import type { DurableDatabase } from '../store/database.ts';
import { billNumber } from './bill-number.ts';

interface Submission {
  readonly terminalId: string;
  readonly id: string;
}

export interface Bills {
  /** It is to be billed once it is accepted; inside the transaction that stores it. */
  expect(submission: Submission): void;
  /** Gives it its number, once, where it is to be billed; inside the transaction that accepts it. */
  issue(submission: Submission, at: string): void;
  of(submission: Submission): Bill | null;
}

const serialColumn = z.number().nullable();

export function createBills(database: DurableDatabase): Bills {
  const insert = database.prepare('INSERT INTO bills (terminal_id, id) VALUES (?, ?)');
  const update = database.prepare(
    `UPDATE bills SET serial = (SELECT coalesce(max(serial), 0) + 1 FROM bills), issued_at = ?
     WHERE terminal_id = ? AND id = ? AND serial IS NULL`,
  );
  const select = database.prepare('SELECT serial FROM bills WHERE terminal_id = ? AND id = ?').pluck();
  return {
    expect: ({ terminalId, id }) => void insert.run(terminalId, id),
    issue: ({ terminalId, id }, at) => void update.run(at, terminalId, id),
    of: ({ terminalId, id }) => billWith(serialColumn.parse(select.get(terminalId, id) ?? null)),
  };
}

/** A bill as it is told; null while none was issued. */
export function billWith(serial: number | null): Bill | null {
  return serial === null ? null : { number: billNumber(serial), sample: true };
}
