import { z } from 'zod';
import { fail, ok } from '../../../domain/result.ts';
import type { Outcome } from '../../../domain/wire/contract.ts';
import type { DurableDatabase } from '../database.ts';
import { sameBytes } from '../same-bytes.ts';
import type {
  Committed,
  NewSubmission,
  SignedReceipt,
  StoredAnswer,
  SubmissionStore,
} from '../submission-store.ts';
import { createBills } from '../../bills/issue.ts';
import { createSignInUses } from '../../iam-smart/use-store.ts';
import type { JudgeArrival } from './arrivals.ts';
import type { Companies } from './companies.ts';
import {
  bytes,
  outcomeColumns,
  outcomeParameters,
  SUBMISSION_COLUMNS,
  toOutcome,
  toStoredSubmission,
} from './rows.ts';
import type { Verdicts } from './verdicts.ts';
import { inOneLook } from './one-look.ts';
import { promised, unlessBusy } from './write.ts';

const answerRow = z.object({
  fingerprint: bytes,
  received_at: z.string(),
  receipt_kid: z.string(),
  response: z.string(),
  ...outcomeColumns,
});

export function createSubmissions(
  database: DurableDatabase,
  verdicts: Verdicts,
  judgeArrival: JudgeArrival,
  companies: Companies,
): SubmissionStore {
  const insertSubmission = database.prepare(`
    INSERT INTO submissions (terminal_id, id, reference, kind, schema_version, kid, captured_at, received_at, lane,
                             sequence, digest, sealed, valid_until, supersedes, attachments, person_key, assurance, outcome,
                             outcome_code, outcome_by, missing_attachments, process_at, details_key, employer_key)
    VALUES (@terminalId, @id, @reference, @kind, @schemaVersion, @kid, @capturedAt, @receivedAt, @lane,
            @sequence, @digest, @sealed, @validUntil, @supersedes, @attachments, @personKey, @assurance, @outcome,
            @outcomeCode, @outcomeBy, @missingAttachments, @processAt, @detailsKey, @employerKey)`);
  const insertNotice = database.prepare(
    'INSERT INTO contact_notices (terminal_id, id, due_at) VALUES (?, ?, NULL)',
  );
  const insertRemainder = database.prepare(
    'INSERT INTO remainders (terminal_id, id, way, not_asked) VALUES (?, ?, ?, ?)',
  );
  const insertConfirmation = database.prepare(
    'INSERT INTO mobile_confirmations (terminal_id, id, confirmed) VALUES (?, ?, ?)',
  );
  const insertRowCheck = database.prepare('INSERT INTO row_checks (terminal_id, id) VALUES (?, ?)');
  const insertInbox = database.prepare(
    'INSERT INTO inbox (terminal_id, id, fingerprint, receipt_kid, response) VALUES (?, ?, ?, ?, ?)',
  );
  const updateInbox = database.prepare(
    'UPDATE inbox SET receipt_kid = ?, response = ? WHERE terminal_id = ? AND id = ?',
  );
  const insertReceipt = database.prepare(
    'INSERT INTO receipts (terminal_id, id, kid, issued_at, jws) VALUES (?, ?, ?, ?, ?)',
  );
  const selectAnswer = database.prepare(`
    SELECT inbox.fingerprint, submissions.received_at, inbox.receipt_kid, inbox.response,
           submissions.outcome, submissions.outcome_code, submissions.outcome_by
    FROM inbox JOIN submissions USING (terminal_id, id)
    WHERE inbox.terminal_id = ? AND inbox.id = ?`);
  const selectByReference = database.prepare(
    `SELECT ${SUBMISSION_COLUMNS} FROM submissions WHERE reference = ? ORDER BY arrival LIMIT 1`,
  );
  const selectOfPerson = database.prepare(
    `SELECT ${SUBMISSION_COLUMNS} FROM submissions WHERE person_key = ? AND kind <> 'cancellation'
     ORDER BY arrival DESC LIMIT ?`,
  );
  const selectOfEmployer = database.prepare(
    `SELECT ${SUBMISSION_COLUMNS} FROM submissions WHERE employer_key = ? AND outcome = 'accepted'
     ORDER BY arrival DESC LIMIT 1`,
  );
  const selectLatest = database.prepare(
    `SELECT ${SUBMISSION_COLUMNS} FROM submissions ORDER BY arrival DESC LIMIT ?`,
  );

  function answerOf(terminalId: string, id: string): StoredAnswer | null {
    const row = selectAnswer.get(terminalId, id);
    if (row === undefined) return null;
    const parsed = answerRow.parse(row);
    return {
      fingerprint: parsed.fingerprint,
      receivedAt: parsed.received_at,
      receiptKid: parsed.receipt_kid,
      outcome: toOutcome(parsed),
      response: parsed.response,
    };
  }

  const bills = createBills(database);
  const asItCounts = createSignInUses(database);
  const findAnswer = inOneLook(database, answerOf);

  function commitOne(arrived: NewSubmission): Committed {
    const { terminalId, id } = arrived.envelope;
    const earlier = answerOf(terminalId, id);
    if (earlier !== null) return { state: 'repeated', answer: earlier };

    const submission = asItCounts(arrived);
    const {
      envelope,
      receipt,
      receivedAt,
      fingerprint,
      sealed,
      personKey,
      detailsKey,
      employerKey,
      assurance,
    } = submission;

    const { outcome, missingAttachments, processAt, apply } = judgeArrival(submission);
    insertSubmission.run({
      ...envelope,
      ...outcomeParameters(outcome),
      missingAttachments,
      processAt,
      validUntil: envelope.validUntil ?? null,
      supersedes: envelope.supersedes ?? null,
      attachments: envelope.attachments === undefined ? null : JSON.stringify(envelope.attachments),
      receivedAt,
      sealed,
      personKey,
      detailsKey,
      employerKey,
      assurance,
    });
    if (submission.tellsOldContact) insertNotice.run(terminalId, id);
    if (submission.billed) bills.expect(envelope);
    if (submission.holdsRows && outcome === null) insertRowCheck.run(terminalId, id);
    const { remainder } = submission;
    if (remainder !== undefined) {
      insertRemainder.run(terminalId, id, remainder.by, remainder.notAsked.join(','));
    }
    companies.insert(envelope, submission.companies ?? []);
    if (submission.mobileConfirmed !== undefined) {
      insertConfirmation.run(terminalId, id, submission.mobileConfirmed ? 1 : 0);
    }
    apply();
    if (outcome !== null) verdicts.record(envelope, outcome, receivedAt);
    const response = responseBody(receipt.jws, outcome);
    insertInbox.run(terminalId, id, fingerprint, receipt.kid, response);
    insertReceipt.run(terminalId, id, receipt.kid, receivedAt, receipt.jws);
    return {
      state: 'stored',
      answer: { fingerprint, receivedAt, receiptKid: receipt.kid, outcome, response },
    };
  }

  const commit = database.transaction((submissions: readonly NewSubmission[]): Committed[] => {
    const heldBack = new Set<string>();
    return submissions.map((submission): Committed => {
      const { terminalId, lane } = submission.envelope;
      const place = `${terminalId}/${String(lane)}`;
      if (heldBack.has(place)) return { state: 'held-back' };
      const committed = commitOne(submission);
      if (committed.state === 'repeated' && !sameBytes(committed.answer.fingerprint, submission.fingerprint))
        heldBack.add(place);
      return committed;
    });
  });

  const replace = database.transaction(
    (terminalId: string, id: string, receipt: SignedReceipt, issuedAt: string): StoredAnswer | null => {
      const earlier = answerOf(terminalId, id);
      // Two terminals' processes never share a key, but a repeated request may: the first replacement stands.
      if (earlier === null || earlier.receiptKid === receipt.kid) return earlier;
      const response = responseBody(receipt.jws, earlier.outcome);
      updateInbox.run(receipt.kid, response, terminalId, id);
      insertReceipt.run(terminalId, id, receipt.kid, issuedAt, receipt.jws);
      return { ...earlier, receiptKid: receipt.kid, response };
    },
  );

  return {
    findAnswer,
    commitSubmissions: (submissions) => promised(() => unlessBusy(() => commit.immediate(submissions))),
    replaceReceipt: (terminalId, id, receipt, issuedAt) =>
      promised(() => {
        const replaced = unlessBusy(() => replace.immediate(terminalId, id, receipt, issuedAt));
        if (!replaced.ok) return replaced;
        return replaced.value === null ? fail('not-stored') : ok(replaced.value);
      }),
    findByReference: (reference) =>
      promised(() => {
        const row = selectByReference.get(reference);
        return row === undefined ? null : toStoredSubmission(row);
      }),
    companiesOf: (terminalId, id) => promised(() => companies.outcomes({ terminalId, id })),
    billOf: ({ envelope, outcome }) =>
      promised(() => (outcome?.state === 'accepted' ? bills.of(envelope) : null)),
    listOfPerson: (personKey, limit) =>
      promised(() => selectOfPerson.all(personKey, limit).map(toStoredSubmission)),
    newestOfEmployer: (employerKey) =>
      promised(() => {
        const row = selectOfEmployer.get(employerKey);
        return row === undefined ? null : toStoredSubmission(row);
      }),
    listArrivals: (limit) => promised(() => selectLatest.all(limit).map(toStoredSubmission)),
  };
}

function responseBody(receipt: string, outcome: Outcome | null): string {
  return JSON.stringify({ receipt, outcome });
}
