import { fail, ok, type Failure, type Result } from '../../domain/result.ts';
import type { AttachmentManifest } from '../../domain/wire/attachment.ts';
import { type BundlePart, MOST_DAY_REPORTS } from '../../domain/wire/bundle.ts';
import type { StorageFault } from '../store/database/storage-faults.ts';
import type { Queue } from '../store/queue-interface.ts';
import { MOST_IN_PART, type PlannedPart } from './plan.ts';

export interface PackedPart {
  readonly part: BundlePart;
  /** Something is in it. */
  readonly filled: boolean;
  /** Days whose reports are in it. */
  readonly days: readonly number[];
}

/**
 * Reads what a part was planned to hold. What was received or set aside since is left out, and so is a file that is
 * missing or damaged on disk: the part may come out empty. A report that was closed since goes with the next bundle.
 */
export function packPart(
  queue: Pick<Queue, 'listPending' | 'readChunk' | 'work'>,
  planned: PlannedPart,
): Result<PackedPart, Failure<StorageFault>> {
  switch (planned.kind) {
    case 'submissions':
      return packSubmissions(queue, planned);
    case 'attachment':
      return packFile(queue, planned.manifest);
    case 'day-reports':
      return packReports(queue, planned.days);
  }
}

function packReports(
  queue: Pick<Queue, 'work'>,
  planned: readonly number[],
): Result<PackedPart, Failure<StorageFault>> {
  const unsent = queue.work.unsent(MOST_DAY_REPORTS);
  if (!unsent.ok) return unsent;
  const reports = unsent.value.filter(({ day }) => planned.includes(day));
  if (reports.length === 0) return ok(NOTHING);
  const dayReports = reports.map(({ report }) => report);
  return ok({
    part: { submissions: [], attachments: [], dayReports },
    filled: true,
    days: reports.map(({ day }) => day),
  });
}

function packSubmissions(
  queue: Pick<Queue, 'listPending'>,
  planned: Extract<PlannedPart, { kind: 'submissions' }>,
): Result<PackedPart, Failure<StorageFault>> {
  const page = queue.listPending({ after: planned.after, limit: MOST_IN_PART });
  if (!page.ok) return page;
  const wanted = new Set(planned.sequences);
  const items = page.value.filter((item) => wanted.has(item.sequence));
  const submissions = items.map(({ envelope, sealed }) => ({
    envelope,
    sealed: Buffer.from(sealed).toString('base64url'),
  }));
  return ok({ part: { submissions, attachments: [] }, filled: items.length > 0, days: [] });
}

const NOTHING: PackedPart = { part: { submissions: [], attachments: [] }, filled: false, days: [] };

function packFile(
  queue: Pick<Queue, 'readChunk'>,
  manifest: AttachmentManifest,
): Result<PackedPart, Failure<StorageFault>> {
  const chunks: Uint8Array[] = [];
  for (let index = 0; index < manifest.chunks.length; index += 1) {
    const chunk = queue.readChunk(manifest.id, index);
    if (!chunk.ok) {
      if (chunk.code === 'file-missing' || chunk.code === 'file-damaged') return ok(NOTHING);
      return fail(chunk.code);
    }
    if (chunk.value === null) return ok(NOTHING);
    chunks.push(chunk.value);
  }
  const sealed = Buffer.concat(chunks).toString('base64url');
  return ok({ part: { submissions: [], attachments: [{ manifest, sealed }] }, filled: true, days: [] });
}
