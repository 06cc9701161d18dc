import { ok, type Failure, type Result } from '../../domain/result.ts';
import { auditSide } from './reading/audit-side.ts';
import { openAttachmentFiles } from './attachments/attachment-files.ts';
import { attachmentLeasing } from './attachments/attachment-leases.ts';
import { attachmentKeeping } from './attachments/attachments.ts';
import { caseSide } from './cases/cases.ts';
import { transfer } from './changes/drive.ts';
import { lapsing } from './changes/lapse.ts';
import { platformSide } from './changes/outcomes.ts';
import { staffSide } from './changes/staff.ts';
import { withdrawals } from './changes/withdrawal.ts';
import type { Context } from './context.ts';
import { openDatabase, openFailure, type OpenFault, reopenConnection } from './database/open-database.ts';
import { draftSide } from './drafts/drafts.ts';
import { takenOutSide } from './changes/taken-out.ts';
import { usabilitySide } from './usability/usability.ts';
import { keeping } from './keeping/enqueue.ts';
import { sending } from './sending/leases.ts';
import { beginOpening, databaseIdOf } from './session/opening.ts';
import type { Queue, QueueOptions } from './queue-interface.ts';
import { retention } from './changes/retention.ts';
import { createStore, startSession } from './session/session.ts';
import { signInSide } from './sign-in/sign-in.ts';
import { reading } from './reading/status.ts';
import { workSide } from './work/work.ts';

export type { AttachmentLease } from './attachments/attachment-lease.ts';
export type { Lease } from './sending/lease.ts';
export type { Queue, QueueCounts, QueueOptions, QueueStatus } from './queue-interface.ts';

const LEASE_FOR_MS = 10 * 60_000;
/** Tokens begin anew, and higher, with every opening, so that giving one writes nothing. */
const TOKENS_PER_OPENING = 2 ** 32;

/**
 * Opens (or creates) the queue in one file, with the folder of its files beside it. Usable from plain Node ≥ 22.14 with
 * nothing but a path.
 *
 * @returns the queue; or why the terminal must stay out of service: `database-locked` (another process has it),
 * `database-newer`, `database-damaged` (left as it was found), `database-not-durable`, `disk-full`, `storage-fault`
 */
export function openQueue(path: string, options: QueueOptions = {}): Result<Queue, Failure<OpenFault>> {
  const opened = openDatabase(path, options);
  if (!opened.ok) return opened;
  const { connection, lock, fresh } = opened.value;
  const uptime = options.uptime ?? (() => performance.now());
  const budget = options.budget ?? (() => performance.now());
  const at = options.now ?? (() => new Date().toISOString());
  const start = uptime();
  const since = (): number => Math.max(0, Math.floor(uptime() - start));
  try {
    const databaseId = databaseIdOf(connection);
    const session = startSession(connection, databaseId);
    const begun = beginOpening(session, fresh ? (options.freshEpoch ?? null) : null, at());
    const { opening, epoch, recovered } = begun;
    const store = createStore(session, () => {
      const again = reopenConnection(path, options);
      return again.ok ? ok(startSession(again.value, databaseId)) : again;
    });
    let tokens = opening * TOKENS_PER_OPENING;
    const context: Context = {
      store,
      files: openAttachmentFiles(options.attachmentsFolder ?? `${path}.attachments`),
      leaseFor: options.leaseFor ?? LEASE_FOR_MS,
      nextToken() {
        tokens += 1;
        return tokens;
      },
      now() {
        const elapsed = since();
        return {
          place: { at: at(), opening, uptime: elapsed },
          uptime: elapsed,
          budget: Math.max(0, Math.floor(budget())),
        };
      },
    };
    const { lastContact, ...platform } = platformSide(context);

    return ok({
      recovered,
      epoch,
      fresh,
      databaseId,
      ...keeping(context),
      ...withdrawals(context),
      ...sending(context),
      ...lapsing(context),
      ...platform,
      ...transfer(context),
      ...staffSide(context),
      ...signInSide(context),
      ...attachmentKeeping(context),
      ...attachmentLeasing(context),
      ...draftSide(context),
      ...usabilitySide(context),
      ...takenOutSide(context),
      ...workSide(context),
      ...caseSide(context),
      ...retention(context),
      ...reading(context, lastContact),
      ...auditSide(context, databaseId),
      close() {
        store.close();
        lock.release();
      },
    });
  } catch (error) {
    connection.close();
    lock.release();
    return openFailure(error);
  }
}
