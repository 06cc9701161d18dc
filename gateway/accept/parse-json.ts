import type { z } from 'zod';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Opened bytes as JSON of a schema; `payload-invalid` when they are not UTF-8, not JSON, or not of the schema. */
export function parseJson<T>(
  plaintext: Uint8Array,
  schema: z.ZodType<T>,
): Result<T, Failure<'payload-invalid'>> {
  let content: unknown;
  try {
    content = JSON.parse(utf8.decode(plaintext));
  } catch {
    return fail('payload-invalid');
  }
  const parsed = schema.safeParse(content);
  return parsed.success ? ok(parsed.data) : fail('payload-invalid');
}
