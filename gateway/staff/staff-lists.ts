import { mayDo } from '../../domain/identity/permissions.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { hongKongDate } from '../../domain/time.ts';
import type { StaffList } from '../../domain/wire/staff-list.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { Store } from '../store/store.ts';

const HOUR_MS = 3_600_000;
/**
 * How long a terminal may let people sign in without asking again: a long weekend, or a van's four days out. Whoever is
 * deactivated works that much longer at a terminal that nobody can reach, and not a minute at one that is online.
 */
const STAFF_LEASE_HOURS = 96;
/** So many terminals may ask at once; a lease is shorter by no more than this. */
const RESIGN_MS = 60_000;

/** Whether who asks reads the end of a training; one that does not would refuse a list with it. */
type Reads = 'training-ends' | 'no-training-ends';

type Person = StaffList['staff'][number];

/** As an older terminal reads it: without the end, and without a training that is over. */
function withoutEnd(person: Person, today: string): Person {
  const { identityTrainedUntil: until = null, ...rest } = person;
  const over = until !== null && !mayDo(person, 'attest-identity', today);
  return over ? { ...rest, identityTrainedOn: null } : rest;
}

/** The list of everybody on record, signed for a while (domain/wire/staff-list.ts). */
export interface StaffLists {
  /** 0 when nobody was ever recorded. */
  version(): Promise<number>;
  /** Compact JWS with a new lease, begun at most a minute ago. */
  signed(reads: Reads): Promise<Result<string, Failure<'busy'>>>;
}

/** What a list says that is issued now. */
export async function staffListAt(
  store: Pick<Store, 'allStaff' | 'staffListVersion'>,
  at: Date,
  reads: Reads,
): Promise<StaffList> {
  const staff = await store.allStaff();
  const today = hongKongDate(at.toISOString());
  return {
    version: Math.max(1, await store.staffListVersion()),
    issuedAt: at.toISOString(),
    validUntil: new Date(at.getTime() + STAFF_LEASE_HOURS * HOUR_MS).toISOString(),
    staff: reads === 'training-ends' ? [...staff] : staff.map((person) => withoutEnd(person, today)),
  };
}

export function createStaffLists(parts: {
  readonly store: Pick<Store, 'allStaff' | 'staffListVersion' | 'latestKeyDocumentVersion'>;
  readonly keys: KeyRing;
  readonly now: () => Date;
}): StaffLists {
  const { store, keys, now } = parts;
  const kept = new Map<Reads, { readonly from: string; readonly at: number; readonly jws: string }>();

  return {
    version: () => store.staffListVersion(),
    signed: async (reads) => {
      const at = now();
      const version = await store.staffListVersion();
      const from = `${String(version)}/${String(await store.latestKeyDocumentVersion())}`;
      const cached = kept.get(reads);
      const age = cached === undefined ? Infinity : at.getTime() - cached.at;
      if (cached !== undefined && cached.from === from && age >= 0 && age < RESIGN_MS) return ok(cached.jws);
      const list = await staffListAt(store, at, reads);
      const signed = await keys.sign(list, 'staff-list', list.issuedAt);
      if (!signed.ok) return fail('busy');
      // Somebody may have been changed meanwhile: then this list is whole, and only its age is not what we think.
      if (list.version === version) kept.set(reads, { from, at: at.getTime(), jws: signed.value.jws });
      else kept.delete(reads);
      return ok(signed.value.jws);
    },
  };
}
