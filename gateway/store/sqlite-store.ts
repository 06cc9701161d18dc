import Database from 'better-sqlite3';
import { z } from 'zod';
import { OUTCOME_CODES } from '../../domain/codes.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { type Outcome, staffListSchema, SUBMISSION_KINDS } from '../../domain/wire/contract.ts';
import { type DatabaseFault, type DurableDatabase, openDatabase } from './database.ts';
import type { Arrival, Committed, NewSubmission, StaffRecord, Store, StoredAnswer } from './store.ts';

const bytes = z.instanceof(Uint8Array);
const outcomeColumns = {
  outcome: z.enum(['accepted', 'rejected']),
  outcome_code: z.enum(OUTCOME_CODES).nullable(),
};

const terminalRow = z.object({ terminal_id: z.string(), credential_digest: bytes });
const keyDocumentRow = z.object({ version: z.number(), issued_at: z.string(), jws: z.string() });
const answerRow = z.object({
  fingerprint: bytes,
  received_at: z.string(),
  receipt_kid: z.string(),
  response: z.string(),
  ...outcomeColumns,
});
const arrivalRow = z.object({
  terminal_id: z.string(),
  id: z.string(),
  reference: z.string(),
  kind: z.enum(SUBMISSION_KINDS),
  schema_version: z.number(),
  kid: z.string(),
  captured_at: z.string(),
  received_at: z.string(),
  digest: z.string(),
  sealed: bytes,
  assurance: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  ...outcomeColumns,
});
const staffRow = z
  .object({
    staff_id: z.string(),
    role: z.string(),
    identity_trained_on: z.string().nullable(),
    active: z.number(),
    badge_digest: z.string(),
    pin_hash: z.string(),
  })
  .transform((row) => ({
    staffId: row.staff_id,
    role: row.role,
    identityTrainedOn: row.identity_trained_on,
    active: row.active === 1,
    badgeDigest: row.badge_digest,
    pinHash: row.pin_hash,
  }))
  .pipe(staffListSchema.shape.staff.element);

const SELECT_ANSWER = `
  SELECT inbox.fingerprint, submissions.received_at, inbox.receipt_kid, inbox.response,
         submissions.outcome, submissions.outcome_code
  FROM inbox JOIN submissions USING (terminal_id, id)
  WHERE inbox.terminal_id = ? AND inbox.id = ?`;

/**
 * The store on SQLite, in `<dataDir>/gateway.sqlite`.
 * @returns the faults of {@link openDatabase}
 */
export function openSqliteStore(
  dataDir: string,
  options: { readonly nativeBinding?: string } = {},
): Result<Store, Failure<DatabaseFault>> {
  const opened = openDatabase(dataDir, options);
  return opened.ok ? ok(createSqliteStore(opened.value)) : opened;
}

