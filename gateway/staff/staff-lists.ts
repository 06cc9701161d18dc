import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
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

/** The list of everybody on record, signed for a while (domain/wire/staff-list.ts). */
export interface StaffLists {
  /** 0 when nobody was ever recorded. */
  version(): Promise<number>;
  /** Compact JWS with a new lease, begun at most a minute ago. */
  signed(): Promise<Result<string, Failure<'busy'>>>;
}

/** What a list says that is issued now. */
export async function staffListAt(
  store: Pick<Store, 'allStaff' | 'staffListVersion'>,
  at: Date,
): Promise<StaffList> {
  return {
    version: Math.max(1, await store.staffListVersion()),
    issuedAt: at.toISOString(),
    validUntil: new Date(at.getTime() + STAFF_LEASE_HOURS * HOUR_MS).toISOString(),
    staff: [...(await store.allStaff())],
  };
}

export function createStaffLists(parts: {
  readonly store: Pick<Store, 'allStaff' | 'staffListVersion' | 'latestKeyDocumentVersion'>;
  readonly keys: KeyRing;
  readonly now: () => Date;
}): StaffLists {
  const { store, keys, now } = parts;
  let cached: { readonly from: string; readonly at: number; readonly jws: string } | null = null;

  return {
    version: () => store.staffListVersion(),
    signed: async () => {
      const at = now();
      const version = await store.staffListVersion();
      const from = `${String(version)}/${String(await store.latestKeyDocumentVersion())}`;
      const age = cached === null ? Infinity : at.getTime() - cached.at;
      if (cached !== null && cached.from === from && age >= 0 && age < RESIGN_MS) return ok(cached.jws);
      const list = await staffListAt(store, at);
      const signed = await keys.sign(list, 'staff-list', list.issuedAt);
      if (!signed.ok) return fail('busy');
      // Somebody may have been changed meanwhile: then this list is whole, and only its age is not what we think.
      cached = list.version === version ? { from, at: at.getTime(), jws: signed.value.jws } : null;
      return ok(signed.value.jws);
    },
  };
}
