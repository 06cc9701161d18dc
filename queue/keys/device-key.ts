import { createHash, createHmac, generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import type { Enrolment } from '../../domain/wire/contract.ts';
import { deviceKeySchema, type Introduction, introductionText } from '../../domain/wire/device-key.ts';
import { signJson } from '../../domain/wire/signing.ts';
import { readPrivate, writePrivate } from './private-file.ts';

/** The terminal's own signing key (domain/wire/device-key.ts). Its private half is in one file and in this closure. */
export interface DeviceKey {
  /** What makes the platform believe the key: the same at every start. */
  introduction(): Introduction;
  /** @returns compact JWS, kid `device` */
  sign(content: unknown): Promise<string>;
}

const KID = 'device';
const privateKeySchema = deviceKeySchema.extend({ d: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
type PrivateKey = z.infer<typeof privateKeySchema>;

/**
 * Reads the key, or makes it when there is none. A file that is no key is replaced: the platform refuses the new key
 * until the terminal is enrolled again (`device-key-differs`), and so somebody sees that it was damaged or exchanged.
 * @throws what the disk throws
 */
export function openDeviceKey(
  path: string,
  enrolment: Pick<Enrolment, 'terminalId' | 'credential'>,
): DeviceKey {
  const privateKey = read(path) ?? make(path);
  const { kty, crv, x } = privateKey;
  const deviceKey = { kty, crv, x };
  const proof = createHmac('sha256', createHash('sha256').update(enrolment.credential).digest())
    .update(introductionText(enrolment.terminalId, deviceKey))
    .digest('base64url');
  return {
    introduction: () => ({ deviceKey, proof }),
    sign: (content) => signJson(content, KID, privateKey),
  };
}

function make(path: string): PrivateKey {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const key = privateKeySchema.parse(jwk);
  writePrivate(path, JSON.stringify(key));
  return key;
}

function read(path: string): PrivateKey | null {
  const bytes = readPrivate(path);
  if (bytes === null) return null;
  try {
    const parsed = privateKeySchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
