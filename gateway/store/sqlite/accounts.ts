import { z } from 'zod';
import { fail, ok } from '../../../domain/result.ts';
import { staffRecordSchema } from '../../../domain/wire/staff-list.ts';
import { type Policy, policySchema } from '../../../domain/wire/policy.ts';
import type { DurableDatabase } from '../database.ts';
import type { AccountStore, KnownTerminal, StaffChange, StaffRecord } from '../store.ts';
import { bytes } from './rows.ts';
import { promised, unlessBusy } from './write.ts';

const terminalRow = z.object({ terminal_id: z.string(), credential_digest: bytes });
const keyDocumentRow = z.object({ version: z.number(), issued_at: z.string(), jws: z.string() });
const staffRow = z
  .object({
    staff_id: z.string(),
    role: z.string(),
    identity_trained_on: z.string().nullable(),
    identity_trained_until: z.string().nullable(),
    active: z.number(),
    badge_digest: z.string(),
    pin_hash: z.string(),
    pin_version: z.number(),
    must_change_pin: z.number(),
  })
  .transform((row) =>
    staffRecordSchema.parse({
      staffId: row.staff_id,
      role: row.role,
      identityTrainedOn: row.identity_trained_on,
      ...(row.identity_trained_until === null ? {} : { identityTrainedUntil: row.identity_trained_until }),
      active: row.active === 1,
      badgeDigest: row.badge_digest,
      pinHash: row.pin_hash,
      pinVersion: row.pin_version,
      mustChangePin: row.must_change_pin === 1,
    }),
  );

function terminalIn(row: unknown): KnownTerminal | null {
  if (row === undefined) return null;
  const { terminal_id: terminalId, credential_digest: credentialDigest } = terminalRow.parse(row);
  return { terminalId, credentialDigest };
}

