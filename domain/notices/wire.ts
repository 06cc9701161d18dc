import { z } from 'zod';
import { MOST_SOUND_BYTES, textDigestSchema } from './translation.ts';

/**
 * GET /v1/notice-sounds/<digest>?from=<bytes> -> a piece of a recording. Which ones there are, the signed reference data
 * say; the terminal puts the pieces together and takes the whole only when it has that digest.
 */
export const NOTICE_SOUND_PATH = '/v1/notice-sounds';

/** Below what a terminal reads of one answer (`queue/sync/http-client.ts`), and a few seconds on a slow link. */
export const SOUND_PIECE_BYTES = 120_000;

export const noticeSoundParamsSchema = z.object({ digest: textDigestSchema });
export const noticeSoundQuerySchema = z.object({
  from: z.coerce
    .number()
    .int()
    .min(0)
    .max(MOST_SOUND_BYTES)
    .default(0)
    .describe('How many bytes are there already'),
});

export const noticeSoundResponseSchema = z.object({
  total: z.number().int().positive().max(MOST_SOUND_BYTES),
  /** base64url; empty at the end. */
  piece: z
    .string()
    .regex(/^[A-Za-z0-9_-]*$/)
    .max(Math.ceil((SOUND_PIECE_BYTES * 4) / 3) + 4),
});
