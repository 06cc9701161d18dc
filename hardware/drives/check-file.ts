import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { figuresFrom } from '../../domain/remittance/amounts/reference-figures.ts';
import { type CheckedFile, checkPieces } from '../../domain/remittance/check-pieces.ts';
import { decoderOf, type FoundEncoding } from '../../domain/remittance/file/encoding.ts';
import { splitRows } from '../../domain/remittance/file/split-rows.ts';
import { REMITTANCE_FILE_LIMITS } from '../../domain/remittance/limits.ts';
import type { FileFacts } from '../../domain/remittance/summary/file-facts.ts';
import {
  createFileSummary,
  type FileFindings,
  type ShownProblem,
} from '../../domain/remittance/summary/summarise.ts';
import { calendarOf } from '../../domain/reference-data/look-up/figures.ts';
import type { ReferenceData } from '../../domain/reference-data/schema/reference-data.ts';
import type { CheckProgress } from '../../domain/terminal/ports/remittance-files.ts';
import type { StoredRuleSet } from '../../domain/remittance/employer/stored-rules.ts';
import type { GivenRules } from './read-rules.ts';

export interface CheckOptions {
  readonly data: ReferenceData;
  readonly payer: { readonly name: string; readonly account: string };
  readonly today: string;
  readonly given: GivenRules | null;
  /** What the platform has of the employer's rules. */
  readonly stored: StoredRuleSet | null;
  /** UUIDv7 for the rows, should some go. */
  readonly id: string;
  readonly stopped: () => boolean;
  readonly progress: (progress: CheckProgress) => void;
}

export interface CheckOutcome {
  readonly findings: FileFindings;
  readonly facts: FileFacts | null;
  /** The rows that go, as they travel; null with `facts`. */
  readonly rows: Uint8Array | null;
  /** The rows that stay while others go, as they are given back; null where none does. */
  readonly staying: Uint8Array | null;
  /** Their lines in the file, in the order in which they are given back; null with `staying`. */
  readonly stayingRows: readonly number[] | null;
  readonly lines: readonly ShownProblem[];
}

/** Small enough that a stop is heard at once. */
const PIECE = 1 << 16;

class Stopped extends Error {}
class TooManyRows extends Error {}

/** Checks the bytes of a file in pieces; between two of them whoever runs the thread is heard. */
export async function checkBytes(
  bytes: Uint8Array,
  options: CheckOptions,
): Promise<CheckOutcome | 'stopped' | 'too-many-rows'> {
  const { data, payer, today, given, stored, stopped, progress } = options;
  const summary = createFileSummary({ payer, calendar: calendarOf(data), today });
  let rows = 0;
  let handed = 0;
  const readPieces = async (take: (piece: Uint8Array) => void): Promise<void> => {
    for (let at = 0; at < bytes.byteLength; at += PIECE) {
      if (stopped()) throw new Stopped();
      take(bytes.subarray(at, at + PIECE));
      handed += Math.min(PIECE, bytes.byteLength - at);
      progress({ done: Math.floor((handed / (2 * bytes.byteLength)) * 100), rows });
      await turn();
    }
  };
  let checked: CheckedFile;
  try {
    checked = await checkPieces(
      readPieces,
      {
        figures: figuresFrom(data),
        rules: given?.rules ?? null,
        stored: stored?.ruleSet ?? null,
        payer: given?.company ?? null,
      },
      {
        begin: () => undefined,
        take: (outcome) => {
          rows += 1;
          if (rows > REMITTANCE_FILE_LIMITS.rows) throw new TooManyRows();
          summary.take(outcome);
        },
      },
    );
  } catch (error) {
    if (error instanceof Stopped) return 'stopped';
    if (error instanceof TooManyRows) return 'too-many-rows';
    throw error;
  }
  const { findings, facts, lines, rows: split } = summary.end(checked);
  const { encoding, byteOrderMark } = checked;
  if (facts === null || encoding === null) {
    return { findings, facts: null, rows: null, staying: null, stayingRows: null, lines };
  }
  const found = { encoding, byteOrderMark };
  const text = decoderOf(found).decode(bytes);
  const { going, staying } =
    split.staying.size === 0 ? { going: text, staying: null } : splitRows(text, split);
  const travelling = new TextEncoder().encode(going);
  const digest = createHash('sha256').update(travelling).digest('base64url');
  return {
    findings,
    facts: {
      ...{ id: options.id, digest, bytes: travelling.byteLength },
      ...{ rules: given?.digest ?? null, stored: stored?.id ?? null },
      ...facts,
    },
    rows: travelling,
    staying: staying === null ? null : new TextEncoder().encode(`${markOf(found)}${staying}`),
    stayingRows: staying === null ? null : [...split.staying].sort((one, other) => one - other),
    lines,
  };
}

/** A spreadsheet that opened the names as they were opens them in UTF-8 by this mark only. */
function markOf({ encoding, byteOrderMark }: FoundEncoding): string {
  return encoding === 'utf-8' && !byteOrderMark ? '' : '\ufeff';
}
