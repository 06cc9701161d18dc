import { hashText, type TextHash } from './hash.ts';

/** What the file said before about the same employee, or the same row; row numbers. */
export interface EmployeePeriods {
  /** Remembers a row by its whole text. @returns the number of the same row before it, or null */
  readonly sameRow: (text: string, row: number) => number | null;
  /**
   * Remembers a period of an employee, days as whole numbers.
   * @returns the number of a row before it whose period has a day in common; such a period is not remembered
   */
  readonly add: (employee: string, from: number, to: number, row: number) => number | null;
  /** The row whose period ends last, among those after a day; null when there is none. */
  readonly laterRow: (employee: string, day: number) => number | null;
}

const FIRST_SIZE = 1024;
/** Numbers of an entry: both halves of the hash, row, first day, last day, next entry of the same employee. */
const WIDTH = 6;
const [HIGH, LOW, ROW, FROM, TO, NEXT] = [0, 1, 2, 3, 4, 5] as const;

/**
 * Periods and rows of a file in 24 bytes an entry, so that the memory of a large file stays small: nothing is kept of a
 * person but a hash and days. Two different texts with the same 64 bits would be taken for one another; in a million
 * rows that is less likely than one in ten million.
 */
export function createEmployeePeriods(): EmployeePeriods {
  const rows = createTable();
  const employees = createTable();
  return {
    sameRow(text, row) {
      const hash = hashText(text);
      const before = rows.first(hash);
      if (before >= 0) return rows.get(before, ROW);
      rows.add(hash, row, 0, 0);
      return null;
    },
    add(employee, from, to, row) {
      const hash = hashText(employee);
      for (let at = employees.first(hash); at >= 0; at = employees.get(at, NEXT)) {
        if (employees.get(at, FROM) <= to && employees.get(at, TO) >= from) return employees.get(at, ROW);
      }
      employees.add(hash, row, from, to);
      return null;
    },
    laterRow(employee, day) {
      let latest: number | null = null;
      let latestDay = day;
      const hash = hashText(employee);
      for (let at = employees.first(hash); at >= 0; at = employees.get(at, NEXT)) {
        if (employees.get(at, TO) <= latestDay) continue;
        latestDay = employees.get(at, TO);
        latest = employees.get(at, ROW);
      }
      return latest;
    },
  };
}

/** Entries in one list of numbers, found by an open-addressed table; entries of one hash are linked, latest first. */
function createTable() {
  let entries = new Int32Array(FIRST_SIZE * WIDTH);
  let slots = new Int32Array(FIRST_SIZE * 2);
  let count = 0;

  const get = (entry: number, field: number): number => entries[entry * WIDTH + field] ?? 0;
  const slotOf = ({ high, low }: TextHash): number => {
    const mask = slots.length - 1;
    let slot = (high ^ low) & mask;
    for (;;) {
      const entry = (slots[slot] ?? 0) - 1;
      if (entry < 0 || (get(entry, HIGH) === high && get(entry, LOW) === low)) return slot;
      slot = (slot + 1) & mask;
    }
  };
  const grow = (): void => {
    const more = new Int32Array(entries.length * 2);
    more.set(entries);
    entries = more;
    const oldSlots = slots;
    slots = new Int32Array(oldSlots.length * 2);
    for (const kept of oldSlots) {
      if (kept === 0) continue;
      slots[slotOf({ high: get(kept - 1, HIGH), low: get(kept - 1, LOW) })] = kept;
    }
  };

  return {
    get,
    /** The latest entry of a hash, or -1. */
    first: (hash: TextHash): number => (slots[slotOf(hash)] ?? 0) - 1,
    add(hash: TextHash, row: number, from: number, to: number): void {
      if ((count + 1) * WIDTH > entries.length) grow();
      const slot = slotOf(hash);
      entries.set([hash.high, hash.low, row, from, to, (slots[slot] ?? 0) - 1], count * WIDTH);
      count += 1;
      slots[slot] = count;
    },
  };
}
