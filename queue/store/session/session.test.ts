import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../domain/result.ts';
import { dataFolder } from '../../testing/data-folder.ts';
import { newSubmission } from '../../testing/submissions.ts';
import { good } from '../../testing/values.ts';
import type { Connection } from '../database/connection.ts';
import { openDatabase, reopenConnection } from '../database/open-database.ts';
import { examineSubmission, insertSubmission } from '../keeping/enqueue.ts';
import { openQueue } from '../queue.ts';
import { createStore, type Session, startSession } from './session.ts';

const NOW = {
  place: { at: '2026-03-02T04:05:06.789Z', opening: 1, uptime: 0 },
  uptime: 0,
  budget: 0,
};

function diskError(code: string): Error {
  return new Database.SqliteError('disk I/O error', code);
}

function storeWith(reopen?: () => ReturnType<typeof reopenConnection>) {
  const path = join(dataFolder(), 'queue.db');
  const { connection, lock } = good(openDatabase(path));
  const reopened: Connection[] = [];
  const store = createStore(startSession(connection, 'database'), () => {
    const again = reopen === undefined ? reopenConnection(path, {}) : reopen();
    if (!again.ok) return again;
    reopened.push(again.value);
    return ok(startSession(again.value, 'database'));
  });
  return { store, connection, lock, reopened };
}

function keep(session: Session, submission = newSubmission()) {
  return insertSubmission(session, good(examineSubmission(submission)), submission.sealed, NOW);
}

describe('the disk fails while a submission is being kept', () => {
  test.each(['SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR'])(
    '%s: not saved, and the handle is never used again',
    (code) => {
      const { store, connection, reopened } = storeWith();
      const answer = store.write((session) => {
        keep(session);
        throw diskError(code);
      });
      expect(answer).toEqual({ ok: false, code: 'storage-fault', params: { sqlite: code } });
      expect(connection.open).toBe(false);
      expect(reopened).toHaveLength(1);
      const kept = good(store.write((session) => keep(session)));
      expect(kept.sequence).toBe(1);
      store.close();
    },
  );

  test('the commit reached the disk although the sync said no: after a good re-opening it counts as kept', () => {
    const { store } = storeWith();
    const submission = newSubmission();
    let attempts = 0;
    const answer = store.write(
      (session) => {
        attempts += 1;
        const kept = keep(session, submission);
        session.connection.exec('COMMIT');
        if (kept.ok) throw diskError('SQLITE_IOERR_FSYNC');
        return kept;
      },
      (session) => {
        const row = session.statements.byId.get(submission.envelope.id);
        return row === undefined
          ? null
          : { id: row.id, reference: row.reference, keptAt: row.kept_at, sequence: row.sequence };
      },
    );
    expect(good(answer).id).toBe(submission.envelope.id);
    expect(attempts).toBe(1);
    store.close();
  });

  test('it does not come back: every call says so, until it does', () => {
    let broken = true;
    const path = join(dataFolder(), 'queue.db');
    good(openQueue(path)).close();
    const { store } = storeWith(() => (broken ? fail('storage-fault') : reopenConnection(path, {})));
    store.write(() => {
      throw diskError('SQLITE_IOERR');
    });
    expect(store.write(() => ok(null))).toEqual({ ok: false, code: 'storage-fault' });
    expect(store.read(() => null)).toEqual({ ok: false, code: 'storage-fault' });
    broken = false;
    expect(store.write((session) => keep(session)).ok).toBe(true);
    store.close();
  });

  test('a refusal inside the transaction leaves nothing behind', () => {
    const { store } = storeWith();
    const answer = store.write((session) => {
      good(keep(session));
      return fail('refused');
    });
    expect(answer).toEqual({ ok: false, code: 'refused' });
    expect(
      good(store.read((session) => session.statements.list.all({ after: 0, limit: -1, state: null }))),
    ).toEqual([]);
    store.close();
  });

  test('a bug is not taken for a fault of the disk', () => {
    const { store } = storeWith();
    expect(() =>
      store.write(() => {
        throw new TypeError('a bug');
      }),
    ).toThrow('a bug');
    store.close();
  });
});

describe('the disk is full', () => {
  // The database may not grow beyond so many pages: SQLite answers SQLITE_FULL, as it does for ENOSPC on a write.
  test('not saved, nothing half there, and what is kept can still be sent', () => {
    const path = join(dataFolder(), 'queue.db');
    good(openQueue(path)).close();
    const queue = good(openQueue(path, { mostPages: 90 }));
    const kept: string[] = [];
    for (let lane = 0; lane < 200; lane += 1) {
      const answer = queue.enqueue(newSubmission({ lane, bytes: 2_000 }));
      if (!answer.ok) {
        expect(answer).toEqual({ ok: false, code: 'disk-full' });
        break;
      }
      kept.push(answer.value.id);
    }
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.length).toBeLessThan(200);
    expect(good(queue.list()).map((item) => item.id)).toEqual(kept);
    expect(good(queue.counts()).pending).toBe(kept.length);
    expect(good(queue.verifyAudit()).entries).toBe(kept.length);
    expect(good(queue.claim({ owner: 'test', limit: 1 }))).toHaveLength(1);
    queue.close();

    const roomy = good(openQueue(path));
    const next = good(roomy.enqueue(newSubmission()));
    expect(next.sequence).toBe(kept.length + 1);
    roomy.close();
  });
});
