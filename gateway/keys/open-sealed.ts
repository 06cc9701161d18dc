import { createDecipheriv, createHmac, createPrivateKey, createSecretKey, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { ENCAPSULATED_KEY_BYTES } from '../../domain/wire/sealed/hpke-suite.ts';
import { boundBytes, type SealedFacts, SUBMISSION_INFO } from '../../domain/wire/sealed/sealing.ts';
import { type Decapsulate, decapsulationWith } from './decapsulation.ts';
import { derived, labeled, labeledInfo } from './hpke-labels.ts';

/**
 * `open` of the contract (`domain/wire/sealed/sealing.ts`) with Node's own cryptography and the private key imported once.
 * WebCrypto hands every step of HPKE to another thread, and a batch of fifty spends most of its time on that; here only
 * the decapsulation goes there, which is most of the work. RFC 9180 base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
 */
export type Opener = (
  sealed: Uint8Array,
  facts: SealedFacts,
) => Promise<Result<Uint8Array, Failure<'cannot-open'>>>;

const UNCOMPRESSED_POINT = 4;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const NONE = Buffer.alloc(0);
/** I2OSP of the suite's numbers: KEM 0x0010, KDF 0x0001, AEAD 0x0002. */
const HPKE_SUITE = Buffer.from([...Buffer.from('HPKE'), 0x00, 0x10, 0x00, 0x01, 0x00, 0x02]);
const BASE_MODE = Buffer.from([0x00]);

/** Of the key schedule (§5.1): the same for everything sealed in base mode with our info. */
const CONTEXT = Buffer.concat([
  BASE_MODE,
  extracted(labeled(HPKE_SUITE, 'psk_id_hash', NONE)),
  extracted(labeled(HPKE_SUITE, 'info_hash', Buffer.from(SUBMISSION_INFO))),
]);
const NO_PSK = createSecretKey(labeled(HPKE_SUITE, 'secret', NONE));
const KEY_INFO = labeledInfo(HPKE_SUITE, 'key', CONTEXT, KEY_BYTES);
const NONCE_INFO = labeledInfo(HPKE_SUITE, 'base_nonce', CONTEXT, NONCE_BYTES);

/**
 * @param decapsulationBy how the secret is reckoned
 * @throws when the key is not a P-256 private key
 */
export function createOpener(
  jwk: JWK,
  decapsulationBy: (privateKey: KeyObject) => Decapsulate = decapsulationWith,
): Opener {
  const decapsulated = decapsulationBy(createPrivateKey({ key: { ...jwk }, format: 'jwk' }));

  return async (sealed, facts) => {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    if (bytes.length < ENCAPSULATED_KEY_BYTES + TAG_BYTES || bytes[0] !== UNCOMPRESSED_POINT) {
      return fail('cannot-open');
    }
    try {
      const shared = await decapsulated(bytes.subarray(0, ENCAPSULATED_KEY_BYTES));
      const key = createSecretKey(derived(NO_PSK, shared, KEY_INFO, KEY_BYTES));
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

/** Extract of HKDF-SHA256 (RFC 5869) without salt. */
function extracted(keyMaterial: Buffer): Buffer {
  return createHmac('sha256', NONE).update(keyMaterial).digest();
}
