import { createCipheriv, createDecipheriv, createHmac, type KeyObject, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type LookUp, LOOK_UPS, type Records, recordsSchema } from '../../domain/records/records.ts';
import type { DurableDatabase } from '../store/database.ts';
import type { Failure, Result } from '../../domain/result.ts';
import { bytes } from '../store/sqlite/rows.ts';
import { promised, unlessBusy } from '../store/sqlite/write.ts';

/** What was asked for, for whoever looks after the gateway; nothing in it says about whom. */
interface AskedFor {
  readonly at: string;
  readonly terminalId: string;
  readonly what: LookUp;
  readonly result: 'shown' | 'not-shown';
}

/** A thrown error is a storage fault: nothing of the call was committed. */
export interface RecordStore {
  /** @param person as `personKeyOf` gives it */
  find(person: Uint8Array, what: LookUp): Promise<Records | null>;
  /** Takes the place of what was there. */
  put(person: Uint8Array, records: Records, at: string): Promise<Result<null, Failure<'busy'>>>;
  remove(person: Uint8Array): Promise<Result<number, Failure<'busy'>>>;
  /** How many people have a record, by what. */
  count(): Promise<Readonly<Record<LookUp, number>>>;
  note(asked: AskedFor): Promise<Result<null, Failure<'busy'>>>;
  /** The latest first. */
  asked(most: number): Promise<readonly AskedFor[]>;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const sealedRow = z.object({ sealed: bytes });
const countRow = z.object({ what: z.enum(LOOK_UPS), people: z.number() });
const askedRow = z
  .object({
    asked_at: z.string(),
    terminal_id: z.string(),
    what: z.enum(LOOK_UPS),
    result: z.enum(['shown', 'not-shown']),
  })
  .transform(({ asked_at: at, terminal_id: terminalId, what, result }): AskedFor => ({
    at,
    terminalId,
    what,
    result,
  }));

/** @param key of the gateway, from which the key of each person's records is made */
export function createRecordStore(database: DurableDatabase, key: KeyObject): RecordStore {
  const select = database.prepare('SELECT sealed FROM member_records WHERE person = ? AND what = ?');
  const insert = database.prepare(`
    INSERT INTO member_records (person, what, sealed, added_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (person, what) DO UPDATE SET sealed = excluded.sealed, added_at = excluded.added_at`);
  const remove = database.prepare('DELETE FROM member_records WHERE person = ?');
  const countBy = database.prepare('SELECT what, count(*) AS people FROM member_records GROUP BY what');
  const insertAsked = database.prepare(
    'INSERT INTO look_ups (asked_at, terminal_id, what, result) VALUES (@at, @terminalId, @what, @result)',
  );
  const selectAsked = database.prepare(
    'SELECT asked_at, terminal_id, what, result FROM look_ups ORDER BY id DESC LIMIT ?',
  );

  const keyOf = (person: Uint8Array): Uint8Array =>
    createHmac('sha256', key).update('empf-gateway/records/v1\n').update(person).digest();

  function seal(person: Uint8Array, records: Records): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', keyOf(person), nonce);
    cipher.setAAD(Buffer.from(records.what));
    const content = Buffer.concat([cipher.update(JSON.stringify(records), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), content]);
  }

  function open(person: Uint8Array, what: LookUp, sealed: Uint8Array): Records {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(person), sealed.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(what));
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const content = Buffer.concat([
      decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)),
      decipher.final(),
    ]);
    return recordsSchema.parse(JSON.parse(content.toString('utf8')));
  }

  return {
    find: (person, what) =>
      promised(() => {
        const row = select.get(person, what);
        return row === undefined ? null : open(person, what, sealedRow.parse(row).sealed);
      }),
    put: (person, records, at) =>
      promised(() =>
        unlessBusy(() => {
          insert.run(person, records.what, seal(person, records), at);
          return null;
        }),
      ),
    remove: (person) => promised(() => unlessBusy(() => remove.run(person).changes)),
    count: () =>
      promised(() => {
        const counted = z.array(countRow).parse(countBy.all());
        const peopleOf = (what: LookUp): number => counted.find((row) => row.what === what)?.people ?? 0;
        return { accounts: peopleOf('accounts'), contributions: peopleOf('contributions') };
      }),
    note: (asked) =>
      promised(() =>
        unlessBusy(() => {
          insertAsked.run(asked);
          return null;
        }),
      ),
    asked: (most) => promised(() => z.array(askedRow).parse(selectAsked.all(most))),
  };
}
