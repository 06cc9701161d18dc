import { ok } from '../../../domain/result.ts';
import { parkKept } from '../attachments/attachment-leases.ts';
import type { Context } from '../context.ts';
import type { Retention } from '../queue-interface.ts';
import type { Session } from '../session/session.ts';

const DAY_MS = 24 * 3_600_000;
/** Rows removed in one commit, so that no other call waits long. */
const PURGE_BATCH = 1_000;
const MISSING = 'file-missing';

interface Purged {
  /** The last row that was looked at; null when there are no more. */
  readonly last: number | null;
  readonly submissions: number;
  readonly files: readonly string[];
}

/** What may go, goes: not before its receipt, not before its time, and not only out of sight. */
export function retention({ store, files, now }: Context): Retention {
  function purgeBatch(session: Session, after: number, before: number): Purged {
    const rows = session.statements.purgeable.all({ after, before, limit: PURGE_BATCH });
    const gone: string[] = [];
    let submissions = 0;
    for (const row of rows) {
      // A withdrawal stays for as long as what it withdrew: it is the proof that nothing was lost.
      if (session.statements.isProof.get(row.id) !== undefined) continue;
      gone.push(...session.statements.deleteAttachments.all(row.sequence).map(({ id }) => id));
      session.statements.purge.run(row.sequence);
      submissions += 1;
    }
    if (submissions > 0) {
      const detail = { count: submissions };
      session.audit.append({ event: 'submission.purged', actor: 'system', detail }, now().place);
    }
    return {
      last: rows.length < PURGE_BATCH ? null : (rows.at(-1)?.sequence ?? null),
      submissions,
      files: gone,
    };
  }

  return {
    purge({ receivedDays }) {
      const before = now().budget - receivedDays * DAY_MS;
      let submissions = 0;
      let attachments = 0;
      for (let after: number | null = 0; after !== null;) {
        const from: number = after;
        const purged = store.write<Purged, never>((session) => ok(purgeBatch(session, from, before)));
        if (!purged.ok) return purged;
        // The rows first: a file without a row is found by the sweep, a row without its file would look like a loss.
        files.destroy(purged.value.files);
        submissions += purged.value.submissions;
        attachments += purged.value.files.length;
        after = purged.value.last;
      }
      // What was deleted is zeroed in the pages; the log still holds them as they were.
      if (submissions > 0) store.read((session) => session.connection.pragma('wal_checkpoint(TRUNCATE)'));
      return ok({ submissions, attachments });
    },

    sweep() {
      const rows = store.read((session) => session.statements.everyAttachment.all());
      if (!rows.ok) return rows;
      const known = new Set(rows.value.map(({ id }) => id));
      const orphans = files.ids().filter((id) => files.idsAtOpening.has(id) && !known.has(id));
      files.destroy(orphans);
      const missing = rows.value.filter(
        ({ id, bytes, state }) => state === 'kept' && files.sizeOf(id) !== bytes,
      );
      return store.write((session) => {
        const moment = now();
        let parked = 0;
        for (const { id } of missing) if (parkKept(session, id, MISSING, moment)) parked += 1;
        if (orphans.length > 0 || parked > 0) {
          const detail = { files: orphans.length, rows: parked };
          session.audit.append({ event: 'database.swept', actor: 'system', detail }, moment.place);
        }
        return ok({ filesWithoutRow: orphans.length, rowsWithoutFile: parked });
      });
    },
  };
}
