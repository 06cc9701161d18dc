import { z } from 'zod';
import type { DurableDatabase } from '../database.ts';
import type { RowCheckStore, RowVerdict } from '../row-check-store.ts';
import { SUBMISSION_COLUMNS, toStoredSubmission } from './rows.ts';
import type { Verdicts } from './verdicts.ts';
import { promised, unlessBusy } from './write.ts';

const arrivalRow = z.object({ arrival: z.number() });

export function createRowChecks(database: DurableDatabase, verdicts: Verdicts): RowCheckStore {
  const selectNext = database.prepare(
    `SELECT arrival, ${SUBMISSION_COLUMNS} FROM submissions JOIN row_checks USING (terminal_id, id)
     WHERE checked_at IS NULL AND outcome IS NULL AND missing_attachments = 0 AND arrival > ?
     ORDER BY arrival LIMIT 1`,
  );
  const updateChecked = database.prepare(
    'UPDATE row_checks SET checked_at = ?, held = ? WHERE terminal_id = ? AND id = ? AND checked_at IS NULL',
  );
  const updateDue = database.prepare(
    'UPDATE submissions SET process_at = ? WHERE terminal_id = ? AND id = ?',
  );
  const selectDescription = database.prepare(
    `SELECT ${SUBMISSION_COLUMNS} FROM submissions WHERE id = ? AND employer_key = ? ORDER BY arrival LIMIT 1`,
  );

  const settle = database.transaction(
    (
      { terminalId, id }: { readonly terminalId: string; readonly id: string },
      { outcome, held }: RowVerdict,
      at: string,
      processAt: string | null,
    ) => {
      const submission = verdicts.withId(id).find((one) => one.terminalId === terminalId);
      if (submission === undefined) throw new Error('the submission is not there');
      const first = updateChecked.run(at, held, terminalId, id).changes === 1;
      if (!first || submission.outcome !== null) return submission.outcome;
      if (outcome !== null) {
        verdicts.settle(submission, outcome, at);
        return outcome;
      }
      if (processAt === null) return verdicts.process(submission, at);
      updateDue.run(processAt, terminalId, id);
      return null;
    },
  );

  return {
    nextUnchecked: (after) =>
      promised(() => {
        const row = selectNext.get(after);
        if (row === undefined) return null;
        return { arrival: arrivalRow.parse(row).arrival, submission: toStoredSubmission(row) };
      }),
    settleRows: (of, verdict, at, processAt) =>
      promised(() => unlessBusy(() => settle.immediate(of, verdict, at, processAt))),
    describedAs: (id, employerKey) =>
      promised(() => {
        const row = selectDescription.get(id, employerKey);
        return row === undefined ? null : toStoredSubmission(row);
      }),
  };
}
