import { createHash } from 'node:crypto';
import type { StaffList } from '../../domain/wire/staff-list.ts';

type Record = StaffList['staff'][number];

/** What a badge's text becomes before it reaches the queue. */
export function badgeOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url');
}

/** Somebody of the staff; their PIN is nobody's business here, so its hash is of nothing. */
export function staffRecord(staffId: string, change: Partial<Record> = {}): Record {
  return {
    staffId,
    role: 'officer',
    identityTrainedOn: '2026-01-15',
    active: true,
    badgeDigest: badgeOf(`badge of ${staffId}`),
    pinHash: `$argon2id$of-${staffId}`,
    pinVersion: 1,
    mustChangePin: false,
    ...change,
  };
}

/** An officer, an assistant and a supervisor. */
export const STAFF: readonly Record[] = [
  staffRecord('S1'),
  staffRecord('S2', { role: 'assistant', identityTrainedOn: null }),
  staffRecord('S9', { role: 'supervisor' }),
];

/** @param from ISO instant at which the lease of four days begins */
export function staffListFrom(from: string, change: Partial<StaffList> = {}): StaffList {
  const validUntil = new Date(Date.parse(from) + 96 * 3_600_000).toISOString();
  return { version: 1, issuedAt: from, validUntil, staff: [...STAFF], ...change };
}