function createSqliteStore(database: DurableDatabase): Store {
  const insertSubmission = database.prepare(`
    INSERT INTO submissions (terminal_id, id, reference, kind, schema_version, kid, captured_at, received_at, lane,
                             sequence, digest, sealed, outcome, outcome_code, assurance)
    VALUES (@terminalId, @id, @reference, @kind, @schemaVersion, @kid, @capturedAt, @receivedAt, @lane,
            @sequence, @digest, @sealed, @outcome, @outcomeCode, @assurance)`);
  const insertInbox = database.prepare(
    'INSERT INTO inbox (terminal_id, id, fingerprint, receipt_kid, response) VALUES (?, ?, ?, ?, ?)',
  );
  const insertReceipt = database.prepare(
    'INSERT INTO receipts (terminal_id, id, kid, issued_at, jws) VALUES (?, ?, ?, ?, ?)',
  );
  const insertRegistration = database.prepare(
    'INSERT INTO registrations (person_key, terminal_id, id, registered_at) VALUES (?, ?, ?, ?)',
  );
  const selectRegistration = database.prepare('SELECT 1 FROM registrations WHERE person_key = ?');
  const selectAnswer = database.prepare(SELECT_ANSWER);

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

  const commit = database.transaction((submission: NewSubmission): Committed => {
    const { envelope, receipt, receivedAt } = submission;
    const earlier = answerOf(envelope.terminalId, envelope.id);
    if (earlier !== null) return { state: 'repeated', answer: earlier };

    const outcome = decide(submission, selectRegistration.get(submission.personKey) !== undefined);
    const response = responseBody(receipt.jws, outcome);
    insertSubmission.run({
      ...envelope,
      receivedAt,
      sealed: submission.sealed,
      outcome: outcome.state,
      outcomeCode: outcome.state === 'rejected' ? outcome.code : null,
      assurance: submission.assurance,
    });
    insertInbox.run(envelope.terminalId, envelope.id, submission.fingerprint, receipt.kid, response);
    insertReceipt.run(envelope.terminalId, envelope.id, receipt.kid, receivedAt, receipt.jws);
    if (outcome.state === 'accepted') {
      insertRegistration.run(submission.personKey, envelope.terminalId, envelope.id, receivedAt);
    }
    const { fingerprint } = submission;
    return {
      state: 'stored',
      answer: { fingerprint, receivedAt, receiptKid: receipt.kid, outcome, response },
    };
  });

  const replace = database.transaction(
    (
      terminalId: string,
      id: string,
      receipt: { kid: string; jws: string },
      issuedAt: string,
    ): StoredAnswer | null => {
      const earlier = answerOf(terminalId, id);
      // Two terminals' processes never share a key, but a repeated request may: the first replacement stands.
      if (earlier === null || earlier.receiptKid === receipt.kid) return earlier;
      const response = responseBody(receipt.jws, earlier.outcome);
      database
        .prepare('UPDATE inbox SET receipt_kid = ?, response = ? WHERE terminal_id = ? AND id = ?')
        .run(receipt.kid, response, terminalId, id);
      insertReceipt.run(terminalId, id, receipt.kid, issuedAt, receipt.jws);
      return { ...earlier, receiptKid: receipt.kid, response };
    },
  );

  const enrol = database.transaction((terminalId: string, credentialDigest: Uint8Array, at: string): void => {
    database
      .prepare('UPDATE terminal_credentials SET revoked_at = ? WHERE terminal_id = ? AND revoked_at IS NULL')
      .run(at, terminalId);
    database
      .prepare(
        'INSERT INTO terminal_credentials (credential_digest, terminal_id, enrolled_at) VALUES (?, ?, ?)',
      )
      .run(credentialDigest, terminalId, at);
  });

  const record = database.transaction((staff: readonly StaffRecord[], at: string): number => {
    const upsert = database.prepare(`
      INSERT INTO staff (staff_id, role, identity_trained_on, active, badge_digest, pin_hash)
      VALUES (@staffId, @role, @identityTrainedOn, @active, @badgeDigest, @pinHash)
      ON CONFLICT (staff_id) DO UPDATE SET role = excluded.role, identity_trained_on = excluded.identity_trained_on,
        active = excluded.active, badge_digest = excluded.badge_digest, pin_hash = excluded.pin_hash`);
    for (const member of staff) upsert.run({ ...member, active: member.active ? 1 : 0 });
    const added = database.prepare('INSERT INTO staff_list_versions (issued_at) VALUES (?)').run(at);
    return Number(added.lastInsertRowid);
  });

  return {
    findTerminal: (credentialDigest) =>
      promised(() => {
        const row = database
          .prepare(
            'SELECT terminal_id, credential_digest FROM terminal_credentials WHERE credential_digest = ? AND revoked_at IS NULL',
          )
          .get(credentialDigest);
        if (row === undefined) return null;
        const parsed = terminalRow.parse(row);
        return { terminalId: parsed.terminal_id, credentialDigest: parsed.credential_digest };
      }),
    enrolTerminal: (terminalId, credentialDigest, at) =>
      promised(() => enrol.immediate(terminalId, credentialDigest, at)),
    recordStaff: (staff, at) => promised(() => record.immediate(staff, at)),
    findStaff: (staffId) =>
      promised(() => {
        const row = database.prepare('SELECT * FROM staff WHERE staff_id = ?').get(staffId);
        return row === undefined ? null : staffRow.parse(row);
      }),
    latestKeyDocument: () =>
      promised(() => {
        const row = database
          .prepare('SELECT version, issued_at, jws FROM key_documents ORDER BY version DESC LIMIT 1')
          .get();
        if (row === undefined) return null;
        const parsed = keyDocumentRow.parse(row);
        return { version: parsed.version, issuedAt: parsed.issued_at, jws: parsed.jws };
      }),
    addKeyDocument: ({ version, issuedAt, jws }) =>
      promised(() => {
        const added = database
          .prepare(
            'INSERT INTO key_documents (version, issued_at, jws) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
          )
          .run(version, issuedAt, jws);
        return added.changes === 1;
      }),
    findAnswer: (terminalId, id) => promised(() => answerOf(terminalId, id)),
    commitSubmission: (submission) => promised(() => unlessBusy(() => commit.immediate(submission))),
    replaceReceipt: (terminalId, id, receipt, issuedAt) =>
      promised(() => {
        const replaced = unlessBusy(() => replace.immediate(terminalId, id, receipt, issuedAt));
        if (!replaced.ok) return replaced;
        return replaced.value === null ? fail('not-stored') : ok(replaced.value);
      }),
    listArrivals: (limit) =>
      promised(() => {
        const rows = database
          .prepare(
            `SELECT terminal_id, id, reference, kind, schema_version, kid, captured_at, received_at, digest, sealed,
                  outcome, outcome_code, assurance
           FROM submissions ORDER BY arrival DESC LIMIT ?`,
          )
          .all(limit);
        return z.array(arrivalRow).parse(rows).map(toArrival);
      }),
    countOutcomes: () =>
      promised(() => {
        const rows = database
          .prepare(
            `SELECT outcome, outcome_code, count(*) AS count FROM submissions
           GROUP BY outcome, outcome_code ORDER BY outcome, outcome_code`,
          )
          .all();
        return z
          .array(z.object({ ...outcomeColumns, count: z.number() }))
          .parse(rows)
          .map((row) => ({ outcome: toOutcome(row), count: row.count }));
      }),
    close: () => {
      database.close();
    },
  };
}

