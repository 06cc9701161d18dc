import { openSync, writeSync } from 'node:fs';
import { z } from 'zod';

/** What a watched program acknowledged, each written only after the queue or the gateway had said so. */
const markSchema = z.discriminatedUnion('told', [
  z.strictObject({
    told: z.literal('kept'),
    id: z.string(),
    reference: z.string(),
    /** SHA-256 of the sealed bytes; left out where the port does not say it. */
    digest: z.string().optional(),
    lane: z.number().optional(),
    sequence: z.number().optional(),
  }),
  /** A receipt was stored. */
  z.strictObject({ told: z.literal('received'), id: z.string() }),
  /** Storing a receipt or a withdrawal was answered with a fault: nobody knows whether it is there. */
  z.strictObject({ told: z.literal('unsettled'), id: z.string() }),
  z.strictObject({ told: z.literal('parked'), id: z.string() }),
  z.strictObject({ told: z.literal('withdrawn'), id: z.string() }),
  /** A file of a submission, with the digest of every chunk. */
  z.strictObject({
    told: z.literal('file'),
    id: z.string(),
    submission: z.string(),
    chunks: z.array(z.string()),
  }),
  /** From here on what was received may be gone. */
  z.strictObject({ told: z.literal('purging') }),
  /** A number that was given out without a submission. */
  z.strictObject({ told: z.literal('reference'), reference: z.string() }),
  z.strictObject({ told: z.literal('audited'), event: z.string() }),
  /** Not kept: an answer with this code. */
  z.strictObject({ told: z.literal('refused'), id: z.string(), code: z.string() }),
  /** It could not be opened at all, and the program ended. */
  z.strictObject({ told: z.literal('out-of-service'), code: z.string() }),
  /** The gateway's answer to a submission; `answer` is the SHA-256 of its bytes. */
  z.strictObject({ told: z.literal('answered'), id: z.string(), status: z.number(), answer: z.string() }),
  /** The end of the program was reached. */
  z.strictObject({ told: z.literal('done') }),
]);
export type Mark = z.infer<typeof markSchema>;

export interface Marks {
  tell(mark: Mark): void;
  /** From here on the plan of faults counts. */
  arm(): void;
  disarm(): void;
}

/** For the watched program; the recorder knows the file by its path. */
export function openMarks(path: string): Marks {
  const file = openSync(path, 'a', 0o600);
  const line = (text: string): void => void writeSync(file, `${text}\n`);
  return {
    tell: (mark) => line(JSON.stringify(mark)),
    arm: () => line('arm'),
    disarm: () => line('disarm'),
  };
}

export function parseMarks(lines: readonly string[]): Mark[] {
  return lines.filter((line) => line.startsWith('{')).map((line) => markSchema.parse(JSON.parse(line)));
}
