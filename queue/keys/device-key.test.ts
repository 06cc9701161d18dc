import { createHash, createHmac } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeProtectedHeader } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { introductionSchema, introductionText } from '../../domain/wire/device-key.ts';
import { verifyJson } from '../../domain/wire/signing.ts';
import { dataFolder } from '../testing/data-folder.ts';
import { good } from '../testing/values.ts';
import { openDeviceKey } from './device-key.ts';

const ENROLMENT = { terminalId: 'K0127', credential: 'test-credential-of-one-terminal-0123456789' };
let path = '';

beforeEach(() => {
  path = join(dataFolder(), 'device-key');
});

describe('the terminal’s own key', () => {
  test('is made at the first start and stays', () => {
    const first = openDeviceKey(path, ENROLMENT).introduction();
    expect(introductionSchema.parse(first)).toEqual(first);
    expect(openDeviceKey(path, ENROLMENT).introduction()).toEqual(first);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('the platform can check the introduction with the hash of the credential alone', () => {
    const { deviceKey, proof } = openDeviceKey(path, ENROLMENT).introduction();
    const known = createHash('sha256').update(ENROLMENT.credential).digest();
    const text = introductionText('K0127', deviceKey);
    expect(proof).toBe(createHmac('sha256', known).update(text).digest('base64url'));
  });

  test('what it signs is verified by the key it introduces', async () => {
    const device = openDeviceKey(path, ENROLMENT);
    const jws = await device.sign({ number: 7 });
    expect(decodeProtectedHeader(jws)).toEqual({ alg: 'EdDSA', kid: 'device' });
    const { deviceKey } = device.introduction();
    expect(good(await verifyJson(jws, deviceKey, z.object({ number: z.number() })))).toEqual({ number: 7 });
  });

  test('its private half is in no introduction', () => {
    const device = openDeviceKey(path, ENROLMENT);
    const { d } = JSON.parse(readFileSync(path, 'utf8')) as { d: string };
    expect(d).toHaveLength(43);
    expect(JSON.stringify(device.introduction())).not.toContain(d);
  });

  test('a damaged file is replaced by another key, which the platform will notice', () => {
    const first = openDeviceKey(path, ENROLMENT).introduction();
    writeFileSync(path, '{"kty":"OKP"');
    const second = openDeviceKey(path, ENROLMENT).introduction();
    expect(second.deviceKey.x).not.toBe(first.deviceKey.x);
    expect(openDeviceKey(path, ENROLMENT).introduction()).toEqual(second);
  });

  test('a disk that takes no file makes no key that would be gone tomorrow', () => {
    expect(() => openDeviceKey(join(path, 'no', 'such', 'folder'), ENROLMENT)).toThrow();
    expect(existsSync(path)).toBe(false);
  });
});