function decide(submission: NewSubmission, registeredAlready: boolean): Outcome {
  if (submission.refusal !== null) return { state: 'rejected', code: submission.refusal };
  return registeredAlready ? { state: 'rejected', code: 'already-registered' } : { state: 'accepted' };
}

function responseBody(receipt: string, outcome: Outcome): string {
  return JSON.stringify({ receipt, outcome });
}

/** Turns the two outcome columns into an outcome; the table's CHECK keeps them consistent. */
export function toOutcome(row: {
  readonly outcome: 'accepted' | 'rejected';
  readonly outcome_code: (typeof OUTCOME_CODES)[number] | null;
}): Outcome {
  return row.outcome_code === null ? { state: 'accepted' } : { state: 'rejected', code: row.outcome_code };
}

function toArrival(row: z.infer<typeof arrivalRow>): Arrival {
  return {
    envelope: {
      v: 1,
      id: row.id,
      terminalId: row.terminal_id,
      kind: row.kind,
      schemaVersion: row.schema_version,
      kid: row.kid,
      capturedAt: row.captured_at,
      reference: row.reference,
      digest: row.digest,
    },
    sealed: row.sealed,
    receivedAt: row.received_at,
    outcome: toOutcome(row),
    assurance: row.assurance,
  };
}

function unlessBusy<T>(write: () => T): Result<T, Failure<'busy'>> {
  try {
    return ok(write());
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return fail('busy');
    throw error;
  }
}

/** Does the work at once; what it throws becomes a rejection, as with a store that really waits. */
function promised<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
