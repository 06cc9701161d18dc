import {
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import type { JWK } from 'jose';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { ENCAPSULATED_KEY_BYTES } from '../../domain/wire/sealed/hpke-suite.ts';
import { boundBytes, type SealedFacts, SUBMISSION_INFO } from '../../domain/wire/sealed/sealing.ts';

/**
 * `open` of the contract (`domain/wire/sealed/sealing.ts`) with Node's own cryptography and the private key imported once.
 * WebCrypto hands every step of HPKE to another thread, and a batch of fifty spends most of its time on that; here only
 * the key agreement goes there, which is half of the work, and so those of a batch are done side by side. RFC 9180 base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
 */
export type Opener = (
  sealed: Uint8Array,
  facts: SealedFacts,
) => Promise<Result<Uint8Array, Failure<'cannot-open'>>>;

const UNCOMPRESSED_POINT = 4;
/** SubjectPublicKeyInfo (RFC 5480) of a P-256 key up to its uncompressed point. */
const P256_SPKI = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const NONE = Buffer.alloc(0);
const HPKE_VERSION = Buffer.from('HPKE-v1');
/** I2OSP of the suite's numbers: KEM 0x0010, KDF 0x0001, AEAD 0x0002. */
const KEM_SUITE = Buffer.from([...Buffer.from('KEM'), 0x00, 0x10]);
const HPKE_SUITE = Buffer.from([...Buffer.from('HPKE'), 0x00, 0x10, 0x00, 0x01, 0x00, 0x02]);
const BASE_MODE = Buffer.from([0x00]);

/** Of the key schedule (§5.1): the same for everything sealed in base mode with our info. */
const CONTEXT = Buffer.concat([
  BASE_MODE,
  extracted(labeled(HPKE_SUITE, 'psk_id_hash', NONE)),
  extracted(labeled(HPKE_SUITE, 'info_hash', Buffer.from(SUBMISSION_INFO))),
]);
const NO_PSK = labeled(HPKE_SUITE, 'secret', NONE);
const KEY_INFO = labeledInfo(HPKE_SUITE, 'key', CONTEXT, KEY_BYTES);
const NONCE_INFO = labeledInfo(HPKE_SUITE, 'base_nonce', CONTEXT, NONCE_BYTES);

/** @throws when the key is not a P-256 private key */
export function createOpener(jwk: JWK): Opener {
  const privateKey = createPrivateKey({ key: { ...jwk }, format: 'jwk' });
  const ownPublic = createPublicKey(privateKey)
    .export({ format: 'der', type: 'spki' })
    .subarray(P256_SPKI.length);

  /** DHKEM's Decap (§4.1). Throws for what is not a point of the curve. */
  async function decapsulated(encapsulated: Buffer): Promise<Buffer> {
    const key = Buffer.concat([P256_SPKI, encapsulated]);
    const publicKey = createPublicKey({ key, format: 'der', type: 'spki' });
    const secret = labeled(KEM_SUITE, 'eae_prk', await agreed(privateKey, publicKey));
    const context = Buffer.concat([encapsulated, ownPublic]);
    return derived(secret, NONE, labeledInfo(KEM_SUITE, 'shared_secret', context, KEY_BYTES), KEY_BYTES);
  }

  return async (sealed, facts) => {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    if (bytes.length < ENCAPSULATED_KEY_BYTES + TAG_BYTES || bytes[0] !== UNCOMPRESSED_POINT) {
      return fail('cannot-open');
    }
    try {
      const shared = await decapsulated(bytes.subarray(0, ENCAPSULATED_KEY_BYTES));
      const key = derived(NO_PSK, shared, KEY_INFO, KEY_BYTES);
      const nonce = derived(NO_PSK, shared, NONCE_INFO, NONCE_BYTES);
      const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(boundBytes(facts));
      cipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      const plaintext = cipher.update(bytes.subarray(ENCAPSULATED_KEY_BYTES, -TAG_BYTES));
      cipher.final();
      return ok(plaintext);
    } catch {
      return fail('cannot-open');
    }
  };
}

type Agree = (
  keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject },
  callback: (error: Error | null, secret: Buffer) => void,
) => unknown;
/** A runtime before Node 23.11 knows no callback and gives the secret back at once. */
const agree: Agree = diffieHellman;

/** The x-coordinate that two keys agree on (§7.1), reckoned by another thread where the runtime can. */
function agreed(privateKey: KeyObject, publicKey: KeyObject): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const atOnce = agree({ privateKey, publicKey }, (error, secret) => {
      if (error === null) resolve(secret);
      else reject(error);
    });
    if (Buffer.isBuffer(atOnce)) resolve(atOnce);
  });
}

/** Key material of LabeledExtract (§4). */
function labeled(suite: Buffer, label: string, keyMaterial: Buffer): Buffer {
  return Buffer.concat([HPKE_VERSION, suite, Buffer.from(label), keyMaterial]);
}

/** Info of LabeledExpand (§4). */
function labeledInfo(suite: Buffer, label: string, info: Buffer, length: number): Buffer {
  return Buffer.concat([Buffer.from([0, length]), HPKE_VERSION, suite, Buffer.from(label), info]);
}

/** Extract of HKDF-SHA256 (RFC 5869) without salt. */
function extracted(keyMaterial: Buffer): Buffer {
  return createHmac('sha256', NONE).update(keyMaterial).digest();
}

/** Extract and expand in one. */
function derived(keyMaterial: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', keyMaterial, salt, info, length));
}
