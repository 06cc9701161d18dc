import { hash } from 'node:crypto';
import type { Kept } from '../../domain/terminal/ports.ts';

export type EnqueueRefusal =
  'malformed' | 'too-large' | 'digest-differs' | 'id-used' | 'reference-used' | 'sequence-used';

/** What `enqueue` answers: what the member is told, and the place in the order. */
export interface KeptSubmission extends Kept {
  readonly sequence: number;
}

/** SHA-256 of the sealed bytes, base64url; never of the plaintext. */
export function digestOf(sealed: Uint8Array): string {
  return hash('sha256', sealed, 'base64url');
}
