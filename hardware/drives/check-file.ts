import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { figuresFrom } from '../../domain/remittance/amounts/reference-figures.ts';
import { type CheckedFile, checkPieces } from '../../domain/remittance/check-pieces.ts';
import { decoderOf } from '../../domain/remittance/file/encoding.ts';
import { REMITTANCE_FILE_LIMITS } from '../../domain/remittance/limits.ts';
import type { FileFacts } from '../../domain/remittance/summary/file-facts.ts';
import {
  createFileSummary,
  type FileFindings,
  type ShownProblem,
} from '../../domain/remittance/summary/summarise.ts';
import { calendarOf } from '../../domain/reference-data/look-up/figures.ts';
import type { ReferenceData } from '../../domain/reference-data/schema/reference-data.ts';
import type { CheckProgress } from '../../domain/terminal/remittance-files.ts';
import type { StoredRuleSet } from '../../domain/remittance/employer/stored-rules.ts';
import type { GivenRules } from './read-rules.ts';

export interface CheckOptions {
  readonly data: ReferenceData;
  readonly payer: { readonly name: string; readonly account: string };
  readonly today: string;
  readonly given: GivenRules | null;
  /** What the platform has of the employer's rules. */
  readonly stored: StoredRuleSet | null;
  /** UUIDv7 for the rows, should they be held. */
  readonly id: string;
  readonly stopped: () => boolean;
  readonly progress: (progress: CheckProgress) => void;
}

export interface CheckOutcome {
  readonly findings: FileFindings;
  readonly facts: FileFacts | null;
  /** The rows as they travel, when nothing holds them back. */
  readonly rows: Uint8Array | null;
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
  const { findings, facts, lines } = summary.end(checked);
  if (facts === null || checked.encoding === null) return { findings, facts: null, rows: null, lines };
  const { encoding, byteOrderMark } = checked;
  const travelling = new TextEncoder().encode(decoderOf({ encoding, byteOrderMark }).decode(bytes));
  const digest = createHash('sha256').update(travelling).digest('base64url');
  return {
    findings,
    facts: {
      ...{ id: options.id, digest, bytes: travelling.byteLength },
      ...{ rules: given?.digest ?? null, stored: stored?.id ?? null },
      ...facts,
    },
    rows: travelling,
    lines,
  };
}