export function createAccounts(database: DurableDatabase): AccountStore {
  const selectTerminal = database.prepare(
    `SELECT terminal_id, credential_digest FROM terminal_credentials
     WHERE credential_digest = ? AND revoked_at IS NULL`,
  );
  const selectTerminalNamed = database.prepare(
    `SELECT terminal_id, credential_digest FROM terminal_credentials
     WHERE terminal_id = ? AND revoked_at IS NULL`,
  );
  const selectStaff = database.prepare('SELECT * FROM staff WHERE staff_id = ?');
  const selectAllStaff = database.prepare('SELECT * FROM staff ORDER BY staff_id');
  const selectStaffVersion = database
    .prepare<[], number>('SELECT coalesce(max(version), 0) FROM staff_list_versions')
    .pluck();
  const selectOwnRecord = database
    .prepare<[string], Buffer | null>('SELECT own_record FROM staff WHERE staff_id = ?')
    .pluck();
  const selectInactiveSince = database
    .prepare<[string], string | null>('SELECT inactive_since FROM staff WHERE staff_id = ?')
    .pluck();
  const updateOwnRecord = database.prepare('UPDATE staff SET own_record = ? WHERE staff_id = ?');
  const selectKeyDocument = database.prepare(
    'SELECT version, issued_at, jws FROM key_documents ORDER BY version DESC LIMIT 1',
  );
  const selectKeyVersion = database
    .prepare<[], number>('SELECT coalesce(max(version), 0) FROM key_documents')
    .pluck();
  const selectPolicy = database
    .prepare<[], string>('SELECT content FROM policies ORDER BY version DESC LIMIT 1')
    .pluck();

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
      INSERT INTO staff (staff_id, role, identity_trained_on, identity_trained_until, active, badge_digest, pin_hash, pin_version,
        must_change_pin, inactive_since)
      VALUES (@staffId, @role, @identityTrainedOn, @identityTrainedUntil, @active, @badgeDigest, @pinHash, @pinVersion, @mustChangePin,
        CASE WHEN @active = 1 THEN NULL ELSE @at END)
      ON CONFLICT (staff_id) DO UPDATE SET role = excluded.role, identity_trained_on = excluded.identity_trained_on,
        identity_trained_until = excluded.identity_trained_until,
        active = excluded.active, badge_digest = excluded.badge_digest, must_change_pin = excluded.must_change_pin,
        inactive_since = CASE WHEN excluded.active = 1 THEN NULL WHEN staff.active = 1 THEN excluded.inactive_since
          ELSE staff.inactive_since END,
        pin_hash = excluded.pin_hash, pin_version = CASE WHEN excluded.pin_hash = staff.pin_hash
          THEN max(staff.pin_version, excluded.pin_version)
          ELSE max(staff.pin_version + 1, excluded.pin_version) END`);
    for (const member of staff)
      upsert.run({
        ...member,
        at,
        identityTrainedUntil: member.identityTrainedUntil ?? null,
        active: member.active ? 1 : 0,
        mustChangePin: member.mustChangePin ? 1 : 0,
      });
    const added = database.prepare('INSERT INTO staff_list_versions (issued_at) VALUES (?)').run(at);
    return Number(added.lastInsertRowid);
  });

  const changeOne = database.transaction(
    (staffId: string, change: StaffChange, at: string): StaffRecord | null => {
      const row = selectStaff.get(staffId);
      if (row === undefined) return null;
      const before = staffRow.parse(row);
      const changes = change(before);
      if (changes !== null) record([{ ...before, ...changes }], at);
      return staffRow.parse(selectStaff.get(staffId));
    },
  );

  const add = database.transaction((policy: Policy, at: string): boolean => {
    const newest = latestPolicy();
    if (newest !== null && policy.version <= newest.version) return false;
    database
      .prepare('INSERT INTO policies (version, content, set_at) VALUES (?, ?, ?)')
      .run(policy.version, JSON.stringify(policy), at);
    return true;
  });

  function latestPolicy(): Policy | null {
    const content = selectPolicy.get();
    return content === undefined ? null : policySchema.parse(JSON.parse(content));
  }

  return {
    findTerminal: (credentialDigest) => promised(() => terminalIn(selectTerminal.get(credentialDigest))),
    terminalNamed: (terminalId) => promised(() => terminalIn(selectTerminalNamed.get(terminalId))),
    enrolTerminal: (terminalId, credentialDigest, at) =>
      promised(() => enrol.immediate(terminalId, credentialDigest, at)),
    recordStaff: (staff, at) => promised(() => record.immediate(staff, at)),
    findStaff: (staffId) =>
      promised(() => {
        const row = selectStaff.get(staffId);
        return row === undefined ? null : staffRow.parse(row);
      }),
    changeStaff: (staffId, change, at) => promised(() => changeOne.immediate(staffId, change, at)),
    allStaff: () => promised(() => selectAllStaff.all().map((row) => staffRow.parse(row))),
    staffListVersion: () => promised(() => selectStaffVersion.get() ?? 0),
    ownRecordOf: (staffId) => promised(() => selectOwnRecord.get(staffId) ?? null),
    inactiveSinceOf: (staffId) => promised(() => selectInactiveSince.get(staffId) ?? null),
    setOwnRecord: (staffId, personKey) =>
      promised(() => updateOwnRecord.run(personKey, staffId).changes === 1),
    latestKeyDocument: () =>
      promised(() => {
        const row = selectKeyDocument.get();
        if (row === undefined) return null;
        const parsed = keyDocumentRow.parse(row);
        return { version: parsed.version, issuedAt: parsed.issued_at, jws: parsed.jws };
      }),
    latestKeyDocumentVersion: () => promised(() => selectKeyVersion.get() ?? 0),
    addKeyDocument: ({ version, issuedAt, jws }) =>
      promised(() => {
        const added = database
          .prepare(
            'INSERT INTO key_documents (version, issued_at, jws) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
          )
          .run(version, issuedAt, jws);
        return added.changes === 1;
      }),
    latestPolicy: () => promised(latestPolicy),
    addPolicy: (policy, at) =>
      promised(() => {
        const added = unlessBusy(() => add.immediate(policy, at));
        if (!added.ok) return added;
        return added.value ? ok(null) : fail('version-not-newer');
      }),
  };
}
