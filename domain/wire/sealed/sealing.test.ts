import { type JWK, exportJWK, generateKeyPair } from 'jose';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PublicKey } from '../contract.ts';
import { open, seal, type SealedFacts } from './sealing.ts';

interface PlatformKey {
  readonly publicJwk: PublicKey['jwk'];
  readonly privateJwk: JWK;
}

async function makePlatformKey(): Promise<PlatformKey> {
  const pair = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const { x = '', y = '' } = await exportJWK(pair.publicKey);
  return { publicJwk: { kty: 'EC', crv: 'P-256', x, y }, privateJwk: await exportJWK(pair.privateKey) };
}

const facts: SealedFacts = {
  v: 1,
  id: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071',
  terminalId: 'K0127',
  kind: 'member-registration',
  schemaVersion: 1,
  kid: 'seal-2026-1',
  capturedAt: '2026-11-22T03:04:05.678Z',
};
const CANNOT_OPEN = { ok: false, code: 'cannot-open' };
const ENCAPSULATED_KEY_AND_TAG = 65 + 16;

let key: PlatformKey;
let otherKey: PlatformKey;
beforeAll(async () => {
  [key, otherKey] = await Promise.all([makePlatformKey(), makePlatformKey()]);
});

async function sealed(plaintext: Uint8Array): Promise<Uint8Array> {
  const result = await seal(plaintext, facts, key.publicJwk);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const bytes = new TextEncoder().encode('樂詠心 A1234563');

describe('what was sealed on a terminal', () => {
  test('is opened by the platform, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (plaintext) => {
        const box = await sealed(plaintext);
        expect(box.byteLength).toBe(plaintext.byteLength + ENCAPSULATED_KEY_AND_TAG);
        expect(await open(box, facts, key.privateJwk)).toEqual({ ok: true, value: plaintext });
      }),
      { numRuns: 30 },
    );
  });

  test('is also opened when it lies within a larger buffer, as a database column does', async () => {
    const box = await sealed(bytes);
    const larger = new Uint8Array(box.byteLength + 20).fill(7);
    larger.set(box, 10);
    const column = larger.subarray(10, 10 + box.byteLength);
    expect(await open(column, facts, key.privateJwk)).toEqual({ ok: true, value: bytes });
    expect((await seal(larger.subarray(3, 9), facts, key.publicJwk)).ok).toBe(true);
  });

  test('never looks the same twice and shows nothing of what is in it', async () => {
    const [one, other] = await Promise.all([sealed(bytes), sealed(bytes)]);
    expect(one).not.toEqual(other);
    expect(Buffer.from(one).includes(Buffer.from('A1234563'))).toBe(false);
  });

  test('is not opened by another key', async () => {
    expect(await open(await sealed(bytes), facts, otherKey.privateJwk)).toEqual(CANNOT_OPEN);
  });

  test('is not opened by a public key, which is all a terminal has', async () => {
    expect(await open(await sealed(bytes), facts, key.publicJwk)).toEqual(CANNOT_OPEN);
  });

  test.each([
    ['id', { id: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072' }],
    ['terminalId', { terminalId: 'K0128' }],
    ['schemaVersion', { schemaVersion: 2 }],
    ['kid', { kid: 'seal-2026-2' }],
    ['capturedAt', { capturedAt: '2026-11-22T03:04:05.679Z' }],
    // Only one value of each exists today; another one still has to break the seal.
    ['v', { v: 2 as never }],
    ['kind', { kind: 'transfer' as never }],
  ])('is not opened when %s of its envelope was changed', async (_, change) => {
    expect(await open(await sealed(bytes), { ...facts, ...change }, key.privateJwk)).toEqual(CANNOT_OPEN);
  });

  test('is opened whatever else the envelope carries and in whatever order', async () => {
    const reordered = { reference: 'K0127-A0001-X', ...Object.fromEntries(Object.entries(facts).reverse()) };
    const envelope = reordered as unknown as SealedFacts;
    expect(await open(await sealed(bytes), envelope, key.privateJwk)).toEqual({ ok: true, value: bytes });
  });

  test('is not opened with any single bit flipped', async () => {
    const box = await sealed(bytes);
    await fc.assert(
      fc.asyncProperty(fc.nat(box.byteLength - 1), fc.nat(7), async (index, bit) => {
        const damaged = Uint8Array.from(box);
        damaged[index] = (damaged[index] ?? 0) ^ (1 << bit);
        expect(await open(damaged, facts, key.privateJwk)).toEqual(CANNOT_OPEN);
      }),
      { numRuns: 150 },
    );
  });

  test('is not opened when cut short anywhere or made longer', async () => {
    const box = await sealed(bytes);
    for (const length of [0, 1, 64, 65, 66, 65 + 15, 65 + 16, box.byteLength - 1]) {
      expect(await open(box.subarray(0, length), facts, key.privateJwk)).toEqual(CANNOT_OPEN);
    }
    expect(await open(Uint8Array.from([...box, 0]), facts, key.privateJwk)).toEqual(CANNOT_OPEN);
  });
});

test('garbage from a damaged disk is not opened and does not throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (garbage) => {
      expect(await open(garbage, facts, key.privateJwk)).toEqual(CANNOT_OPEN);
    }),
    { numRuns: 50 },
  );
});

test('a key document with a sealing key that is none: nothing is sealed', async () => {
  const wrong: readonly PublicKey['jwk'][] = [
    { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) },
    { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) },
    { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' },
    { kty: 'EC', crv: 'P-256', x: '', y: '' },
  ];
  for (const jwk of wrong) expect(await seal(bytes, facts, jwk)).toEqual({ ok: false, code: 'sealing-key' });
});

test('an instruction is not opened when its time, what it corrects or its files were changed, added or taken away', async () => {
  const instruction: SealedFacts = {
    ...facts,
    validUntil: '2026-12-01T00:00:00.000Z',
    supersedes: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072',
    attachments: [{ id: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6073', digest: 'A'.repeat(43) }],
  };
  const box = await seal(bytes, instruction, key.publicJwk);
  if (!box.ok) throw new Error(box.code);
  expect(await open(box.value, instruction, key.privateJwk)).toEqual({ ok: true, value: bytes });
  const { validUntil, supersedes, attachments, ...rest } = instruction;
  const changed: readonly SealedFacts[] = [
    rest,
    { ...instruction, validUntil: '2027-12-01T00:00:00.000Z' },
    { ...instruction, supersedes: instruction.id },
    { ...instruction, attachments: [] },
    { ...rest, ...(validUntil === undefined ? {} : { validUntil }) },
    {
      ...rest,
      ...(supersedes === undefined ? {} : { supersedes }),
      ...(attachments === undefined ? {} : { attachments }),
    },
  ];
  for (const other of changed) expect(await open(box.value, other, key.privateJwk)).toEqual(CANNOT_OPEN);
});
