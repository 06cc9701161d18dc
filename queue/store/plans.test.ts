import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFolder } from '../testing/data-folder.ts';
import { good } from '../testing/values.ts';
import { openDatabase } from './database/open-database.ts';
import { startSession } from './session/session.ts';
import type { Statements } from './statements.ts';

/** Statements that read a whole table or index, and why they may. */
const WALKS: ReadonlySet<keyof Statements> = new Set([
  // Two dozen rows.
  'counters',
  // Only what is parked.
  'parkedFor',
  // Files, of which there are few; the first two at opening and at night.
  'takeBackAllAttachments',
  'everyAttachment',
  'readyAttachment',
] as const);

function planOf(name: keyof Statements): string {
  const { connection, lock } = good(openDatabase(join(dataFolder(), 'queue.db')));
  const { source } = startSession(connection, 'database').statements[name];
  const named = [...source.matchAll(/@(\w+)/g)].map(([, parameter]) => [parameter ?? '', 1] as const);
  const plan = connection.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source}`);
  const rows =
    named.length > 0
      ? plan.all(Object.fromEntries(named))
      : plan.all(...Array<number>((source.match(/\?/g) ?? []).length).fill(1));
  connection.close();
  lock.release();
  return rows.map(({ detail }) => detail).join('\n');
}

function everyStatement(): (keyof Statements)[] {
  const { connection, lock } = good(openDatabase(join(dataFolder(), 'queue.db')));
  const names = Object.keys(startSession(connection, 'database').statements) as (keyof Statements)[];
  connection.close();
  lock.release();
  return names;
}

describe('a million stored rows cost nothing', () => {
  test('no statement walks through a table, but those that may', () => {
    const walking = everyStatement().filter((name) => /\bSCAN\b/.test(planOf(name)));
    expect(new Set(walking)).toEqual(WALKS);
  });

  test('what may go is read from its index, in order', () => {
    const plan = planOf('ready');
    expect(plan).toContain('SEARCH submissions USING INDEX submissions_turn (turn=?)');
    expect(plan).not.toContain('TEMP B-TREE');
  });

  test('no statement that runs all the time is prepared anew at every run, as SQLite does for LIMIT ?', () => {
    const { connection, lock } = good(openDatabase(join(dataFolder(), 'queue.db')));
    expect(startSession(connection, 'database').statements.ready.source).not.toMatch(/LIMIT\s+[?@]\w*\s*$/);
    connection.close();
    lock.release();
  });
});
