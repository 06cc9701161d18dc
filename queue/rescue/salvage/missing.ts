import type { AuditEvidence, Findings, FoundItem } from './findings.ts';

/**
 * How many confirmed submissions are in neither the damaged database nor its backup and may never have reached the
 * platform; null when nobody can say.
 *
 * Every submission has an audit entry in the same commit, and so has every receipt. When the log is whole, it names
 * what is missing. When it is not, the counters say how many rows there were. When those are gone as well, nothing is
 * claimed. Errs towards more.
 */
export function countMissing(findings: Findings, salvaged: readonly FoundItem[]): number | null {
  const evidence = findings.evidence();
  const named = missingByAudit(evidence, salvaged).length;
  if (evidence.complete) return named;
  const expected = findings.expectedRows();
  if (expected === null) return null;
  const there = salvaged.filter((item) => isStillExpected(item, evidence)).length;
  return Math.max(named, expected - there, 0);
}

/** Ids that were kept, are not here, and were neither received nor withdrawn. */
function missingByAudit(
  { kept, ended }: Pick<AuditEvidence, 'kept' | 'ended'>,
  salvaged: readonly FoundItem[],
): readonly string[] {
  const here = new Set(salvaged.map(({ content }) => content.envelope.id));
  return [...kept].filter((id) => !here.has(id) && !ended.has(id));
}

/** Whether the row is one of those that the counters counted: what older pages give may have been purged since. */
function isStillExpected({ content, state, present }: FoundItem, { ended }: AuditEvidence): boolean {
  if (present) return true;
  const received = typeof state?.['receipt'] === 'string' || ended.has(content.envelope.id);
  return !received;
}

/**
 * Files that a submission here names, that were kept on this machine and are not here, nor at the platform. When the log
 * is not whole, every file that is named and not here counts.
 */
export function countMissingFiles(
  evidence: Pick<AuditEvidence, 'complete' | 'filesKept' | 'filesReceived'>,
  salvaged: readonly FoundItem[],
  here: ReadonlySet<string>,
): number {
  const named = salvaged.flatMap(({ content }) => content.envelope.attachments ?? []);
  return named.filter(
    ({ id }) =>
      !here.has(id) && !evidence.filesReceived.has(id) && (!evidence.complete || evidence.filesKept.has(id)),
  ).length;
}
