import { parseArgs } from 'node:util';
import { STORED, type Stored } from './messages.ts';
import { SetupError } from '../../../scripts/lib/paths.ts';

/** What may be left out of a run; its figures are null then. */
const PARTS = ['store', 'peers', 'seal', 'drain'] as const;
type Part = (typeof PARTS)[number];

export interface BenchOptions {
  readonly rounds: number;
  /** Rows that are in the file before the first timed operation. */
  readonly rows: readonly number[];
  readonly stored: Stored;
  /** Timed operations of each phase of a case. */
  readonly operations: number;
  /** Submissions of one drain. */
  readonly items: number;
  readonly without: ReadonlySet<Part>;
}

const FULL = { rounds: 5, rows: [0, 10_000, 100_000, 1_000_000], operations: 1_000, items: 1_000 };
const QUICK = { rounds: 2, rows: [0, 10_000], operations: 300, items: 200 };

const USAGE = `npm run bench -- queue [--quick] [--rounds ${FULL.rounds}] [--rows ${FULL.rows.join(',')}] [--stored ${STORED.join('|')}] [--without ${PARTS.join(',')}]`;

function isPart(text: string): text is Part {
  return PARTS.some((part) => part === text);
}

function wholeNumbers(text: string, least: number): number[] {
  const numbers = text.split(',').map(Number);
  if (numbers.some((number) => !Number.isSafeInteger(number) || number < least)) throw new SetupError(USAGE);
  return numbers;
}

/** @throws SetupError with the usage for what is not understood */
export function benchOptions(args: readonly string[]): BenchOptions {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        rows: { type: 'string' },
        stored: { type: 'string', default: 'waiting' },
        without: { type: 'string', multiple: true, default: [] },
      },
    }));
  } catch {
    throw new SetupError(USAGE);
  }
  const without = values.without.flatMap((text) => text.split(','));
  if (!without.every(isPart)) throw new SetupError(USAGE);
  const stored = STORED.find((name) => name === values.stored);
  if (stored === undefined) throw new SetupError(USAGE);
  const standard = values.quick ? QUICK : FULL;
  const [rounds, ...more] = wholeNumbers(values.rounds ?? String(standard.rounds), 1);
  if (rounds === undefined || more.length > 0) throw new SetupError(USAGE);
  const rows = [...new Set(wholeNumbers(values.rows ?? standard.rows.join(','), 0))].sort((a, b) => a - b);
  return { ...standard, rounds, rows, stored, without: new Set(without) };
}
