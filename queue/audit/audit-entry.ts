import { z } from 'zod';
import { AUDIT_CATALOGUE } from '../../domain/terminal/audit.ts';
import { parseReference } from '../../domain/reference.ts';
import { AUDIT_EVENTS, type AuditEntry } from '../../domain/terminal/ports.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';

/**
 * What may stand in the audit log: a known event, who acted, and short codes. The shapes leave no room for a name, an
 * identity card number or a telephone number: codes begin with a small letter and hold no long run of digits, and no
 * number is as long as a telephone number.
 */
const MOST_CODE_CHARACTERS = 64;
/** Hong Kong telephone numbers have eight digits. */
const GREATEST_NUMBER = 9_999_999;

const codeSchema = z
  .string()
  .max(MOST_CODE_CHARACTERS)
  .regex(/^[a-z][a-z0-9]*([-.:_][A-Za-z0-9]+)*$/)
  .refine((text) => !/[0-9]{5}/.test(text));
const versionSchema = z.string().regex(/^[0-9]{1,4}(\.[0-9]{1,4}){1,3}$/);
const uuidSchema = z.uuid();
const referenceSchema = z
  .string()
  .max(32)
  .refine((text) => parseReference(text).ok);
/** The words that any entry's detail may use (domain/terminal/audit.ts says which event uses which). */
const DETAIL_KEYS = new Set(Object.values(AUDIT_CATALOGUE).flatMap((facts) => facts.detail));

const auditEntrySchema = z.strictObject({
  event: z.enum(AUDIT_EVENTS),
  actor: z.enum(['member', 'staff', 'system']),
  staffId: z
    .string()
    .min(1)
    .max(32)
    .regex(/^[A-Za-z0-9-]+$/)
    .optional(),
  sessionId: z.union([uuidSchema, codeSchema]).optional(),
  detail: z
    .record(
      z.string().refine((key) => DETAIL_KEYS.has(key)),
      z.union([
        uuidSchema,
        codeSchema,
        versionSchema,
        referenceSchema,
        z.literal(''),
        z.number().min(-GREATEST_NUMBER).max(GREATEST_NUMBER),
        z.boolean(),
      ]),
    )
    .optional(),
});

/** True for a short code such as `payload-invalid`. */
export function isAuditCode(text: string): boolean {
  return codeSchema.safeParse(text).success;
}

/**
 * @returns the entry as it may be written, or `audit-refused` with the place that is wrong, never with what stood
 * there
 */
export function parseAuditEntry(entry: unknown): Result<AuditEntry, Failure<'audit-refused'>> {
  const parsed = auditEntrySchema.safeParse(entry);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path[0];
    return fail('audit-refused', { place: place === undefined ? 'entry' : String(place) });
  }
  const { event, actor, staffId, sessionId, detail } = parsed.data;
  return ok({
    event,
    actor,
    ...(staffId === undefined ? {} : { staffId }),
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(detail === undefined ? {} : { detail }),
  });
}
