import { type AuditRow, MOST_AUDIT_ENTRIES } from '../../../domain/wire/audit-upload.ts';
import type { KeyStore } from '../../keys/key-store.ts';
import type { SalvagedAudit, SalvagedAuditFate } from '../../rescue/salvaged-audit.ts';
import type { Delays } from '../delays.ts';
import type { Gate } from '../pacing/gate.ts';
import type { AuditUploader } from './audit-upload.ts';
import type { RunSender } from './run-sender.ts';

export interface SalvagedUploadOptions {
  readonly chain: SalvagedAudit;
  readonly keys: Pick<KeyStore, 'time'>;
  readonly send: RunSender;
  readonly gate: Gate;
  readonly delays: Delays;
  /** Milliseconds of uptime. */
  readonly uptime: () => number;
  readonly random: () => number;
}

/**
 * Sends the chain of a database that was salvaged, from where the platform wants it and as far as the disk left it
 * whole. After that, or when the platform refuses it, there is nothing more to do until the next start.
 */
export function createSalvagedUploader(options: SalvagedUploadOptions): AuditUploader {
  const { chain, send, gate, uptime } = options;
  let next = uptime() + options.random() * options.delays.auditUpload;
  let failures = 0;
  let settled = false;
  let from: number | null = null;

  function settle(fate: SalvagedAuditFate): false {
    settled = true;
    chain.settle(fate, options.keys.time.now().instant);
    return false;
  }

  function failed(): false {
    failures += 1;
    next = uptime() + gate.jitter(failures, options.delays.retryCap);
    return false;
  }

  /** @returns true when there is more to send */
  async function sendRun(all: readonly AuditRow[]): Promise<boolean> {
    const last = all.at(-1)?.number ?? 0;
    // The first run asks where the platform stands, whatever it holds.
    const rows = runFrom(all, from ?? all[0]?.number ?? 1);
    if (rows.length === 0) return settle(from !== null && from > last ? 'sent' : 'incomplete');
    const answer = await send({
      databaseId: chain.databaseId,
      rows,
      isOurs: ({ number, head }) => {
        const ours = all.filter((row) => row.number === number);
        return ours.length === 0 || ours.some((row) => row.hash === head);
      },
    });
    if (answer.kind === 'refused') return settle(answer.code);
    if (answer.kind === 'failed' || answer.next !== (answer.acknowledged?.number ?? 0) + 1) return failed();
    if (answer.next === from) return failed();
    failures = 0;
    from = answer.next;
    return true;
  }

  return {
    until: () => (settled ? Number.POSITIVE_INFINITY : Math.max(0, next - uptime())),
    async upload() {
      const all = chain.rows();
      while (gate.mayCall() && !settled && (await sendRun(all))) {
        // The next run.
      }
    },
  };
}

/** Rows from this number on that follow each other; of two versions of a row the one that more can be joined to. */
function runFrom(all: readonly AuditRow[], number: number): readonly AuditRow[] {
  const runs = all.filter((row) => row.number === number).map((row) => joined(all, row));
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), []);
}

function joined(all: readonly AuditRow[], first: AuditRow): readonly AuditRow[] {
  const run = [first];
  const start = all.indexOf(first);
  for (const row of all.slice(start + 1)) {
    if (run.length === MOST_AUDIT_ENTRIES) break;
    const end = run.at(-1);
    if (end !== undefined && row.number === end.number + 1 && row.previous === end.hash) run.push(row);
  }
  return run;
}

/** Two chains, each when its time has come. */
export function bothChains(salvaged: AuditUploader, own: AuditUploader): AuditUploader {
  return {
    until: () => Math.min(salvaged.until(), own.until()),
    async upload() {
      if (salvaged.until() === 0) await salvaged.upload();
      if (own.until() === 0) await own.upload();
    },
  };
}
