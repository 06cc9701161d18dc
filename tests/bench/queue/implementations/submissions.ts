import { randomBytes, randomInt } from 'node:crypto';
import type { NewSubmission } from '../../../../queue/index.ts';
import { newSubmission } from '../../../../queue/testing/submissions.ts';

/** Bytes of a sealed registration, measured; the bench says it again (`children/seal.ts`). */
const SEALED_BYTES = 1_050;

/** A receipt as acknowledged: a compact JWS has some 340 characters. */
export const RECEIPT = randomBytes(255).toString('base64url');
export const RECEIVED_AT = '2026-03-02T04:10:00.000Z';

const CHUNK = 10_000;

/** Any member's: lanes are a hash, and so spread evenly. */
function anySubmission(): NewSubmission {
  return newSubmission({ lane: randomInt(65_536), bytes: SEALED_BYTES });
}

export function* submissions(count: number): Generator<NewSubmission> {
  for (let made = 0; made < count; made += 1) yield anySubmission();
}

/** Fills in transactions of a size that the log can be written back between them. */
export function inChunks(rows: number, fill: (count: number) => void): void {
  for (let left = rows; left > 0; left -= CHUNK) fill(Math.min(left, CHUNK));
}

/** The envelope as it is stored, with the number and the place that the queue gives it. */
export function envelopeText({ envelope }: NewSubmission, sequence: number): string {
  return JSON.stringify({ ...envelope, reference: 'K0127-A0001-4', sequence });
}

/**
 * For peers that store text only: as many characters as the others store bytes, which spares them the third that base64
 * would add.
 */
export function textOf(submission: NewSubmission): string {
  return envelopeText(submission, 1) + 'x'.repeat(submission.sealed.byteLength);
}
