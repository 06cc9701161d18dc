import { join } from 'node:path';
import { z } from 'zod';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import { verifyUnder } from '../../domain/wire/signing.ts';
import { MOST_STAFF_LIST_CHARACTERS, type StaffList, staffListSchema } from '../../domain/wire/staff-list.ts';
import type { KeyStore } from '../keys/key-store.ts';
import { isFileFault, readPrivate, tryWritePrivate } from '../keys/private-file.ts';

/** Who may sign in here: the newest list that the platform signed, for as long as it lends it. */
export interface StaffListStore {
  /**
   * @returns `list-ended` once the lease is over by anything that is known of the time, `list-not-available` when no
   * list verifies under the keys of now
   */
  current(): Promise<Result<StaffList, Failure<'list-ended' | 'list-not-available'>>>;
  /** 0 when none is held. */
  version(): number;
  /** Milliseconds of the lease that are left; 0 when there is none. */
  leaseLeft(): number;
  /** Takes what the platform answered; an older version, or an earlier issue of the same, changes nothing. */
  offer(
    jws: string,
  ): Promise<
    Result<'taken' | 'renewed' | 'known', Failure<'staff-list-not-trusted' | 'staff-list-not-newer'>>
  >;
}

export interface StaffListStoreOptions {
  /** The key folder. */
  readonly folder: string;
  readonly keys: Pick<KeyStore, 'document' | 'time'>;
  /** The enrolment's list, compact JWS: the first lease. */
  readonly enrolled: string;
  readonly audit: (entry: AuditEntry) => void;
}

const FILE = 'staff-list';

const fileSchema = z.strictObject({
  jws: z.string().max(MOST_STAFF_LIST_CHARACTERS),
  /** The budget clock when this lease began. */
  began: z.number().min(0),
});
type Kept = z.infer<typeof fileSchema>;

interface Held extends Kept {
  readonly list: StaffList;
}

/**
 * Reads what was kept and verifies it anew, at the start and at every use: a key may be revoked at any moment.
 *
 * @returns `storage-fault` when the folder cannot be read
 */
export async function openStaffListStore(
  options: StaffListStoreOptions,
): Promise<Result<StaffListStore, Failure<'storage-fault'>>> {
  const { keys, audit, enrolled } = options;
  const path = join(options.folder, FILE);
  const verify = (jws: string) =>
    verifyUnder(jws, keys.document(), 'staff-list', staffListSchema, (list) => list.issuedAt);
  /** The last fault, so that a refusal is audited once and not at every answer. */
  let refused: string | null = null;

  function refuse(fault: string): void {
    if (refused === fault) return;
    refused = fault;
    audit({ event: 'staff-list.refused', actor: 'system', detail: { fault } });
  }

  async function verified(kept: Kept | null): Promise<Held | null> {
    if (kept === null) return null;
    const list = await verify(kept.jws);
    if (!list.ok) {
      refuse(list.code);
      return null;
    }
    keys.time.floor(list.value.issuedAt);
    // A lost time mark must not make the lease younger than it is, nor this file make it younger than the clock.
    keys.time.atLeast(kept.began);
    return { ...kept, list: list.value };
  }

  async function read(): Promise<Held | null> {
    const bytes = readPrivate(path);
    const kept = await verified(bytes === null ? null : parseFile(new TextDecoder().decode(bytes)));
    // A terminal that was enrolled again has a list from today, and its file one from before.
    const first = await verified({ jws: enrolled, began: 0 });
    if (kept === null || first === null) return kept ?? first;
    return isNewer(first.list, kept.list) ? first : kept;
  }

  let held: Held | null;
  try {
    held = await read();
  } catch (error) {
    if (!isFileFault(error)) throw error;
    return fail('storage-fault', { what: 'key-folder' });
  }

  /**
   * By everything that is known of the time, and the least of it: what has surely passed, what the wall clock says
   * unless that is known to be wrong (a machine that was switched off knows it by nothing else), and the uptime since
   * the lease began, which no clock can stretch.
   */
  function leaseLeft(): number {
    if (held === null) return 0;
    const { time } = keys;
    const [from, until] = [Date.parse(held.list.issuedAt), Date.parse(held.list.validUntil)];
    const instants = [time.passed(), time.now().instant].filter((at) => at !== null);
    const latest = Math.max(...instants.map((at) => Date.parse(at)));
    return Math.max(0, Math.min(until - latest, until - from - (time.budget() - held.began)));
  }

  return ok({
    version: () => held?.list.version ?? 0,
    leaseLeft,
    async current() {
      if (held === null) return fail('list-not-available');
      const list = await verify(held.jws);
      if (!list.ok) {
        refuse(list.code);
        return fail('list-not-available');
      }
      return leaseLeft() > 0 ? ok(list.value) : fail('list-ended');
    },
    async offer(jws) {
      const offered = await verify(jws);
      if (!offered.ok) {
        refuse(offered.code);
        return fail('staff-list-not-trusted', { fault: offered.code });
      }
      const list = offered.value;
      if (held !== null && list.version < held.list.version) {
        refuse('older');
        return fail('staff-list-not-newer');
      }
      refused = null;
      if (held !== null && !isNewer(list, held.list)) return ok('known');
      const taken = list.version > (held?.list.version ?? 0);
      keys.time.note(list.issuedAt, 'now');
      held = { jws, began: keys.time.budget(), list };
      // On a full disk the next start knows an older lease, and asks again.
      tryWritePrivate(path, JSON.stringify({ jws, began: held.began } satisfies Kept));
      if (taken) audit({ event: 'staff-list.taken', actor: 'system', detail: { version: list.version } });
      return ok(taken ? 'taken' : 'renewed');
    },
  });
}

function isNewer(one: StaffList, other: StaffList): boolean {
  return one.version === other.version ? one.issuedAt > other.issuedAt : one.version > other.version;
}

function parseFile(text: string): Kept | null {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
