import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import type { JWK } from 'jose';
import { describe, expect, test } from 'vitest';
import type { BundleManifest, BundlePart } from '../bundle.ts';
import { openPart, sealPart, verifyManifest } from './bundle-packing.ts';
import type { PublicKey } from '../contract.ts';
import type { DeviceKey } from '../device-key.ts';
import { signJson } from '../signing.ts';

const BUNDLE = '01997d2e-7a10-7000-8000-000000000001';
const PLACE = { bundleId: BUNDLE, name: 'part-0001.sealed' };
const CANNOT_OPEN = { ok: false, code: 'cannot-open' };
const PART: BundlePart = {
  submissions: [
    {
      envelope: {
        v: 1,
        id: '01997d2e-7a10-7000-8000-000000000002',
        terminalId: 'K0127',
        kind: 'member-registration',
        schemaVersion: 1,
        kid: 'seal-1',
        capturedAt: '2026-11-22T03:04:05.678Z',
        reference: 'K0127-A0001-4',
        lane: 7,
        sequence: 1,
        digest: 'd'.repeat(43),
      },
      sealed: 'AAAA',
    },
  ],
  attachments: [],
};

function platformKey(): { readonly publicJwk: PublicKey['jwk']; readonly privateJwk: JWK } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const { d = '' } = privateKey.export({ format: 'jwk' });
  return {
    publicJwk: { kty: 'EC', crv: 'P-256', x, y },
    privateJwk: { kty: 'EC', crv: 'P-256', x, y, d },
  };
}

function deviceKey(): { readonly publicJwk: DeviceKey; readonly privateJwk: JWK } {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return {
    publicJwk: { kty: 'OKP', crv: 'Ed25519', x },
    privateJwk: { kty: 'OKP', crv: 'Ed25519', x, d },
  };
}

const platform = platformKey();
const device = deviceKey();
const MANIFEST: BundleManifest = {
  v: 1,
  bundleId: BUNDLE,
  terminalId: 'K0127',
  createdAt: '2026-11-22T03:04:05.678Z',
  kid: 'seal-1',
  introduction: { deviceKey: device.publicJwk, proof: 'p'.repeat(43) },
  parts: [{ name: 'part-0001.sealed', bytes: 400, digest: 'd'.repeat(43), submissions: 1, attachments: 0 }],
};

async function sealed(part: BundlePart = PART): Promise<Uint8Array> {
  const result = await sealPart(part, PLACE, platform.publicJwk);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

describe('a part of a bundle', () => {
  test('is opened by the platform', async () => {
    expect(await openPart(await sealed(), PLACE, platform.privateJwk)).toEqual({ ok: true, value: PART });
  });

  test('shows nothing of what is in it to whoever finds the drive', async () => {
    const bytes = Buffer.from(await sealed());
    for (const text of ['K0127', 'member-registration', 'envelope', '2026-11-22']) {
      expect(bytes.includes(text)).toBe(false);
    }
  });

  test.each([
    ['given the name of another part', { ...PLACE, name: 'part-0002.sealed' }],
    ['put into another bundle', { ...PLACE, bundleId: '01997d2e-7a10-7000-8000-000000000009' }],
  ])('%s is not opened', async (_, place) => {
    expect(await openPart(await sealed(), place, platform.privateJwk)).toEqual(CANNOT_OPEN);
  });

  test('is not opened by another platform', async () => {
    expect(await openPart(await sealed(), PLACE, platformKey().privateJwk)).toEqual(CANNOT_OPEN);
  });

  test('is not opened with any single bit flipped or cut short anywhere', async () => {
    const bytes = await sealed();
    const harm = fc.oneof(
      fc.record({ index: fc.nat(bytes.byteLength - 1), bit: fc.nat(7) }),
      fc.record({ length: fc.nat(bytes.byteLength - 1) }),
    );
    await fc.assert(
      fc.asyncProperty(harm, async (how) => {
        const damaged = Uint8Array.from('length' in how ? bytes.subarray(0, how.length) : bytes);
        if ('index' in how) damaged[how.index] = (damaged[how.index] ?? 0) ^ (1 << how.bit);
        expect(await openPart(damaged, PLACE, platform.privateJwk)).toEqual(CANNOT_OPEN);
      }),
      { numRuns: 100 },
    );
  });

  test('that holds something else than submissions is refused, not believed', async () => {
    const other = { submissions: [{ hello: 'world' }], attachments: [] } as unknown as BundlePart;
    expect(await openPart(await sealed(other), PLACE, platform.privateJwk)).toEqual({
      ok: false,
      code: 'malformed',
    });
  });

  test('is not sealed to something that is no sealing key', async () => {
    expect(await sealPart(PART, PLACE, device.publicJwk)).toEqual({ ok: false, code: 'sealing-key' });
  });
});

describe('a manifest', () => {
  const signed = (content: unknown, key = device.privateJwk): Promise<string> =>
    signJson(content, 'device', key);

  test('signed by the key it introduces is read', async () => {
    expect(await verifyManifest(await signed(MANIFEST))).toEqual({ ok: true, value: MANIFEST });
  });

  test('signed by another key than it introduces is not', async () => {
    const forged = await signed(MANIFEST, deviceKey().privateJwk);
    expect(await verifyManifest(forged)).toEqual({ ok: false, code: 'signature' });
  });

  test.each([
    ['a part with a path for a name', { parts: [{ ...MANIFEST.parts[0], name: '../part-0001.sealed' }] }],
    ['no part at all', { parts: [] }],
    ['a field too many', { note: 'hello' }],
    ['no version that there ever was', { v: 0 }],
  ])('with %s is refused although it is signed', async (_, change) => {
    const jws = await signed({ ...MANIFEST, ...change });
    expect(await verifyManifest(jws)).toEqual({ ok: false, code: 'malformed' });
  });

  test('of the version with day reports is read', async () => {
    const parts = [{ ...MANIFEST.parts[0], submissions: 0, dayReports: 2 }];
    expect((await verifyManifest(await signed({ ...MANIFEST, v: 2, parts }))).ok).toBe(true);
  });

  test('of a later version says that it is newer, whatever else is in it', async () => {
    const newer = await signed({ ...MANIFEST, v: 3, somethingNew: true });
    expect(await verifyManifest(newer)).toEqual({ ok: false, code: 'newer' });
  });

  test('that is garbage does not throw', async () => {
    const texts = fc.oneof(fc.string({ maxLength: 300 }), fc.constantFrom('..', 'a.b.c', 'e30.e30.e30'));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect((await verifyManifest(text)).ok).toBe(false);
      }),
    );
  });

  test('with any character changed is refused', async () => {
    const jws = await signed(MANIFEST);
    await fc.assert(
      fc.asyncProperty(fc.nat(jws.length - 1), fc.constantFrom('A', 'z', '5', '.'), async (index, other) => {
        const damaged = jws.slice(0, index) + other + jws.slice(index + 1);
        // The last character of a part carries unused bits: the same bytes written differently are no damage.
        fc.pre(bytesOf(damaged) !== bytesOf(jws));
        expect((await verifyManifest(damaged)).ok).toBe(false);
      }),
    );
  });
});

function bytesOf(jws: string): string {
  return jws
    .split('.')
    .map((part) => Buffer.from(part, 'base64url').toString('hex'))
    .join('.');
}
