import { z } from 'zod';
import { PRACTICE_MODE } from '../practice/practice-terminal.ts';

/** A remittance of its most employees fits several times over. */
export const MAX_DRAFT_BYTES = 128 * 1024;
/** Nothing waits longer at the gateway, whatever a terminal asks for. */
export const MAX_DRAFT_DAYS = 31;

/** Hash of a slip's secret: whoever has it can fetch the ciphertext and nothing more. */
export const draftKeySchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What both terminal and gateway keep of a draft; opaque to both. */
export const storedDraftSchema = z.strictObject({
  draftId: z.string().regex(/^[2-9A-HJ-NP-Z]{4}$/),
  schemaVersion: z.number().int().positive().max(1_000),
  /** ISO instant. Bound by the encryption, as are the two above. */
  expiresAt: z.iso.datetime(),
  /** Nonce, ciphertext and tag, base64url. */
  sealed: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .min(40)
    .max(Math.ceil((MAX_DRAFT_BYTES * 4) / 3)),
  /** Made in practice: refused by a live gateway and a live terminal. What is sealed says the same. */
  mode: z.exactOptional(z.literal(PRACTICE_MODE)),
});
export type StoredDraft = z.infer<typeof storedDraftSchema>;

export const draftStoredSchema = z.strictObject({ stored: z.literal(true) });
/** `gone` false: another terminal has taken it up meanwhile, and keeps it (hold.ts). */
export const draftGoneSchema = z.strictObject({ gone: z.boolean() });

/** Path of a draft at the gateway. */
export function draftPath(key: string): string {
  return `/v1/drafts/${key}`;
}
