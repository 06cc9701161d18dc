import { createHash } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { StaffList } from '../domain/wire/staff-list.ts';
import { DEMO_BADGES } from './demo-badges.ts';

/** Development only. */
export const DEMO_PINS = {
  'officer-01': '2580',
  'assistant-01': '1470',
  'supervisor-01': '3690',
  'van-operator-01': '7415',
  'technician-01': '8520',
} as const;

/** `Algorithm.Argon2id`: the package declares it as an ambient enum, which type stripping cannot carry. */
const ARGON2ID = 2;
/** OWASP's smallest setting for argon2id, about 10 ms on these machines (facts/libraries.md): a PIN pad must not wait. */
const SETTINGS = { algorithm: ARGON2ID, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** Encoded argon2id hash of a PIN, with a random salt. */
export function hashPin(pin: string): Promise<string> {
  return hash(pin, SETTINGS);
}

/** SHA-256 of a badge's text, base64url, as the staff list carries it. */
export function badgeDigest(badge: string): string {
  return createHash('sha256').update(badge).digest('base64url');
}

/** The staff of the demo: an officer who may attest, an assistant who may not, a supervisor over both, a van's operator, a technician. */
export async function demoStaff(): Promise<StaffList['staff']> {
  return [
    {
      staffId: 'S2041',
      role: 'officer',
      identityTrainedOn: '2026-03-02',
      active: true,
      badgeDigest: badgeDigest(DEMO_BADGES['officer-01']),
      pinHash: await hashPin(DEMO_PINS['officer-01']),
      pinVersion: 1,
      mustChangePin: false,
    },
    {
      staffId: 'S3107',
      role: 'assistant',
      identityTrainedOn: null,
      active: true,
      badgeDigest: badgeDigest(DEMO_BADGES['assistant-01']),
      pinHash: await hashPin(DEMO_PINS['assistant-01']),
      pinVersion: 1,
      mustChangePin: false,
    },
    {
      staffId: 'S1008',
      role: 'supervisor',
      identityTrainedOn: '2026-02-09',
      active: true,
      badgeDigest: badgeDigest(DEMO_BADGES['supervisor-01']),
      pinHash: await hashPin(DEMO_PINS['supervisor-01']),
      pinVersion: 1,
      mustChangePin: false,
    },
    {
      staffId: 'S4052',
      role: 'van-operator',
      identityTrainedOn: '2026-02-23',
      active: true,
      badgeDigest: badgeDigest(DEMO_BADGES['van-operator-01']),
      pinHash: await hashPin(DEMO_PINS['van-operator-01']),
      pinVersion: 1,
      mustChangePin: false,
    },
    {
      staffId: 'S5063',
      role: 'technician',
      identityTrainedOn: null,
      active: true,
      badgeDigest: badgeDigest(DEMO_BADGES['technician-01']),
      pinHash: await hashPin(DEMO_PINS['technician-01']),
      pinVersion: 1,
      mustChangePin: false,
    },
  ];
}
