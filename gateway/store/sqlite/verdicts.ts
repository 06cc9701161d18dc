import { z } from 'zod';
import { type Outcome, SUBMISSION_KINDS, type SubmissionKind } from '../../../domain/wire/contract.ts';
import type { DurableDatabase } from '../database.ts';
import type { Decision, DecisionFault, NewCompany } from '../submission-store.ts';
import type { Companies } from './companies.ts';
import type { Effect } from './effect.ts';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import { createBills } from '../../bills/issue.ts';
import { bytes, outcomeColumns, outcomeParameters, toOutcome } from './rows.ts';

/** One submission, as far as it matters when something is decided about it. */
export interface Judged {
  readonly terminalId: string;
  readonly id: string;
  readonly kind: SubmissionKind;
  readonly personKey: Uint8Array | null;
  readonly assurance: number;
  readonly outcome: Outcome | null;
  readonly missingAttachments: number;
}

const judgedRow = z
  .object({
    terminal_id: z.string(),
    id: z.string(),
    kind: z.enum(SUBMISSION_KINDS),
    person_key: bytes.nullable(),
    assurance: z.number(),
    missing_attachments: z.number(),
    ...outcomeColumns,
  })
  .transform((row): Judged => ({
    terminalId: row.terminal_id,
    id: row.id,
    kind: row.kind,
    personKey: row.person_key,
    assurance: row.assurance,
    outcome: toOutcome(row),
    missingAttachments: row.missing_attachments,
  }));
const COLUMNS = `terminal_id, id, kind, person_key, assurance, missing_attachments, outcome, outcome_code, outcome_by`;
/** As many as are decided in one commit. */
const MOST_DUE = 500;

const nothing = (): void => undefined;

/** What is decided, and what a decision does. Every function belongs inside a write transaction. */
export interface Verdicts {
  /** Writes the next entry of the history; the outcome is in the submission's row already. */
  record(submission: Pick<Judged, 'terminalId' | 'id'>, outcome: Outcome, at: string): void;
  /** Writes the outcome and the next entry of the history. */
  settle(submission: Pick<Judged, 'terminalId' | 'id'>, outcome: Outcome, at: string): void;
  /** What a submission that nothing speaks against comes to; nothing is written yet. */
  effectOf(
    submission: Pick<Judged, 'terminalId' | 'id' | 'kind' | 'personKey'>,
    at: string,
    companies: readonly NewCompany[],
  ): Effect;
  /** Effect and outcome. */
  process(submission: Judged, at: string): Outcome;
  processDue(at: string): number;
  readonly decide: (
    reference: string,
    decision: Decision,
    at: string,
  ) => Result<Outcome, Failure<DecisionFault>>;
  /** All submissions with this id, whichever terminal they are from. */
  withId(id: string): readonly Judged[];
}

export function createVerdicts(database: DurableDatabase, companies: Companies): Verdicts {
  const updateOutcome = database.prepare(`
    UPDATE submissions SET outcome = @outcome, outcome_code = @outcomeCode, outcome_by = @outcomeBy, process_at = NULL
    WHERE id = @id AND terminal_id = @terminalId`);
  const insertOutcome = database.prepare(`
    INSERT INTO outcomes (terminal_id, id, outcome, outcome_code, outcome_by, decided_at)
    VALUES (@terminalId, @id, @outcome, @outcomeCode, @outcomeBy, @at)`);
  const noticeIsDue = database.prepare(
    'UPDATE contact_notices SET due_at = ? WHERE terminal_id = ? AND id = ? AND due_at IS NULL',
  );
  const insertRegistration = database.prepare(
    'INSERT INTO registrations (person_key, terminal_id, id, registered_at) VALUES (?, ?, ?, ?)',
  );
  const selectRegistration = database.prepare('SELECT 1 FROM registrations WHERE person_key = ?');
  const deleteRegistration = database.prepare(
    'DELETE FROM registrations WHERE person_key = ? AND terminal_id = ? AND id = ?',
  );
  const selectDue = database.prepare(
    `SELECT ${COLUMNS} FROM submissions WHERE process_at <= ? ORDER BY process_at, arrival LIMIT ${String(MOST_DUE)}`,
  );
  const selectById = database.prepare(`SELECT ${COLUMNS} FROM submissions WHERE id = ? ORDER BY arrival`);
  const selectByReference = database.prepare(
    `SELECT ${COLUMNS} FROM submissions WHERE reference = ? ORDER BY arrival LIMIT 1`,
  );

  const bills = createBills(database);

  const record: Verdicts['record'] = ({ terminalId, id }, outcome, at) => {
    insertOutcome.run({ terminalId, id, ...outcomeParameters(outcome), at });
    if (outcome.state !== 'accepted') return;
    noticeIsDue.run(at, terminalId, id);
    bills.issue({ terminalId, id }, at);
  };

  const settle: Verdicts['settle'] = (submission, outcome, at) => {
    const { terminalId, id } = submission;
    updateOutcome.run({ terminalId, id, ...outcomeParameters(outcome) });
    record(submission, outcome, at);
  };

  /** A person is registered once, by whichever submission came first; so is a company. */
  const effectOf: Verdicts['effectOf'] = ({ kind, personKey, terminalId, id }, at, left) => {
    if (left.length > 0) return companies.effectOf({ terminalId, id }, left);
    const outcome = { state: 'accepted' } as const;
    if (kind !== 'member-registration' || personKey === null) return { outcome, apply: nothing };
    if (selectRegistration.get(personKey) !== undefined) {
      return { outcome: { state: 'rejected', code: 'already-registered' }, apply: nothing };
    }
    return {
      outcome,
      apply: () => {
        insertRegistration.run(personKey, terminalId, id, at);
      },
    };
  };

  const process: Verdicts['process'] = (submission, at) => {
    const { outcome, apply } = effectOf(submission, at, companies.of(submission));
    apply();
    settle(submission, outcome, at);
    return outcome;
  };

  function processDue(at: string): number {
    const due = z.array(judgedRow).parse(selectDue.all(at));
    for (const submission of due) process(submission, at);
    return due.length;
  }

  return {
    record,
    settle,
    effectOf,
    process,
    processDue,
    withId: (id) => z.array(judgedRow).parse(selectById.all(id)),
    decide: (reference, decision, at) => {
      const row = selectByReference.get(reference);
      if (row === undefined) return fail('reference-unknown');
      const submission = judgedRow.parse(row);
      const { outcome, personKey, terminalId, id } = submission;
      if (outcome !== null && !OPEN.includes(outcome.state)) return fail('decided-already');
      if (decision.state === 'accepted') {
        if (outcome?.state === 'accepted') return fail('decided-already');
        if (submission.missingAttachments > 0) return fail('attachments-missing');
        return ok(process(submission, at));
      }
      // What was accepted had an effect, which ends with the acceptance.
      if (personKey !== null) deleteRegistration.run(personKey, terminalId, id);
      companies.forget(submission);
      settle(submission, decision, at);
      return ok(decision);
    },
  };
}

/** States that a later decision may replace. */
const OPEN: readonly Outcome['state'][] = ['accepted', 'needs-correction'];
