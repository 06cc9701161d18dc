import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { openQueue } from '../store/queue.ts';
import { dataFolder } from '../testing/data-folder.ts';
import { newSubmission } from '../testing/submissions.ts';
import { good } from '../testing/values.ts';

let path = '';

beforeEach(() => {
  path = join(dataFolder(), 'queue.db');
  const queue = good(openQueue(path));
  for (let lane = 1; lane <= 3; lane += 1) good(queue.enqueue(newSubmission({ lane })));
  good(queue.audit.append({ event: 'session.started', actor: 'member', detail: { locale: 'zh-Hant' } }));
  good(queue.audit.append({ event: 'session.ended', actor: 'system', detail: { how: 'done' } }));
  queue.close();
});

/** Somebody with the disk in hand, who knows how to take the guards out. */
function tamper(sql: string): void {
  const database = new Database(path);
  database.exec('DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete;');
  database.exec(sql);
  database.close();
}

function verified(): unknown {
  const queue = good(openQueue(path));
  const answer = queue.verifyAudit();
  queue.close();
  return answer;
}

describe('somebody changed the audit log on disk', () => {
  test('nobody did', () => {
    expect(verified()).toMatchObject({ ok: true, value: { entries: 5 } });
  });

  test.each([
    [
      'changed what an entry says',
      `UPDATE audit SET entry = json_set(entry, '$.actor', 'staff') WHERE number = 2`,
      2,
      'changed',
    ],
    [
      'changed when it was',
      `UPDATE audit SET entry = json_set(entry, '$.at', '1999-01-01T00:00:00.000Z') WHERE number = 4`,
      4,
      'changed',
    ],
    ['removed one', 'DELETE FROM audit WHERE number = 3', 3, 'missing'],
    [
      'removed one and closed the gap',
      'DELETE FROM audit WHERE number = 3; UPDATE audit SET number = number - 1 WHERE number > 3',
      3,
      'unlinked',
    ],
    ['removed the last', 'DELETE FROM audit WHERE number = 5', 5, 'last-missing'],
    ['removed all', 'DELETE FROM audit', 1, 'last-missing'],
    [
      'exchanged two',
      `UPDATE audit SET number = 99 WHERE number = 2; UPDATE audit SET number = 2 WHERE number = 3; UPDATE audit SET number = 3 WHERE number = 99`,
      2,
      'unlinked',
    ],
    [
      'inserted one',
      `UPDATE audit SET number = number + 100 WHERE number > 2; UPDATE audit SET number = number - 99 WHERE number > 100;
       INSERT INTO audit SELECT 3, entry, previous, hash FROM audit WHERE number = 2`,
      3,
      'unlinked',
    ],
  ])('%s', (_, sql, number, what) => {
    tamper(sql);
    expect(verified()).toEqual({ ok: false, code: 'audit-broken', params: { number, what } });
  });

  test('put in the log of another terminal', () => {
    const other = join(dataFolder(), 'queue.db');
    const queue = good(openQueue(other));
    for (let lane = 1; lane <= 5; lane += 1) good(queue.enqueue(newSubmission({ lane })));
    queue.close();
    tamper(
      `ATTACH '${other}' AS other; DELETE FROM audit; INSERT INTO audit SELECT * FROM other.audit; DETACH other`,
    );
    expect(verified()).toMatchObject({
      ok: false,
      code: 'audit-broken',
      params: { number: 1, what: 'unlinked' },
    });
  });

  test('an ordinary program cannot even try', () => {
    const database = new Database(path);
    expect(() => database.exec('DELETE FROM audit')).toThrow('audit-append-only');
    expect(() => database.exec(`UPDATE audit SET entry = '{}'`)).toThrow('audit-append-only');
    database.close();
  });
});
