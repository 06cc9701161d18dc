import { generateKeyPairSync } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import type { JWK } from 'jose';
import { openBytes, sealBytes, type SealBinding } from './hpke-suite.ts';

const BINDING: SealBinding = {
  info: new TextEncoder().encode('empf-terminal/test/v1'),
  associatedData: new TextEncoder().encode('this session'),
};
const ANSWER = new TextEncoder().encode('the fields of a submission');

afterEach(() => {
  vi.restoreAllMocks();
});

test('a key that was made for one session is remembered nowhere: who opens again brings it again', async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '', d = '' } = privateKey.export({ format: 'jwk' });
  const sessionKey: JWK = { kty: 'EC', crv: 'P-256', x, y, d };
  const sealed = await sealBytes(ANSWER, BINDING, { kty: 'EC', crv: 'P-256', x, y });
  if (!sealed.ok) throw new Error(sealed.code);

  const imports = vi.spyOn(crypto.subtle, 'importKey');
  const privateImports = (): number =>
    imports.mock.calls.filter(([, material]) => 'd' in material && material.d === d).length;
  for (let time = 1; time <= 2; time += 1) {
    expect(await openBytes(sealed.value, BINDING, sessionKey)).toEqual({ ok: true, value: ANSWER });
    expect(privateImports()).toBe(time);
  }
});

test('what was sealed for one purpose does not open for another', async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '', d = '' } = privateKey.export({ format: 'jwk' });
  const sealed = await sealBytes(ANSWER, BINDING, { kty: 'EC', crv: 'P-256', x, y });
  if (!sealed.ok) throw new Error(sealed.code);
  const other = { ...BINDING, info: new TextEncoder().encode('empf-terminal/other/v1') };
  expect(await openBytes(sealed.value, other, { kty: 'EC', crv: 'P-256', x, y, d })).toEqual({
    ok: false,
    code: 'cannot-open',
  });
});
