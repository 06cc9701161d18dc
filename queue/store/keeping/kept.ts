import type { Kept } from '../../../domain/terminal/ports/queue/submission.ts';

export type EnqueueRefusal =
  'malformed' | 'too-large' | 'digest-differs' | 'id-used' | 'reference-used' | 'sequence-used';

/** What `enqueue` answers: what the member is told, and the place in the order. */
export interface KeptSubmission extends Kept {
  readonly sequence: number;
}
