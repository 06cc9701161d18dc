import type { ProblemCode } from '../../domain/wire/contract.ts';

interface Issue {
  /** Members that lead to the place, from the submission's request. */
  readonly path: readonly PropertyKey[];
  readonly code?: string | undefined;
}

/** What a submission that does not fit its schema is answered with. */
export function refusalOfIssues(issues: readonly Issue[]): {
  readonly code: Extract<ProblemCode, 'schema-unknown' | 'too-large' | 'malformed'>;
  readonly status: number;
} {
  const places = issues.map(({ path }) => path.join('/'));
  // A terminal newer than this gateway: not a broken request, and nothing that sending again would mend.
  if (places.length > 0 && places.every((place) => place === 'envelope/kind')) {
    return { code: 'schema-unknown', status: 422 };
  }
  const tooLong = issues.some(({ code }, at) => places[at] === 'sealed' && code === 'too_big');
  return tooLong ? { code: 'too-large', status: 413 } : { code: 'malformed', status: 400 };
}
