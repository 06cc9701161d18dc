import { createHash } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { pinFault } from '../../domain/identity/new-pin.ts';
import { fail } from '../../domain/result.ts';
import type { StaffPort } from '../../domain/terminal/ports/staff.ts';
import type { StaffDesk } from '../../queue/index.ts';

/** `Algorithm.Argon2id`: the package declares it as an ambient enum, which type stripping cannot carry. */
const ARGON2ID = 2;
/** OWASP's smallest setting for argon2id, about 10 ms on these machines (facts/libraries.md): a PIN pad must not wait. */
const SETTINGS = { algorithm: ARGON2ID, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

function digestOf(badge: string): string {
  return createHash('sha256').update(badge, 'utf8').digest('base64url');
}

/**
 * Badge and PIN, offline: the desk (queue/staff/) says who holds the badge and counts the try on disk, and only then is
 * the PIN compared, here. Neither leaves this file.
 *
 * @param desk null while the queue's thread is not there: then nobody signs in
 */
export function createStaffVerifier(desk: () => StaffDesk | null): StaffPort {
  /** Who signed in last and the hash that their PIN opened: only they set a new one, and another than it. */
  let last: { readonly staffId: string; readonly pinHash: string } | null = null;

  return {
    async verify(badge, pin) {
      const open = desk();
      if (open === null) return fail('list-not-available');
      const begun = await open.begin(digestOf(badge));
      if (!begun.ok) return begun;
      const { staffId, pinHash } = begun.value;
      const settled = await open.settle(staffId, await verify(pinHash, pin));
      if (settled.ok) last = { staffId, pinHash };
      return settled;
    },
    async changePin(staffId, newPin) {
      const open = desk();
      if (last?.staffId !== staffId) return fail('pin-not-saved');
      const fault = pinFault(newPin);
      if (fault !== null) return fail(fault);
      if (await verify(last.pinHash, newPin)) return fail('pin-same');
      const kept = (await open?.keepPin(staffId, await hash(newPin, SETTINGS))) ?? fail('not-saved');
      return kept.ok ? kept : fail('pin-not-saved');
    },
    holderOf: async (badge) => (await desk()?.holderOf(digestOf(badge))) ?? null,
    people: async () => (await desk()?.people()) ?? [],
    unlock: async (staffId, by) => (await desk()?.unlock(staffId, by)) ?? fail('not-saved'),
    blockBadge: async (staffId, by) => (await desk()?.blockBadge(staffId, by)) ?? fail('not-saved'),
  };
}
