import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { describe, expect, test, vi } from 'vitest';
import { MOST_PIN_TRIES } from '../../../domain/identity/pin-tries.ts';
import { MIGRATIONS } from '../../store/migrations/index.ts';
import type { Queue } from '../../store/queue-interface.ts';
import { good } from '../../testing/values.ts';
import { backUp } from '../backup.ts';
import { openQueueOrSalvage } from '../open.ts';
import { aftermath, change, pagesOf, zeroPage } from '../testing/damage.ts';
import { filledQueue } from '../testing/filled-queue.ts';
import { BESIDE_TABLES } from './beside.ts';

// Disks sync slowly where tests run, and what is tested syncs often.
vi.setConfig({ testTimeout: 30_000 });

const OFFICER = { staffId: 'S-2001', pinVersion: 3 };
const SUPERVISOR = { staffId: 'S-3001' };
const BADGE = 'b'.repeat(43);
const OWN_PIN = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA';

const draft = (letter: string, bytes: number) => ({
  key: letter.repeat(43),
  draftId: 'k7m2',
  schemaVersion: 1,
  expiresAt: '2999-01-01T00:00:00.000Z',
  sealed: new Uint8Array(bytes).fill(7),
});
const SMALL = draft('d', 900);
/** Longer than a page, so that it goes on in others. */
const LARGE = draft('e', 9_000);

/** A badge whose PIN was tried too often, one that was lost, a PIN that was changed, and two instructions put aside. */
async function usedByStaff() {
  let budget = 0;
  const filled = await filledQueue({ budget: () => budget });
  const { queue } = filled;
  filled.keep(3);
  for (let time = 0; time < MOST_PIN_TRIES; time += 1) {
    budget += 24 * 60 * 60_000;
    good(queue.countPinTry(OFFICER));
    good(queue.pinWasWrong(OFFICER.staffId));
  }
  const lost = {
    kind: 'badge-blocked',
    staffId: 'S-2002',
    badgeDigest: BADGE,
    by: SUPERVISOR.staffId,
  } as const;
  good(queue.blockBadge(BADGE, { id: v7(), notice: lost }, SUPERVISOR));
  const changed = { kind: 'pin-changed', staffId: 'S-2003', pinVersion: 2, pinHash: OWN_PIN } as const;
  good(queue.keepOwnPin({ staffId: 'S-2003', pinVersion: 2 }, OWN_PIN, { id: v7(), notice: changed }));
  good(queue.drafts.keep(SMALL));
  good(queue.drafts.keep(LARGE));
  return filled;
}

function expectAll(queue: Queue): void {
  expect(good(queue.isLocked(OFFICER))).toBe(true);
  expect(good(queue.isBadgeBlocked(BADGE))).toBe(true);
  expect(good(queue.ownPin({ staffId: 'S-2003', pinVersion: 2 }))).toBe(OWN_PIN);
  expect(good(queue.staffNotices())).toHaveLength(2);
  expect(good(queue.drafts.get(SMALL.key))).toEqual(SMALL);
  expect(good(queue.drafts.get(LARGE.key))).toEqual(LARGE);
  expect(good(queue.drafts.untold())).toHaveLength(2);
}

test('the shapes are the columns of the tables, in their order', () => {
  const connection = new Database(':memory:');
  for (const { sql } of MIGRATIONS) connection.exec(sql);
  for (const { table, columns } of BESIDE_TABLES) {
    const rows = connection
      .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?) ORDER BY cid')
      .all(table);
    expect(rows.map(({ name }) => name)).toEqual(columns);
  }
  connection.close();
});

describe('what is beside the submissions survives a damaged database', () => {
  test('the header is gone: a locked badge stays locked, a lost one lost, what was put aside is found with its slip', async () => {
    const filled = await usedByStaff();
    filled.queue.close();
    change(filled.path, (bytes) => bytes.fill(0, 0, 100));
    const { queue, salvage } = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(salvage).toMatchObject({ salvaged: 3, missing: 0 });
    expectAll(queue);
    queue.close();
  });

  test('one was taken up again before the damage: it stays over', async () => {
    const filled = await usedByStaff();
    good(filled.queue.drafts.end(SMALL, { how: 'submitted', fence: null }));
    filled.queue.close();
    change(filled.path, (bytes) => bytes.fill(0, 0, 100));
    const { queue } = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(good(queue.drafts.get(SMALL.key))).toBeNull();
    expect(good(queue.drafts.get(LARGE.key))).toEqual(LARGE);
    queue.close();
  });

  test('all pages but the header are gone: the backup of the night has them', async () => {
    const filled = await usedByStaff();
    good(await backUp(filled.path, filled.queue));
    filled.queue.close();
    for (let page = 1; page < pagesOf(filled.path); page += 1) zeroPage(filled.path, page);
    const { queue, report } = await aftermath(filled, filled.path);
    expect(report).toMatchObject({ fromBackup: 3 });
    expectAll(queue);
    queue.close();
  });

  test('the disk has changed the fingerprint of a PIN that was set here: the platform’s holds', async () => {
    const filled = await usedByStaff();
    filled.queue.close();
    change(filled.path, (bytes) => {
      bytes.fill(0, 0, 100);
      for (let at = bytes.indexOf(OWN_PIN); at >= 0; at = bytes.indexOf(OWN_PIN, at + 1))
        bytes.write('?', at);
    });
    const { queue } = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(good(queue.ownPin({ staffId: 'S-2003', pinVersion: 2 }))).toBeNull();
    expect(good(queue.isLocked(OFFICER))).toBe(true);
    queue.close();
  });
});
