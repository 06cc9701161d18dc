import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { deviceKeySchema } from '../../domain/wire/device-key.ts';
import { signJson } from '../../domain/wire/signing.ts';
import { createNewestKeys } from './newest-keys.ts';

function root() {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = deviceKeySchema.parse(pair.publicKey.export({ format: 'jwk' }));
  const privateKey = pair.privateKey.export({ format: 'jwk' }) as { kty: string };
  const document = (version: number) =>
    signJson(
      {
        version,
        issuedAt: '2026-01-01T00:00:00.000Z',
        keys: [
          {
            kid: `staff-list-${String(version)}`,
            use: 'staff-list',
            jwk: publicKey,
            notBefore: '2026-01-01T00:00:00.000Z',
            notAfter: '2027-01-01T00:00:00.000Z',
            revokedAt: null,
          },
        ],
      },
      'root',
      privateKey,
    );
  return { publicKey, document };
}

it('a newer document takes the place of the enrolment’s; an older, a foreign and a broken one do not', async () => {
  const { publicKey, document } = root();
  const keys = createNewestKeys();
  expect(keys.current()).toBeNull();
  for (const version of [1, 3, 2]) await keys.take(await document(version), publicKey);
  expect(keys.current()?.version).toBe(3);
  expect((await keys.take(await root().document(9), publicKey)).ok).toBe(false);
  expect((await keys.take('a.b.c', publicKey)).ok).toBe(false);
  expect(keys.current()?.version).toBe(3);
});
