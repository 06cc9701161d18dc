import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
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
  // One row for each of the few people who work here.
  'everyPinTries',
  'staffNotices',
  // Only what the platform has not heard of, twenty at most.
  'untoldDrafts',
  // A row a day, for as long as the policy keeps them.
  'usabilityDays',
  // The sessions and stops of one day, and the few days whose report the platform has not.
  'dayStops',
  'daySessions',
  'cutSessions',
  'forgetSessions',
  'forgetNamed',
  'unsentReports',
  'countUnsent',
  // From the newest day back, as far as the first that was closed.
  'lastReport',
  // Some tens a day at a station, and those of earlier days that need somebody.
  'everyCase',
  'cutCases',
  'expireEndings',
] as const);

type Opened = ReturnType<typeof opened>;

function opened() {
  const { connection, lock } = good(openDatabase(join(dataFolder(), 'queue.db')));
  onTestFinished(() => {
    connection.close();
    lock.release();
  });
  return { connection, statements: startSession(connection, 'database').statements };
}

function planOf({ connection, statements }: Opened, name: keyof Statements): string {
  const { source } = statements[name];
  const named = [...source.matchAll(/@(\w+)/g)].map(([, parameter]) => [parameter ?? '', 1] as const);
  const plan = connection.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source}`);
  const rows =
    named.length > 0
      ? plan.all(Object.fromEntries(named))
      : plan.all(...Array<number>((source.match(/\?/g) ?? []).length).fill(1));
  return rows.map(({ detail }) => detail).join('\n');
}

describe('a million stored rows cost nothing', () => {
  test('no statement walks through a table, but those that may', () => {
    const database = opened();
    const names = Object.keys(database.statements) as (keyof Statements)[];
    const walking = names.filter((name) => /\bSCAN\b/.test(planOf(database, name)));
    expect(new Set(walking)).toEqual(WALKS);
  });

  test('what may go is read from its index, in order', () => {
    const plan = planOf(opened(), 'ready');
    expect(plan).toContain('SEARCH submissions USING INDEX submissions_turn (turn=?)');
    expect(plan).not.toContain('TEMP B-TREE');
  });

  test('no statement that runs all the time is prepared anew at every run, as SQLite does for LIMIT ?', () => {
    expect(opened().statements.ready.source).not.toMatch(/LIMIT\s+[?@]\w*\s*$/);
  });
});
