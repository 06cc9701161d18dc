import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { FileDetails } from '../../domain/catalogue/kinds/employer-remittance/details.ts';
import type { VoluntaryRuleSet } from '../../domain/contributions/voluntary/schema.ts';
import { calendarOf } from '../../domain/reference-data/look-up/figures.ts';
import type { ReferenceData } from '../../domain/reference-data/schema/reference-data.ts';
import { figuresFrom } from '../../domain/remittance/amounts/reference-figures.ts';
import { type CheckedFile, checkPieces } from '../../domain/remittance/check-pieces.ts';
import { isHeld } from '../../domain/remittance/problems/problem.ts';
import { createFileSummary } from '../../domain/remittance/summary/summarise.ts';
import type { RowVerdict } from '../store/row-check-store.ts';

/** Rows are not those that the submission states: nothing of them can be taken. */
export const ROWS_DIFFER: RowVerdict = { outcome: { state: 'rejected', code: 'rows-differ' }, held: 0 };
const ALL_GOOD: RowVerdict = { outcome: null, held: 0 };

export interface HeldAgainst {
  readonly data: ReferenceData;
  /** What the employer described; null: voluntary contributions are held against nothing. */
  readonly ruleSet: VoluntaryRuleSet | null;
  /** Hong Kong date on which it was left. */
  readonly today: string;
  readonly stopped: () => boolean;
}

/** Some milliseconds' work; between two pieces everybody else is served. */
const PIECE_BYTES = 16 * 1024;

class Stopped extends Error {}
class MoreRows extends Error {}

/**
 * Checks an employer's rows by the rules of the terminal (`domain/remittance`), and holds what they come to against what
 * the submission states.
 * @returns `stopped` when it was broken off; nothing of a row leaves this function
 */
export async function checkRows(
  rows: Uint8Array,
  stated: FileDetails,
  { data, ruleSet, today, stopped }: HeldAgainst,
): Promise<RowVerdict | 'stopped'> {
  const { payer, file } = stated;
  if (rows.byteLength !== file.bytes) return ROWS_DIFFER;
  const digest = createHash('sha256');
  const readPieces = async (take: (piece: Uint8Array) => void): Promise<void> => {
    for (let at = 0; at < rows.byteLength; at += PIECE_BYTES) {
      if (stopped()) throw new Stopped();
      take(rows.subarray(at, at + PIECE_BYTES));
      await turn();
    }
  };
  const summary = createFileSummary({
    payer: { name: payer.name, account: payer.employerAccount },
    calendar: calendarOf(data),
    today,
  });
  let taken = 0;
  let checked: CheckedFile;
  try {
    await readPieces((piece) => digest.update(piece));
    if (digest.digest('base64url') !== file.digest) return ROWS_DIFFER;
    checked = await checkPieces(
      readPieces,
      {
        ...{ figures: figuresFrom(data), rules: null, payer: null },
        // Which class somebody is of stands in the rule file, and that is not here.
        ...{ stored: file.rules === null ? ruleSet : null, rulesElsewhere: file.rules !== null },
      },
      {
        begin: () => undefined,
        take: (outcome) => {
          taken += 1;
          if (taken > file.rows) throw new MoreRows();
          summary.take(outcome);
        },
        turn: async () => {
          if (stopped()) throw new Stopped();
          await turn();
        },
      },
    );
  } catch (error) {
    if (error instanceof Stopped) return 'stopped';
    if (error instanceof MoreRows) return ROWS_DIFFER;
    throw error;
  }
  const { encoding, byteOrderMark, report } = checked;
  if (encoding !== 'utf-8' || byteOrderMark || isHeld(report.problems)) return ROWS_DIFFER;
  const { findings, facts } = summary.end(checked);
  if (findings.rows !== file.rows) return ROWS_DIFFER;
  // Rows that stay were never sent: what came has to be right as a whole.
  if (facts === null || findings.held > 0) {
    return { outcome: { state: 'needs-correction', code: 'rows-to-correct' }, held: findings.held };
  }
  const { schemeRegistrationNo, periods, totals } = facts;
  const agrees =
    schemeRegistrationNo === stated.schemeRegistrationNo &&
    isDeepStrictEqual(totals, stated.totals) &&
    isDeepStrictEqual(periods, stated.periods);
  return agrees ? ALL_GOOD : ROWS_DIFFER;
}
