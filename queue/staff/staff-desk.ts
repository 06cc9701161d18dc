import { randomUUID } from 'node:crypto';
import type { StaffChangeRefusal, StaffRefusal } from '../../domain/codes.ts';
import { mayDo } from '../../domain/identity/permissions.ts';
import type { StaffMember } from '../../domain/identity/staff.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { StaffPerson } from '../../domain/terminal/ports/staff.ts';
import { hongKongDate } from '../../domain/time.ts';
import type { StaffList } from '../../domain/wire/staff-list.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { Queue } from '../store/queue-interface.ts';
import type { PinOf } from '../store/sign-in/sign-in.ts';
import type { StaffListStore } from './staff-list-store.ts';

/** What a PIN is compared with; the try at it is counted. */
export interface PinTry {
  readonly staffId: string;
  /** argon2id, encoded. */
  readonly pinHash: string;
}

/** Who may sign in, by the platform's list and by what this terminal itself knows. Badges and PINs never come here. */
export interface StaffDesk {
  /** Counts a try at the PIN of this badge, on disk, before anybody compares it. */
  begin(badgeDigest: string): Promise<Result<PinTry, Failure<StaffRefusal>>>;
  /** What the comparison gave. */
  settle(staffId: string, right: boolean): Promise<Result<StaffMember, Failure<StaffRefusal>>>;
  /** Whose badge this is; null: of nobody who may sign in. */
  holderOf(badgeDigest: string): Promise<string | null>;
  people(): Promise<readonly StaffPerson[]>;
  unlock(staffId: string, by: string): Promise<Result<null, Failure<StaffChangeRefusal>>>;
  blockBadge(staffId: string, by: string): Promise<Result<null, Failure<StaffChangeRefusal>>>;
  /** @param hash argon2id, encoded */
  keepPin(staffId: string, hash: string): Promise<Result<null, Failure<'not-saved'>>>;
}

type Record = StaffList['staff'][number];

export interface StaffDeskOptions {
  readonly lists: Pick<StaffListStore, 'current'>;
  readonly queue: Queue;
  readonly keys: Pick<KeyStore, 'time'>;
  /** Something is there to tell the platform. */
  readonly onNotice: () => void;
  /** UUID; default random. */
  readonly newId?: () => string;
}

export function createStaffDesk(options: StaffDeskOptions): StaffDesk {
  const { lists, queue, keys, onNotice } = options;
  const newId = options.newId ?? randomUUID;
  const last = queue.lastPinTryBudget();
  // A lost time mark must not make a wait longer than it was.
  if (last.ok) keys.time.atLeast(last.value);

  async function find(
    wanted: (record: Record) => boolean,
  ): Promise<Result<Record | undefined, Failure<'list-ended' | 'list-not-available'>>> {
    const list = await lists.current();
    return list.ok ? ok(list.value.staff.find(wanted)) : list;
  }

  /** A disk that does not answer lets nobody in. */
  function standingOf(record: Record): StaffPerson['standing'] | null {
    const blocked = queue.isBadgeBlocked(record.badgeDigest);
    const locked = queue.isLocked(record);
    if (!blocked.ok || !locked.ok) return null;
    if (!record.active) return 'inactive';
    if (blocked.value) return 'badge-blocked';
    return locked.value ? 'locked' : 'active';
  }

  function memberOf(record: Record): StaffMember | null {
    const { staffId, role, identityTrainedOn, identityTrainedUntil = null, mustChangePin } = record;
    const own = queue.ownPin(record);
    if (!own.ok) return null;
    const start = mustChangePin && own.value === null;
    return {
      ...{ staffId, role, identityTrainedOn },
      ...(identityTrainedUntil === null ? {} : { identityTrainedUntil }),
      ...(start ? { mustChangePin: true } : {}),
    };
  }

  /** Whoever acts is looked up anew: what the screen believed may be a minute old. */
  async function changing(
    action: 'unlock-staff' | 'block-badge',
    staffId: string,
    by: string,
    change: (record: Record) => Result<null, Failure<string>>,
  ): Promise<Result<null, Failure<StaffChangeRefusal>>> {
    const today = hongKongDate(keys.time.now().instant);
    const actor = await find((record) => record.staffId === by);
    const found = await find((record) => record.staffId === staffId);
    if (!actor.ok || !found.ok || actor.value === undefined || found.value === undefined)
      return fail('not-known');
    if (standingOf(actor.value) !== 'active' || !mayDo(actor.value, action, today, staffId))
      return fail('not-permitted');
    const changed = change(found.value);
    if (changed.ok) return changed;
    return fail(changed.code === 'not-locked' ? 'not-locked' : 'not-saved');
  }

  const pinOf = ({ staffId, pinVersion }: Record): PinOf => ({ staffId, pinVersion });

  return {
    async begin(badgeDigest) {
      const found = await find((record) => record.badgeDigest === badgeDigest);
      if (!found.ok) return found;
      const record = found.value;
      if (record === undefined) return fail('unknown-badge');
      const standing = standingOf(record);
      if (standing === 'inactive' || standing === 'badge-blocked') return fail(standing);
      const counted = standing === null ? fail('storage-fault') : queue.countPinTry(pinOf(record));
      if (!counted.ok) {
        if (counted.code === 'locked-out') return fail('locked-out');
        return counted.code === 'too-soon' ? fail('too-soon', counted.params) : fail('list-not-available');
      }
      const own = queue.ownPin(pinOf(record));
      if (!own.ok) return fail('list-not-available');
      return ok({ staffId: record.staffId, pinHash: own.value ?? record.pinHash });
    },

    async settle(staffId, right) {
      if (!right) {
        const wrong = queue.pinWasWrong(staffId);
        return fail(wrong.ok && wrong.value === 'locked' ? 'locked-out' : 'wrong-pin');
      }
      const found = await find((record) => record.staffId === staffId);
      if (!found.ok) return found;
      const member = found.value === undefined ? null : memberOf(found.value);
      if (member === null || !queue.pinWasRight(staffId).ok) return fail('list-not-available');
      return ok(member);
    },

    async holderOf(badgeDigest) {
      const found = await find((record) => record.badgeDigest === badgeDigest);
      if (!found.ok || found.value === undefined) return null;
      const standing = standingOf(found.value);
      return standing === 'active' || standing === 'locked' ? found.value.staffId : null;
    },

    async people() {
      const list = await lists.current();
      if (!list.ok) return [];
      return list.value.staff.map((record) => ({
        staffId: record.staffId,
        role: record.role,
        standing: standingOf(record) ?? 'inactive',
      }));
    },

    unlock: (staffId, by) =>
      changing('unlock-staff', staffId, by, () => queue.unlockStaff(staffId, { staffId: by })),

    async blockBadge(staffId, by) {
      const blocked = await changing('block-badge', staffId, by, ({ badgeDigest }) =>
        queue.blockBadge(
          badgeDigest,
          { id: newId(), notice: { kind: 'badge-blocked', staffId, badgeDigest, by } },
          { staffId: by },
        ),
      );
      if (blocked.ok) onNotice();
      return blocked;
    },

    async keepPin(staffId, hash) {
      const found = await find((record) => record.staffId === staffId);
      if (!found.ok || found.value === undefined) return fail('not-saved');
      const pin = pinOf(found.value);
      const notice = { kind: 'pin-changed', ...pin, pinHash: hash } as const;
      const kept = queue.keepOwnPin(pin, hash, { id: newId(), notice });
      if (!kept.ok) return fail('not-saved');
      onNotice();
      return ok(null);
    },
  };
}
