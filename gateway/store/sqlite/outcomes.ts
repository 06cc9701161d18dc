import { z } from 'zod';
import { isoInstantSchema } from '../../../domain/wire/contract.ts';
import type { DurableDatabase } from '../database.ts';
import type { OutcomeStore } from '../submission-store.ts';
import { billWith } from '../../bills/issue.ts';
import { outcomeColumns, toOutcome } from './rows.ts';
import type { Verdicts } from './verdicts.ts';
import { promised, unlessBusy } from './write.ts';

const historyRow = z.object({
  cursor: z.number(),
  id: z.string(),
  decided_at: isoInstantSchema,
  serial: z.number().nullable(),
  ...outcomeColumns,
});
const countRow = z.object({ ...outcomeColumns, count: z.number() });

const noticeRow = z.object({ terminal_id: z.string(), id: z.string() });

export function createOutcomes(database: DurableDatabase, verdicts: Verdicts): OutcomeStore {
  const selectAfter = database.prepare(
    `SELECT cursor, id, outcome, outcome_code, outcome_by, decided_at, serial
     FROM outcomes LEFT JOIN bills USING (terminal_id, id)
     WHERE terminal_id = ? AND cursor > ? ORDER BY cursor LIMIT ?`,
  );
  const selectHead = database
    .prepare<[string], number>(
      'SELECT cursor FROM outcomes WHERE terminal_id = ? ORDER BY cursor DESC LIMIT 1',
    )
    .pluck();
  const hasDue = database.prepare('SELECT 1 FROM submissions WHERE process_at <= ? LIMIT 1');
  const countByOutcome = database.prepare(
    `SELECT outcome, outcome_code, NULL AS outcome_by, count(*) AS count FROM submissions
     GROUP BY outcome, outcome_code ORDER BY outcome, outcome_code`,
  );

  const selectNotices = database.prepare(
    'SELECT terminal_id, id FROM contact_notices WHERE due_at IS NOT NULL ORDER BY due_at',
  );

  const processDue = database.transaction((at: string) => verdicts.processDue(at));
  const decide = database.transaction((...decision: Parameters<Verdicts['decide']>) =>
    verdicts.decide(...decision),
  );
  const readAfter = database.transaction((terminalId: string, after: number, limit: number) => ({
    outcomes: z
      .array(historyRow)
      .parse(selectAfter.all(terminalId, after, limit))
      .map(({ cursor, id, decided_at: decidedAt, serial, ...row }) => {
        const outcome = toOutcome(row);
        if (outcome === null) throw new Error('an entry of the history without an outcome');
        const bill = outcome.state === 'accepted' ? billWith(serial) : null;
        return { cursor, id, outcome, decidedAt, ...(bill === null ? {} : { bill }) };
      }),
    head: selectHead.get(terminalId) ?? 0,
  }));

  return {
    processDue: (at) =>
      // Asked before every answer that tells an outcome: a look costs no lock.
      promised(() => unlessBusy(() => (hasDue.get(at) === undefined ? 0 : processDue.immediate(at)))),
    decide: (reference, decision, at) =>
      promised(() => {
        const decided = unlessBusy(() => decide.immediate(reference, decision, at));
        return decided.ok ? decided.value : decided;
      }),
    outcomesAfter: (terminalId, after, limit) => promised(() => readAfter(terminalId, after, limit)),
    outcomesHead: (terminalId) => promised(() => selectHead.get(terminalId) ?? 0),
    contactNoticesDue: () =>
      promised(() =>
        z
          .array(noticeRow)
          .parse(selectNotices.all())
          .map(({ terminal_id: terminalId, id }) => ({ terminalId, id })),
      ),
    countOutcomes: () =>
      promised(() =>
        z
          .array(countRow)
          .parse(countByOutcome.all())
          .map((row) => ({ outcome: toOutcome(row), count: row.count })),
      ),
  };
}
