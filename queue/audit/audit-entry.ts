import { z } from 'zod';
import { AUDIT_CATALOGUE } from '../../domain/terminal/audit/catalogue.ts';
import { AUDIT_VALUES } from '../../domain/terminal/audit/values.ts';
import { parseReference } from '../../domain/reference.ts';
import { AUDIT_EVENTS, type AuditEntry } from '../../domain/terminal/audit/entry.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';

/**
 * What may stand in the audit log: a known event, who acted, and short codes. The shapes leave no room for a name, an
 * identity card number or a telephone number: codes begin with a small letter and hold no long run of digits, and no
 * number is as long as a telephone number.
 */
const MOST_CODE_CHARACTERS = 64;
/** Hong Kong telephone numbers have eight digits. The size of a file may have as many; it is known by its key. */
const GREATEST_NUMBER = 9_999_999;
const SIZE_KEY = 'bytes';

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

const SHAPES: Readonly<Record<string, z.ZodType<string>>> = {
  id: uuidSchema,
  reference: referenceSchema,
  version: versionSchema,
  hash: z.string().regex(/^[a-p]{64}$/),
  /** The id on a resume slip, which opens nothing. */
  draft: z.string().regex(/^draft-[2-9a-hj-np-z]{4}$/),
  code: codeSchema,
};
/** Numbers, where there is one. */
const NUMBERED = new Set(['version', 'missing']);

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
      z.string(),
      z.union([
        uuidSchema,
        codeSchema,
        versionSchema,
        referenceSchema,
        z.literal(''),
        z.number(),
        z.boolean(),
      ]),
    )
    .refine((detail) => Object.entries(detail).every(([key, value]) => key === SIZE_KEY || isShort(value)))
    .optional(),
});

function isShort(value: string | number | boolean): boolean {
  return typeof value !== 'number' || Math.abs(value) <= GREATEST_NUMBER;
}

/** True for a short code such as `payload-invalid`. */
export function isAuditCode(text: string): boolean {
  return codeSchema.safeParse(text).success;
}

/** What stands in the place of a detail that could not be written. */
const REFUSED_DETAIL = { code: 'entry-refused' } as const;

/**
 * What this event may say, and who can have caused it (domain/terminal/audit/catalogue.ts). An entry that says only that it was
 * refused is one of any event.
 */
function fitsCatalogue(entry: z.infer<typeof auditEntrySchema>): 'actor' | 'detail' | null {
  if (isBare(entry)) return null;
  const facts = AUDIT_CATALOGUE[entry.event];
  if (!facts.actors.includes(entry.actor)) return 'actor';
  const said = Object.entries(entry.detail ?? {});
  return said.every(([key, value]) => facts.detail.includes(key) && mayStandUnder(key, value))
    ? null
    : 'detail';
}

/** What was not known when the entry was made is left empty. */
function mayStandUnder(key: string, value: string | number | boolean): boolean {
  const allowed = AUDIT_VALUES[key];
  if (allowed === undefined) return false;
  if (typeof value === 'boolean') return allowed === 'yes-or-no';
  if (typeof value === 'number') return NUMBERED.has(key) || allowed === 'number';
  if (value === '') return true;
  // The reasons for one state of the terminal stand together.
  if (typeof allowed !== 'string') return value.split('.').every((word) => allowed.includes(word));
  return SHAPES[allowed]?.safeParse(value).success ?? false;
}

function isBare({ actor, detail }: z.infer<typeof auditEntrySchema>): boolean {
  return (
    actor === 'system' &&
    detail !== undefined &&
    Object.keys(detail).length === 1 &&
    detail['code'] === REFUSED_DETAIL.code
  );
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
  const misfit = fitsCatalogue(parsed.data);
  if (misfit !== null) return fail('audit-refused', { place: misfit });
  const { event, actor, staffId, sessionId, detail } = parsed.data;
  return ok({
    event,
    actor,
    ...(staffId === undefined ? {} : { staffId }),
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(detail === undefined ? {} : { detail }),
  });
}

/** An entry that may not be written, without what it says; null when it is no event at all. */
export function bareAuditEntry(entry: unknown): AuditEntry | null {
  const event = typeof entry === 'object' && entry !== null && 'event' in entry ? entry.event : null;
  const known = AUDIT_EVENTS.find((name) => name === event);
  return known === undefined ? null : { event: known, actor: 'system', detail: REFUSED_DETAIL };
}
