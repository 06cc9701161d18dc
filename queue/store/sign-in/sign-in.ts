import { MOST_PIN_TRIES, pinGate } from '../../../domain/identity/pin-tries.ts';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import type { StaffNotice } from '../../../domain/wire/staff-list.ts';
import type { Context } from '../context.ts';
import type { StorageFault } from '../database/storage-faults.ts';
import type { Session } from '../session/session.ts';

/** One person's PIN as the platform's list has it. */
export interface PinOf {
  readonly staffId: string;
  /** A higher one than before ends a lock and a PIN that was changed here. */
  readonly pinVersion: number;
}

/** What this terminal itself knows of staff, through restarts; the platform's own word is the signed list. */
export interface SignInSide {
  /**
   * Counts one try at a PIN, on disk when this returns: whoever cuts the power before the PIN was compared has used the
   * try all the same. Refused tries count nothing.
   * @returns `locked-out`: another person has to unlock; `too-soon` with the `seconds` to wait
   */
  countPinTry(pin: PinOf): Result<null, Failure<'locked-out' | 'too-soon' | StorageFault>>;
  /** The PIN of the try that was counted last was right: the next one begins at none. */
  pinWasRight(staffId: string): Result<null, Failure<StorageFault>>;
  /** The PIN was wrong. @returns whether that was the last try; the lock is in the audit chain then */
  pinWasWrong(staffId: string): Result<'again' | 'locked', Failure<StorageFault>>;
  /** @returns `not-locked` when nothing was counted for this person */
  unlockStaff(staffId: string, by: Supervisor): Result<null, Failure<'not-locked' | StorageFault>>;
  isLocked(pin: PinOf): Result<boolean, Failure<StorageFault>>;
  /** A PIN that was changed on this terminal and is not older than the platform's; null: the platform's holds. */
  ownPin(pin: PinOf): Result<string | null, Failure<StorageFault>>;
  /** Keeps a changed PIN and what the platform has to be told of it. @param hash argon2id, encoded */
  keepOwnPin(pin: PinOf, hash: string, notice: NewNotice): Result<null, Failure<StorageFault>>;
  /** The badge opens nothing here any more, whatever the list says of its holder. */
  blockBadge(badgeDigest: string, notice: NewNotice, by: Supervisor): Result<null, Failure<StorageFault>>;
  isBadgeBlocked(badgeDigest: string): Result<boolean, Failure<StorageFault>>;
  /** What the platform has not shown to know yet, oldest first. */
  staffNotices(): Result<readonly { readonly id: string; readonly notice: string }[], Failure<StorageFault>>;
  dropStaffNotices(ids: readonly string[]): Result<null, Failure<StorageFault>>;
  /** The highest budget at which a try was counted: a clock that was lost must not make a wait longer. */
  lastPinTryBudget(): Result<number, Failure<StorageFault>>;
}

/** Who acted, for the audit. */
interface Supervisor {
  readonly staffId: string;
}

interface NewNotice {
  /** UUIDv7. */
  readonly id: string;
  readonly notice: StaffNotice;
}

/** Tries at another PIN, one the platform has replaced since, are none at this one. */
function triesOf(session: Session, { staffId, pinVersion }: PinOf): { tries: number; at: number } {
  const row = session.statements.pinTries.get(staffId);
  return row === undefined || row.pin_version < pinVersion
    ? { tries: 0, at: 0 }
    : { tries: row.tries, at: row.tried_budget };
}

export function signInSide({ store, now }: Context): SignInSide {
  return {
    countPinTry: (pin) =>
      store.write((session) => {
        const { budget } = now();
        const { tries, at } = triesOf(session, pin);
        const gate = pinGate(tries, budget - at);
        if (gate.state === 'locked') return fail('locked-out');
        if (gate.state === 'wait') return fail('too-soon', { seconds: gate.seconds });
        session.statements.countPinTry.run(pin.staffId, pin.pinVersion, tries + 1, budget);
        return ok(null);
      }),
    pinWasRight: (staffId) =>
      store.write((session) => {
        session.statements.forgetPinTries.run(staffId);
        return ok(null);
      }),
    pinWasWrong: (staffId) =>
      store.write((session) => {
        const tries = session.statements.pinTries.get(staffId)?.tries ?? 0;
        if (tries < MOST_PIN_TRIES) return ok('again');
        const detail = { count: tries };
        // Whoever typed has the badge; whether they are its holder nobody knows.
        session.audit.append({ event: 'staff.locked', actor: 'staff', staffId, detail }, now().place);
        return ok('locked');
      }),
    unlockStaff: (staffId, by) =>
      store.write((session) => {
        if (session.statements.forgetPinTries.run(staffId).changes !== 1) return fail('not-locked');
        session.audit.append({ event: 'staff.unlocked', actor: 'staff', staffId: by.staffId }, now().place);
        return ok(null);
      }),
    isLocked: (pin) => store.read((session) => pinGate(triesOf(session, pin).tries, 0).state === 'locked'),
    ownPin: ({ staffId, pinVersion }) =>
      store.read((session) => {
        const row = session.statements.ownPin.get(staffId);
        return row === undefined || row.pin_version < pinVersion ? null : row.pin_hash;
      }),
    keepOwnPin: ({ staffId, pinVersion }, hash, { id, notice }) =>
      store.write((session) => {
        session.statements.keepOwnPin.run(staffId, pinVersion, hash);
        session.statements.addStaffNotice.run(id, JSON.stringify(notice));
        session.audit.append({ event: 'staff.pin-changed', actor: 'staff', staffId }, now().place);
        return ok(null);
      }),
    blockBadge: (badgeDigest, { id, notice }, by) =>
      store.write((session) => {
        session.statements.blockBadge.run(badgeDigest, notice.staffId);
        session.statements.addStaffNotice.run(id, JSON.stringify(notice));
        session.audit.append(
          { event: 'staff.badge-blocked', actor: 'staff', staffId: by.staffId },
          now().place,
        );
        return ok(null);
      }),
    isBadgeBlocked: (badgeDigest) =>
      store.read((session) => session.statements.blockedBadge.get(badgeDigest) !== undefined),
    staffNotices: () => store.read((session) => session.statements.staffNotices.all()),
    dropStaffNotices: (ids) =>
      store.write((session) => {
        for (const id of ids) session.statements.dropStaffNotice.run(id);
        return ok(null);
      }),
    lastPinTryBudget: () =>
      store.read((session) =>
        Math.max(0, ...session.statements.everyPinTries.all().map(({ tried_budget: at }) => at)),
      ),
  };
}
