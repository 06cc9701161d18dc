import type { ProblemCode } from '../../domain/wire/contract.ts';

/** A refusal that says nothing about what was brought: it is sent, or brought, again. */
export const PASSING_PROBLEMS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'idempotency-in-progress',
  'terminal-unknown',
  'too-many-tries',
  'busy',
  'internal',
]);
