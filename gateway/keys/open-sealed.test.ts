import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, type SealedFacts, open } from '../../domain/wire/sealed/sealing.ts';
import { publicKeySchema } from '../../domain/wire/contract.ts';
import { assembledDecapsulation, decapsulationWith, nativeDecapsulation } from './decapsulation.ts';
import { createOpener } from './open-sealed.ts';

const FACTS: SealedFacts = {
  v: 1,
  id: '01a20534-043f-770f-8a10-92841d0c72b6',
  terminalId: 'K0127',
  kind: 'member-registration',
  schemaVersion: 1,
  kid: 'seal-1',
  capturedAt: '2026-11-22T03:06:00.000Z',
};
/** Every field that an envelope may have. */
const ALL_FACTS: SealedFacts = {
  ...FACTS,
  validUntil: '2026-12-22T03:06:00.000Z',
  supersedes: '01a20534-0448-7266-8b8e-321c7d611b5d',
  attachments: [
    { id: '01a20534-0448-7266-8b8e-321c7d611b5e', digest: 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC0Is0V1sFbDwCgg' },
  ],
};

function pair() {
  const privateJwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const { kty, crv, x, y } = privateJwk;
  return { privateJwk: { ...privateJwk }, publicJwk: publicKeySchema.shape.jwk.parse({ kty, crv, x, y }) };
}
const { privateJwk, publicJwk } = pair();

async function sealed(plaintext: Uint8Array, facts: SealedFacts): Promise<Uint8Array> {
  const result = await seal(plaintext, facts, publicJwk);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/** Node 24 has its own; Electron and an older Node put it together. */
const ways = [
  ['the runtime’s own decapsulation', decapsulationWith],
  ['a decapsulation put together', assembledDecapsulation],
] as const;

it('Node 24 decapsulates by itself, and another curve’s key does not', () => {
  expect(nativeDecapsulation(createPrivateKey({ key: privateJwk, format: 'jwk' }))).not.toBeNull();
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  expect(nativeDecapsulation(privateKey)).toBeNull();
});

describe.each(ways)('what a terminal sealed is opened by the gateway with %s', (_way, way) => {
  const opener = createOpener({ kty: 'EC', ...privateJwk }, way);

  it.each([
    ['with the facts that every envelope has', FACTS],
    ['with every fact there is', ALL_FACTS],
  ])('as the contract opens it, %s', async (_what, facts) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (plaintext) => {
        const bytes = await sealed(plaintext, facts);
        const here = await opener(bytes, facts);
        const there = await open(bytes, facts, { kty: 'EC', ...privateJwk });
        expect(here.ok && Buffer.compare(here.value, plaintext)).toBe(0);
        expect(there.ok && Buffer.compare(there.value, plaintext)).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  it('not when any bit of it was changed, nor when it was cut', async () => {
    const bytes = await sealed(Buffer.from('an answer'), ALL_FACTS);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Uint8Array.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await opener(changed, ALL_FACTS)).toEqual({ ok: false, code: 'cannot-open' });
    }
    for (let length = 0; length < bytes.length; length += 1) {
      expect(await opener(bytes.subarray(0, length), ALL_FACTS)).toEqual({ ok: false, code: 'cannot-open' });
    }
  });

  it.each(Object.keys(ALL_FACTS))('not with another %s', async (field) => {
    const bytes = await sealed(Buffer.from('an answer'), ALL_FACTS);
    const { [field as 'validUntil']: _left, ...others } = ALL_FACTS;
    expect((await opener(bytes, others as SealedFacts)).ok).toBe(false);
  });

  it('not by another key', async () => {
    const bytes = await sealed(Buffer.from('an answer'), FACTS);
    expect((await createOpener({ kty: 'EC', ...pair().privateJwk }, way)(bytes, FACTS)).ok).toBe(false);
  });
});
