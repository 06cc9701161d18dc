import { createPublicKey, createSecretKey, diffieHellman, type KeyObject } from 'node:crypto';
import * as nodeCrypto from 'node:crypto';
import { derived, labeled, labeledInfo } from './hpke-labels.ts';

/**
 * Decap of DHKEM(P-256, HKDF-SHA256) (RFC 9180 §4.1): the secret that somebody shares with the private key. The work is
 * done by another thread where the runtime can, and so that of a batch side by side.
 * @param encapsulated uncompressed point; rejects for what is not one of the curve
 */
export type Decapsulate = (encapsulated: Buffer) => Promise<Buffer>;

const SECRET_BYTES = 32;
const NONE = Buffer.alloc(0);
/** SubjectPublicKeyInfo (RFC 5480) of a P-256 key up to its uncompressed point. */
const P256_SPKI = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');
/** I2OSP of the KEM's number, 0x0010. */
const KEM_SUITE = Buffer.from([...Buffer.from('KEM'), 0x00, 0x10]);

/** The runtime's own when it has one that does the same as the one put together here, which takes twice the time. */
export function decapsulationWith(privateKey: KeyObject): Decapsulate {
  return nativeDecapsulation(privateKey) ?? assembledDecapsulation(privateKey);
}

type Native = (
  key: KeyObject,
  encapsulated: Buffer,
  callback?: (error: Error | null, secret: Buffer) => void,
) => unknown;

/**
 * `crypto.decapsulate` of Node 24.7 and OpenSSL 3.2, found good by one secret that is reckoned both ways.
 * @returns null where there is none, or where it is another: Electron's BoringSSL, an older Node
 */
export function nativeDecapsulation(privateKey: KeyObject): Decapsulate | null {
  const native: Native | undefined = 'decapsulate' in nodeCrypto ? nodeCrypto.decapsulate : undefined;
  if (native === undefined) return null;
  const point = publicPoint(privateKey);
  try {
    const secret = native(privateKey, point);
    const agreed = diffieHellman({ privateKey, publicKey: keyOf(point) });
    if (!Buffer.isBuffer(secret) || !secret.equals(sharedSecret(agreed, point, point))) return null;
  } catch {
    return null;
  }
  return (encapsulated) =>
    new Promise((resolve, reject) => {
      native(privateKey, encapsulated, (error, secret) => {
        // Node leaves it undefined when all went well.
        if (error) reject(error);
        else resolve(secret);
      });
    });
}

/** Key agreement and derivation one after the other, with what every Node has. */
export function assembledDecapsulation(privateKey: KeyObject): Decapsulate {
  const own = publicPoint(privateKey);
  return async (encapsulated) =>
    sharedSecret(await agreed(privateKey, keyOf(encapsulated)), encapsulated, own);
}

type Agree = (
  keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject },
  callback: (error: Error | null, secret: Buffer) => void,
) => unknown;
/** A runtime before Node 23.11 knows no callback and gives the secret back at once. */
const agree: Agree = diffieHellman;

/** The x-coordinate that two keys agree on (§7.1). */
function agreed(privateKey: KeyObject, publicKey: KeyObject): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const atOnce = agree({ privateKey, publicKey }, (error, secret) => {
      if (error === null) resolve(secret);
      else reject(error);
    });
    if (Buffer.isBuffer(atOnce)) resolve(atOnce);
  });
}

function sharedSecret(agreement: Buffer, encapsulated: Buffer, own: Buffer): Buffer {
  const context = Buffer.concat([encapsulated, own]);
  const info = labeledInfo(KEM_SUITE, 'shared_secret', context, SECRET_BYTES);
  const material = createSecretKey(labeled(KEM_SUITE, 'eae_prk', agreement));
  return derived(material, NONE, info, SECRET_BYTES);
}

function publicPoint(privateKey: KeyObject): Buffer {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(P256_SPKI.length);
}

/** Throws for what is not a point of the curve. */
function keyOf(point: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([P256_SPKI, point]), format: 'der', type: 'spki' });
}
