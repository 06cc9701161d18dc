import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { openQueue } from '../store/queue.ts';
import { dataFolder } from '../testing/data-folder.ts';
import { newSubmission } from '../testing/submissions.ts';
import { good } from '../testing/values.ts';
import { chainLink } from './audit-chain.ts';
import { verifyAuditOf } from './audit-verify.ts';

let path = '';

beforeEach(() => {
  path = join(dataFolder(), 'queue.db');
  const queue = good(openQueue(path));
  for (let lane = 1; lane <= 3; lane += 1) good(queue.enqueue(newSubmission({ lane })));
  good(queue.audit.append({ event: 'session.started', actor: 'member', detail: { locale: 'zh-Hant' } }));
  good(queue.audit.append({ event: 'session.ended', actor: 'system', detail: { how: 'done' } }));
  queue.close();
});

/** Rows 3 and on move up by one. */
const MAKE_ROOM = `UPDATE audit SET number = number + 100 WHERE number > 2;
  UPDATE audit SET number = number - 99 WHERE number > 100;`;
/** Makes every row's hash that of its own content, by somebody who read how. */
const REHASH = `UPDATE audit SET hash = chain_hash(previous, entry)`;

/** Somebody with the disk in hand, who knows how to take the guards out. */
function tamper(sql: string): void {
  const database = new Database(path);
  database.function('chain_hash', (previous, entry) => chainLink(String(previous), String(entry)));
  database.exec('DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete;');
  database.pragma('ignore_check_constraints = ON');
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
    [
      'changed what an entry says, and its hash to fit',
      `UPDATE audit SET entry = json_set(entry, '$.actor', 'staff') WHERE number = 2; ${REHASH}`,
      2,
      'changed',
    ],
    [
      'changed the hash of the last',
      `UPDATE audit SET hash = '${'h'.repeat(43)}' WHERE number = 5`,
      5,
      'changed',
    ],
    ['wrote something that is no entry', `UPDATE audit SET entry = '"x"' WHERE number = 3`, 3, 'changed'],
    ['removed one', 'DELETE FROM audit WHERE number = 3', 3, 'removed'],
    [
      'removed one and closed the gap',
      'DELETE FROM audit WHERE number = 3; UPDATE audit SET number = number - 1 WHERE number > 3',
      3,
      'removed',
    ],
    ['removed the first', 'DELETE FROM audit WHERE number = 1', 1, 'removed'],
    ['removed the last', 'DELETE FROM audit WHERE number = 5', 5, 'removed'],
    [
      'removed the last and counted again, when the platform holds it',
      `DELETE FROM audit WHERE number = 5;
       UPDATE counters SET value = 4 WHERE name = 'audit';
       UPDATE counters SET value = 5 WHERE name = 'audit-acknowledged'`,
      5,
      'removed',
    ],
    ['removed all', 'DELETE FROM audit', 1, 'removed'],
    [
      'exchanged two',
      `UPDATE audit SET number = 99 WHERE number = 2; UPDATE audit SET number = 2 WHERE number = 3; UPDATE audit SET number = 3 WHERE number = 99`,
      2,
      'reordered',
    ],
    ['put one at the end', 'UPDATE audit SET number = 99 WHERE number = 2', 2, 'reordered'],
    [
      'put in a copy of another',
      `${MAKE_ROOM} INSERT INTO audit SELECT 3, entry, previous, hash FROM audit WHERE number = 2`,
      3,
      'inserted',
    ],
    [
      'put in one that fits the one before',
      `${MAKE_ROOM} INSERT INTO audit SELECT 3, json_set(entry, '$.number', 3), hash, '' FROM audit WHERE number = 2;
       ${REHASH}`,
      3,
      'inserted',
    ],
    [
      'put in one that fits nothing',
      `${MAKE_ROOM} INSERT INTO audit SELECT 3, json_set(entry, '$.number', 3), '${'p'.repeat(43)}', '' FROM audit WHERE number = 2;
       ${REHASH}`,
      3,
      'inserted',
    ],
    [
      'put one on at the end',
      `INSERT INTO audit SELECT 6, json_set(entry, '$.number', 6), hash, '' FROM audit WHERE number = 5; ${REHASH}`,
      6,
      'inserted',
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
      params: { number: 1, what: 'inserted' },
    });
  });

  test('made the whole chain anew from one on: only who knows an older hash can tell', () => {
    const read = new Database(path, { readonly: true });
    const checkpoint = { number: 5, head: good(verifyAuditOf(read)).head };
    read.close();
    tamper(`UPDATE audit SET entry = json_set(entry, '$.actor', 'staff') WHERE number = 2;
      UPDATE audit SET hash = chain_hash(previous, entry) WHERE number = 2;
      ${[3, 4, 5].map((number) => `UPDATE audit SET previous = (SELECT hash FROM audit WHERE number = ${number - 1}) WHERE number = ${number}; UPDATE audit SET hash = chain_hash(previous, entry) WHERE number = ${number};`).join('\n')}`);
    expect(verified()).toMatchObject({ ok: true });
    const again = new Database(path, { readonly: true });
    expect(verifyAuditOf(again, { checkpoint })).toEqual({
      ok: false,
      code: 'audit-broken',
      params: { number: 5, what: 'changed' },
    });
    expect(verifyAuditOf(again, { checkpoint: { ...checkpoint, number: 7 } })).toMatchObject({
      params: { number: 6, what: 'removed' },
    });
    again.close();
  });

  test('an ordinary program cannot even try', () => {
    const database = new Database(path);
    expect(() => database.exec('DELETE FROM audit')).toThrow('audit-append-only');
    expect(() => database.exec(`UPDATE audit SET entry = '{}'`)).toThrow('audit-append-only');
    database.close();
  });
});
