import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { z } from 'zod';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';

const privateJwkSchema = z.union([
  z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(), d: z.string() }),
  z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() }),
  z.object({ kty: z.literal('oct'), k: z.string() }),
]);

export type KeyFileFault = 'key-missing' | 'key-damaged';

/** Private keys stand in `<dataDir>/keys`, one file a key, readable by the gateway's user only. Never committed. */
function keysFolder(dataDir: string): string {
  return join(dataDir, 'keys');
}

function keyPath(dataDir: string, name: string): string {
  return join(keysFolder(dataDir), `${name}.private.json`);
}

/**
 * Writes a private key that nobody else wrote yet; a link makes file and content appear at once, so that two processes
 * starting together agree on one key and a power cut leaves no half of one.
 * @returns false when the key exists already; the one on disk stands
 */
export function writeNewPrivateKey(dataDir: string, name: string, jwk: JWK): boolean {
  mkdirSync(keysFolder(dataDir), { recursive: true, mode: 0o700 });
  const unfinished = join(keysFolder(dataDir), `.${name}.${randomUUID()}`);
  const file = openSync(unfinished, 'wx', 0o600);
  try {
    writeSync(file, JSON.stringify(jwk));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(unfinished, keyPath(dataDir, name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(unfinished);
  }
  const folder = openSync(keysFolder(dataDir), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
  return true;
}

/** Reads a private key as JWK. */
export function readPrivateKey(dataDir: string, name: string): Result<JWK, Failure<KeyFileFault>> {
  let text: string;
  try {
    text = readFileSync(keyPath(dataDir, name), 'utf8');
  } catch {
    return fail('key-missing', { key: name });
  }
  try {
    const parsed = privateJwkSchema.safeParse(JSON.parse(text));
    return parsed.success ? ok(parsed.data) : fail('key-damaged', { key: name });
  } catch {
    return fail('key-damaged', { key: name });
  }
}
