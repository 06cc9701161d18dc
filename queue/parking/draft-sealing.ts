import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { type Draft, DRAFT_VERSION, draftSchema } from '../../domain/parking/draft.ts';
import type { ResumeCode } from '../../domain/parking/resume-code.ts';
import { MAX_DRAFT_BYTES } from '../../domain/parking/wire.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { canonicalJson } from '../audit/canonical-json.ts';
import type { KeptDraft } from '../store/drafts/drafts.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** The length of what was answered is nobody's business: plaintexts are filled up to whole steps. */
const STEP_BYTES = 1024;

/**
 * What a draft is kept and asked for under: HKDF-SHA-256 of the slip's secret, for this use alone. It leads to the
 * ciphertext and not to its key.
 */
export function draftKeyOf({ secret }: Pick<ResumeCode, 'secret'>): string {
  const empty = new Uint8Array();
  return Buffer.from(hkdfSync('sha256', secret, empty, 'empf-terminal draft 1 place', KEY_BYTES)).toString(
    'base64url',
  );
}

/**
 * The document is part of the key: another card opens nothing, and looks like a slip that does not exist. It adds no
 * strength against who has slip and ciphertext, since numbers can be tried; the 128 bits of the slip do.
 */
function contentKey(secret: Uint8Array, number: string): Uint8Array {
  const document = createHash('sha256').update(number, 'utf8').digest();
  return new Uint8Array(hkdfSync('sha256', secret, document, 'empf-terminal draft 1 content', KEY_BYTES));
}

type Facts = Pick<KeptDraft, 'draftId' | 'schemaVersion' | 'expiresAt'>;

/** What lies beside the ciphertext and cannot be changed without its noticing. */
function boundFacts({ draftId, schemaVersion, expiresAt }: Facts): Buffer {
  return Buffer.from(
    canonicalJson({ use: 'empf-terminal draft', draftId, schemaVersion, expiresAt }),
    'utf8',
  );
}

/**
 * AES-256-GCM with a random nonce; every slip has a secret of its own, so a key seals one draft.
 * @param number canonical number of the document that opens it again
 */
export function sealDraft(
  draft: Draft,
  code: ResumeCode,
  number: string,
  expiresAt: string,
): Result<KeptDraft, Failure<'too-large'>> {
  const facts: Facts = { draftId: code.draftId, schemaVersion: DRAFT_VERSION, expiresAt };
  const text = Buffer.from(JSON.stringify(draft), 'utf8');
  const plaintext = Buffer.alloc(Math.ceil(text.byteLength / STEP_BYTES) * STEP_BYTES, ' ');
  text.copy(plaintext);
  if (plaintext.byteLength + NONCE_BYTES + TAG_BYTES > MAX_DRAFT_BYTES) return fail('too-large');
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, contentKey(code.secret, number), nonce);
  cipher.setAAD(boundFacts(facts));
  const sealed = Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  text.fill(0);
  plaintext.fill(0);
  return ok({ ...facts, key: draftKeyOf(code), sealed: new Uint8Array(sealed) });
}

/**
 * @returns `not-found` when slip, document and what is kept do not belong together; `other-version` when they do, and
 * the program that parked it was another
 */
export function openDraft(
  kept: Omit<KeptDraft, 'key'>,
  code: ResumeCode,
  number: string,
): Result<Draft, Failure<'not-found' | 'other-version'>> {
  const plaintext = decrypt(kept, code, number);
  if (plaintext === null || kept.draftId !== code.draftId) return fail('not-found');
  try {
    const draft = draftSchema.safeParse(JSON.parse(plaintext.toString('utf8')));
    return draft.success ? ok(draft.data) : fail('other-version');
  } catch {
    return fail('other-version');
  } finally {
    plaintext.fill(0);
  }
}

function decrypt(kept: Omit<KeptDraft, 'key'>, code: ResumeCode, number: string): Buffer | null {
  const sealed = Buffer.from(kept.sealed);
  if (sealed.byteLength < NONCE_BYTES + TAG_BYTES) return null;
  const tag = sealed.subarray(sealed.byteLength - TAG_BYTES);
  try {
    const cipher = createDecipheriv(
      CIPHER,
      contentKey(code.secret, number),
      sealed.subarray(0, NONCE_BYTES),
      {
        authTagLength: TAG_BYTES,
      },
    );
    cipher.setAAD(boundFacts(kept));
    cipher.setAuthTag(tag);
    const body = sealed.subarray(NONCE_BYTES, sealed.byteLength - TAG_BYTES);
    return Buffer.concat([cipher.update(body), cipher.final()]);
  } catch {
    return null;
  }
}
