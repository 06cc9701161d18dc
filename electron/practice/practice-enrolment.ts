import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { JWK } from 'jose';
import { practiceBadge, PRACTICE_STAFF } from '../../domain/practice/people.ts';
import { practiceTerminalId } from '../../domain/practice/practice-terminal.ts';
import {
  type Enrolment,
  enrolmentSchema,
  type KeyDocument,
  type KeyUse,
  publicKeySchema,
} from '../../domain/wire/contract.ts';
import type { StaffList } from '../../domain/wire/staff-list.ts';
import { signJson } from '../../domain/wire/signing.ts';

const DAY_MS = 86_400_000;
/** Longer than any practice; the clock may be wrong by as much. */
const IN_FORCE_MS = 365 * DAY_MS;
/** The discard port: should anything try to send all the same, it reaches nobody, not even on this machine. */
const NOWHERE = 'http://127.0.0.1:9';
/** `Algorithm.Argon2id`, and the same cost as everywhere (electron/staff/verifier.ts). */
const PIN_SETTINGS = { algorithm: 2, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/**
 * The enrolment of one run of practice: a root key, keys and staff that exist in it alone. The private halves are not kept,
 * so that what is sealed in practice is opened by nobody, and nothing that is signed here counts anywhere else.
 *
 * @param now ISO instant
 */
export async function practiceEnrolment(terminalId: string, now: string): Promise<Enrolment> {
  const root = keyPair('receipt');
  const staffKey = keyPair('staff-list');
  const notBefore = new Date(Date.parse(now) - IN_FORCE_MS).toISOString();
  const notAfter = new Date(Date.parse(now) + IN_FORCE_MS).toISOString();
  const listed = (use: KeyUse, { publicJwk: jwk }: KeyPair) =>
    publicKeySchema.parse({ kid: `${use}-of-this-run`, use, jwk, notBefore, notAfter, revokedAt: null });
  const document: KeyDocument = {
    version: 1,
    issuedAt: now,
    keys: [listed('seal-practice', keyPair('seal-practice')), listed('staff-list', staffKey)],
  };
  const staff: StaffList = {
    version: 1,
    issuedAt: now,
    validUntil: notAfter,
    staff: await practiceStaff(now),
  };
  return enrolmentSchema.parse({
    terminalId: practiceTerminalId(terminalId),
    credential: randomBytes(32).toString('base64url'),
    gatewayUrl: NOWHERE,
    rootKey: root.publicJwk,
    keyDocument: await signJson(document, 'root', root.privateJwk),
    staffList: await signJson(staff, 'staff-list-of-this-run', staffKey.privateJwk),
  });
}

async function practiceStaff(now: string): Promise<StaffList['staff']> {
  const staff: StaffList['staff'] = [];
  for (const { role, staffId, pin, trained } of PRACTICE_STAFF) {
    staff.push({
      ...{ staffId, role, active: true, pinVersion: 1, mustChangePin: false },
      identityTrainedOn: trained ? new Date(Date.parse(now) - IN_FORCE_MS).toISOString().slice(0, 10) : null,
      badgeDigest: createHash('sha256').update(practiceBadge(role)).digest('base64url'),
      pinHash: await hash(pin, PIN_SETTINGS),
    });
  }
  return staff;
}

interface KeyPair {
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
}

function keyPair(use: KeyUse): KeyPair {
  const { privateKey, publicKey } =
    use === 'seal-practice'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('ed25519');
  return {
    publicJwk: publicKey.export({ format: 'jwk' }),
    privateJwk: privateKey.export({ format: 'jwk' }),
  };
}
