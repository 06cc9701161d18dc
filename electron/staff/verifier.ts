import { createHash, timingSafeEqual } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { StaffRefusal } from '../../domain/codes.ts';
import type { StaffMember } from '../../domain/identity/staff.ts';
import type { StaffPort } from '../../domain/terminal/ports.ts';
import type { KeyDocument, StaffList } from '../../domain/wire/contract.ts';
import { staffListSchema } from '../../domain/wire/contract.ts';
import { verifyUnder } from '../../domain/wire/signing.ts';

/** Wrong PINs in a row after which a badge is refused for a while, in this run of the program. */
const MAX_WRONG_PINS = 5;
const LOCK_MILLISECONDS = 5 * 60 * 1000;

interface Attempts {
  wrong: number;
  lockedUntil: number;
}

function sameDigest(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Checks badge and PIN offline against the signed staff list of the enrolment. A list that does not verify under a
 * `staff-list` key is no list. Attempts are counted per badge against a monotonic clock, so turning the clock does
 * not unlock.
 */
export function createStaffVerifier(options: {
  readonly staffList: string;
  readonly keyDocument: () => KeyDocument | null;
  readonly monotonicNow: () => number;
}): StaffPort {
  const attempts = new Map<string, Attempts>();

  async function list(): Promise<StaffList | null> {
    const document = options.keyDocument();
    if (document === null) return null;
    const verified = await verifyUnder(
      options.staffList,
      document,
      'staff-list',
      staffListSchema,
      (content) => content.issuedAt,
    );
    return verified.ok ? verified.value : null;
  }

  return {
    async verify(badge: string, pin: string): Promise<Result<StaffMember, Failure<StaffRefusal>>> {
      const staff = await list();
      if (staff === null) return fail('list-not-available');
      const digest = createHash('sha256').update(badge, 'utf8').digest('base64url');
      const record = staff.staff.find((candidate) => sameDigest(candidate.badgeDigest, digest));
      if (record === undefined) return fail('unknown-badge');
      const seen = attempts.get(record.staffId) ?? { wrong: 0, lockedUntil: 0 };
      if (options.monotonicNow() < seen.lockedUntil) return fail('locked-out');
      if (!(await verify(record.pinHash, pin))) {
        const wrong = seen.wrong + 1;
        const locked = wrong >= MAX_WRONG_PINS;
        attempts.set(record.staffId, {
          wrong: locked ? 0 : wrong,
          lockedUntil: locked ? options.monotonicNow() + LOCK_MILLISECONDS : 0,
        });
        return fail(locked ? 'locked-out' : 'wrong-pin');
      }
      attempts.delete(record.staffId);
      if (!record.active) return fail('inactive');
      return ok({ staffId: record.staffId, role: record.role, identityTrainedOn: record.identityTrainedOn });
    },
  };
}
