import { createHash } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { KeyDocument, StaffList } from '../../domain/wire/contract.ts';
import { keyDocumentSchema } from '../../domain/wire/contract.ts';
import { signJson } from '../../domain/wire/signing.ts';
import { createStaffVerifier } from './verifier.ts';

const ISSUED = '2026-11-01T00:00:00.000Z';
let privateKey: JWK;
let keyDocument: KeyDocument;
let staffList: string;

function digest(badge: string): string {
  return createHash('sha256').update(badge).digest('base64url');
}

beforeAll(async () => {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  privateKey = await exportJWK(pair.privateKey);
  const { kty, crv, x } = await exportJWK(pair.publicKey);
  keyDocument = keyDocumentSchema.parse({
    version: 1,
    issuedAt: ISSUED,
    keys: [
      {
        kid: 'staff-1',
        use: 'staff-list',
        jwk: { kty, crv, x },
        notBefore: '2026-01-01T00:00:00.000Z',
        notAfter: '2027-01-01T00:00:00.000Z',
        revokedAt: null,
      },
    ],
  });
  const pinHash = await hash('2580');
  const list: StaffList = {
    version: 1,
    issuedAt: ISSUED,
    staff: [
      {
        staffId: 'S1',
        role: 'officer',
        identityTrainedOn: '2026-03-02',
        active: true,
        badgeDigest: digest('b1'),
        pinHash,
      },
      {
        staffId: 'S2',
        role: 'assistant',
        identityTrainedOn: null,
        active: false,
        badgeDigest: digest('b2'),
        pinHash,
      },
    ],
  };
  staffList = await signJson(list, 'staff-1', privateKey);
});

function verifier(options: { list?: string; document?: KeyDocument | null; now?: () => number } = {}) {
  return createStaffVerifier({
    staffList: options.list ?? staffList,
    keyDocument: () => (options.document === undefined ? keyDocument : options.document),
    monotonicNow: options.now ?? (() => 0),
  });
}

describe('badge and PIN', () => {
  it('the right PIN signs the officer in', async () => {
    expect(await verifier().verify('b1', '2580')).toEqual({
      ok: true,
      value: { staffId: 'S1', role: 'officer', identityTrainedOn: '2026-03-02' },
    });
  });

  it('a badge nobody knows, a person who left', async () => {
    expect(await verifier().verify('b9', '2580')).toEqual({ ok: false, code: 'unknown-badge' });
    expect(await verifier().verify('b2', '2580')).toEqual({ ok: false, code: 'inactive' });
  });

  it('five wrong PINs lock the badge, time opens it again, the right PIN does not', async () => {
    let now = 0;
    const port = verifier({ now: () => now });
    const answers: string[] = [];
    for (const pin of ['0000', '0000', '0000', '0000', '0000', '2580']) {
      const answer = await port.verify('b1', pin);
      answers.push(answer.ok ? 'in' : answer.code);
    }
    expect(answers).toEqual(['wrong-pin', 'wrong-pin', 'wrong-pin', 'wrong-pin', 'locked-out', 'locked-out']);
    now = 5 * 60 * 1000 + 1;
    expect((await port.verify('b1', '2580')).ok).toBe(true);
  });

  it('a list signed by someone else, or with a revoked key, or no key document: nobody signs in', async () => {
    const other = await exportJWK((await generateKeyPair('EdDSA', { extractable: true })).privateKey);
    const forged = await signJson({ version: 1, issuedAt: ISSUED, staff: [] }, 'staff-1', other);
    const revoked = { ...keyDocument, keys: keyDocument.keys.map((key) => ({ ...key, revokedAt: ISSUED })) };
    for (const options of [{ list: forged }, { document: revoked }, { document: null }]) {
      expect(await verifier(options).verify('b1', '2580')).toEqual({ ok: false, code: 'list-not-available' });
    }
  });
});
