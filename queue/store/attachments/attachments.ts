import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import type { AttachmentManifest } from '../../../domain/wire/attachment.ts';
import type { Policy } from '../../../domain/wire/policy.ts';
import { canonicalJson } from '../../audit/canonical-json.ts';
import { actorOf } from '../changes/actor.ts';
import type { Context, Now } from '../context.ts';
import type { StorageFault } from '../database/storage-faults.ts';
import type { AttachmentSide, ByStaff } from '../queue-interface.ts';
import type { Session } from '../session/session.ts';
import { type NewEnvelope, storedEnvelope } from '../submission.ts';
import {
  type AttachmentRefusal,
  examineAttachment,
  examineMention,
  isChunk,
  type NewAttachment,
  storedAttachment,
  storedManifest,
} from './attachment.ts';

type Limits = Policy['attachments'] | undefined;
type Refused<C extends string> = { readonly ok: false } & Failure<C>;

/** Files that are on the disk and in no row yet. */
export interface WrittenFiles {
  readonly manifests: readonly AttachmentManifest[];
  /** The row was not made: what was written goes again. Not after a fault of which nobody knows what it wrote. */
  undo(): void;
}

/** All files of a submission that is being kept; each must be mentioned and every mention must be there. */
export function examineAttachments(
  attachments: readonly NewAttachment[],
  envelope: NewEnvelope,
  limits: Limits,
): Result<readonly AttachmentManifest[], Failure<AttachmentRefusal>> {
  if (attachments.length !== (envelope.attachments ?? []).length) return fail('not-mentioned');
  const manifests: AttachmentManifest[] = [];
  for (const attachment of attachments) {
    const examined = examineAttachment(attachment, limits);
    if (!examined.ok) return examined;
    const mentioned = examineMention(examined.value, envelope);
    if (!mentioned.ok) return mentioned;
    manifests.push(examined.value);
  }
  return ok(manifests);
}

/** A submission may mention no more files than the platform takes. */
export function tooMany(envelope: NewEnvelope, limits: Limits): Refused<'attachment-too-many'> | null {
  const most = limits?.mostPerSubmission ?? Infinity;
  return (envelope.attachments?.length ?? 0) > most ? fail('attachment-too-many', { most }) : null;
}

/** Writes the files that have no row yet. The rows follow in the transaction of whoever asked (`insertAttachments`). */
export function writeFiles(
  { store, files }: Context,
  attachments: readonly NewAttachment[],
): Result<WrittenFiles, Failure<'id-used' | StorageFault>> {
  const missing: NewAttachment[] = [];
  for (const attachment of attachments) {
    const { id, digest } = attachment.manifest;
    const known = store.read((session) => session.statements.attachment.get(id) ?? null);
    if (!known.ok) return known;
    if (known.value !== null && known.value.digest !== digest) return fail('id-used');
    if (known.value === null) missing.push(attachment);
  }
  const written = files.write(missing.map(({ manifest: { id }, sealed }) => ({ id, sealed })));
  if (!written.ok) return written;
  const manifests = missing.map(({ manifest }) => manifest);
  return ok({ manifests, undo: () => files.destroy(manifests.map(({ id }) => id)) });
}

/** Rows and audit entries of files that are on the disk; in the caller's transaction. */
export function insertAttachments(
  session: Session,
  sequence: number,
  manifests: readonly AttachmentManifest[],
  now: Now,
  by?: ByStaff,
): void {
  for (const manifest of manifests) {
    const { id, submissionId, bytes, digest } = manifest;
    const row = { id, submission: sequence, bytes, digest, kept_at: now.place.at };
    session.statements.insertAttachment.run({ ...row, manifest: canonicalJson(manifest) });
    const actor = by === undefined ? { actor: 'member' as const } : actorOf(by);
    const detail = { id, submission: submissionId, bytes };
    session.audit.append({ event: 'attachment.kept', ...actor, detail }, now.place);
  }
}

type Keeping = Pick<
  AttachmentSide,
  'keepAttachment' | 'readChunk' | 'attachmentsOf' | 'listPendingAttachments'
>;

export function attachmentKeeping(context: Context): Keeping {
  const { store, files, now } = context;
  return {
    keepAttachment(attachment, limits, by) {
      const examined = examineAttachment(attachment, limits);
      if (!examined.ok) return examined;
      const manifest = examined.value;
      const found = store.read((session) => session.statements.byId.get(manifest.submissionId) ?? null);
      if (!found.ok) return found;
      const envelope = found.value === null ? null : storedEnvelope(found.value.envelope);
      if (found.value === null || envelope === null) return fail('submission-unknown');
      const mentioned = examineMention(manifest, envelope);
      if (!mentioned.ok) return mentioned;
      const { sequence } = found.value;
      const written = writeFiles(context, [attachment]);
      if (!written.ok) return written;
      const inserted = store.write<true, never>(
        (session) => {
          insertAttachments(session, sequence, written.value.manifests, now(), by);
          return ok(true);
        },
        (session) => (session.statements.attachment.get(manifest.id) === undefined ? null : true),
      );
      if (!inserted.ok) {
        if (inserted.code !== 'storage-fault') written.value.undo();
        return inserted;
      }
      return ok(null);
    },

    readChunk(id, index) {
      const found = store.read((session) => session.statements.attachment.get(id) ?? null);
      if (!found.ok) return found;
      if (found.value === null) return ok(null);
      const manifest = storedManifest(found.value.manifest);
      if (manifest === null) return fail('file-damaged');
      if (!Number.isInteger(index) || index < 0 || index >= manifest.chunks.length) return ok(null);
      const chunk = files.readChunk(id, index);
      if (!chunk.ok) return chunk;
      if (chunk.value === null) return fail(files.sizeOf(id) === null ? 'file-missing' : 'file-damaged');
      return isChunk(manifest, index, chunk.value) ? ok(chunk.value) : fail('file-damaged');
    },

    attachmentsOf: (submissionId) =>
      store.read((session) => session.statements.attachmentsOf.all(submissionId).map(storedAttachment)),

    listPendingAttachments: ({ after = '', limit }) =>
      store.read((session) =>
        session.statements.pendingAttachments.all({ after, limit }).map(storedAttachment),
      ),
  };
}
