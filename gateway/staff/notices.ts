import type { StaffNotice } from '../../domain/wire/staff-list.ts';
import type { Store } from '../store/store.ts';

/**
 * Puts on record what happened at a terminal. Sent again it changes nothing: a PIN older than the one on record and a
 * badge that is none any more are passed over.
 * @returns how many changed something
 */
export async function takeNotices(
  store: Pick<Store, 'changeStaff'>,
  notices: readonly StaffNotice[],
  at: string,
): Promise<number> {
  let taken = 0;
  for (const notice of notices) {
    await store.changeStaff(
      notice.staffId,
      (record) => {
        if (notice.kind === 'badge-blocked') {
          if (record.badgeDigest !== notice.badgeDigest || !record.active) return null;
          taken += 1;
          return { active: false };
        }
        if (notice.pinVersion < record.pinVersion) return null;
        taken += 1;
        // A higher version, so that every terminal takes this PIN instead of one that was changed there before.
        return { pinHash: notice.pinHash, pinVersion: record.pinVersion + 1, mustChangePin: false };
      },
      at,
    );
  }
  return taken;
}
