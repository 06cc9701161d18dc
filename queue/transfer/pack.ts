import { fail, ok, type Failure, type Result } from '../../domain/result.ts';
import type { AttachmentManifest } from '../../domain/wire/attachment.ts';
import type { BundlePart } from '../../domain/wire/bundle.ts';
import type { StorageFault } from '../store/database/storage-faults.ts';
import type { Queue } from '../store/queue-interface.ts';
import { MOST_IN_PART, type PlannedPart } from './plan.ts';

export interface PackedPart {
  readonly part: BundlePart;
  /** Ids of what is in it, submissions and files. */
  readonly ids: readonly string[];
}

/**
 * Reads what a part was planned to hold. What was received or set aside since is left out, and so is a file that is
 * missing or damaged on disk: the part may come out empty.
 */
export function packPart(
  queue: Pick<Queue, 'listPending' | 'readChunk'>,
  planned: PlannedPart,
): Result<PackedPart, Failure<StorageFault>> {
  return planned.kind === 'submissions' ? packSubmissions(queue, planned) : packFile(queue, planned.manifest);
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
  return ok({ part: { submissions, attachments: [] }, ids: items.map((item) => item.id) });
}

const NOTHING: PackedPart = { part: { submissions: [], attachments: [] }, ids: [] };

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
  return ok({ part: { submissions: [], attachments: [{ manifest, sealed }] }, ids: [manifest.id] });
}
