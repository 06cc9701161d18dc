import type { AttachmentManifest } from '../../domain/wire/attachment.ts';
import { ok, type Failure, type Result } from '../../domain/result.ts';
import { MOST_DAY_REPORTS } from '../../domain/wire/bundle.ts';
import type { Queue } from '../store/queue-interface.ts';
import type { StorageFault } from '../store/database/storage-faults.ts';
import type { UnsentReport } from '../store/work/work.ts';

/** What goes into one part of a bundle: up to fifty submissions, one file, or reports of days. */
export type PlannedPart =
  | { readonly kind: 'submissions'; readonly after: number; readonly sequences: readonly number[] }
  | { readonly kind: 'attachment'; readonly manifest: AttachmentManifest }
  | { readonly kind: 'day-reports'; readonly days: readonly number[] };

export interface Plan {
  readonly parts: readonly PlannedPart[];
  readonly submissions: number;
  readonly attachments: number;
  readonly dayReports: number;
  /** Bytes that the sealed parts will need, a little more rather than less. */
  readonly bytes: number;
}

/** The bundle's schema allows this many submissions in a part and this many parts (domain/wire/bundle.ts). */
export const MOST_IN_PART = 50;
const MOST_PARTS = 9_999;
/** Sealed bytes after which a part is full: parts are made in memory. */
const MOST_PART_BYTES = 1024 * 1024;
/** Encapsulated key, tag, and the words around what is sealed. */
const PART_OVERHEAD_BYTES = 1_024;
const ENVELOPE_BYTES = 1_500;

/**
 * What is pending, cut into parts: the reports of days, submissions in the order kept, then the files of those and of
 * others that the platform has but for a file. Reports first: they are small, and an account of days must not wait for
 * a bundle with room behind 9,999 other parts.
 */
export function planBundle(
  queue: Pick<Queue, 'listPending' | 'listPendingAttachments' | 'work'>,
): Result<Plan, Failure<StorageFault>> {
  const reports = queue.work.unsent(MOST_DAY_REPORTS);
  if (!reports.ok) return reports;
  const parts: PlannedPart[] = reportParts(reports.value);
  let submissions = 0;
  let bytes = reports.value.reduce((sum, { report }) => sum + inBase64(report.length), 0);
  bytes += parts.length * PART_OVERHEAD_BYTES;
  for (let after = 0; parts.length < MOST_PARTS;) {
    const page = queue.listPending({ after, limit: MOST_IN_PART });
    if (!page.ok) return page;
    if (page.value.length === 0) break;
    const sequences: number[] = [];
    let sealedBytes = 0;
    for (const item of page.value) {
      if (sequences.length > 0 && sealedBytes + item.sealed.byteLength > MOST_PART_BYTES) break;
      sequences.push(item.sequence);
      sealedBytes += item.sealed.byteLength;
    }
    parts.push({ kind: 'submissions', after, sequences });
    submissions += sequences.length;
    bytes += inBase64(sealedBytes) + sequences.length * ENVELOPE_BYTES + PART_OVERHEAD_BYTES;
    after = sequences.at(-1) ?? after;
  }
  let attachments = 0;
  for (let after = ''; parts.length < MOST_PARTS;) {
    const page = queue.listPendingAttachments({
      ...(after === '' ? {} : { after }),
      limit: Math.min(MOST_IN_PART, MOST_PARTS - parts.length),
    });
    if (!page.ok) return page;
    for (const { manifest } of page.value) {
      if (manifest === null) continue;
      parts.push({ kind: 'attachment', manifest });
      attachments += 1;
      bytes += inBase64(manifest.bytes) + manifest.chunks.length * 48 + PART_OVERHEAD_BYTES;
    }
    const last = page.value.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  return ok({ parts, submissions, attachments, dayReports: reports.value.length, bytes });
}

function reportParts(reports: readonly UnsentReport[]): PlannedPart[] {
  const parts: { readonly kind: 'day-reports'; readonly days: number[] }[] = [];
  let room = 0;
  for (const { day, report } of reports) {
    const part = parts.at(-1);
    room -= report.length;
    if (part === undefined || room < 0) {
      parts.push({ kind: 'day-reports', days: [day] });
      room = MOST_PART_BYTES - report.length;
    } else part.days.push(day);
  }
  return parts;
}

function inBase64(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}
