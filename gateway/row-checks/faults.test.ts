import { setImmediate as turn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../domain/wire/contract.ts';
import { databasePath } from '../store/database.ts';
import { MIGRATIONS } from '../store/migrations/index.ts';
import { NOW } from '../testing/gateway.ts';
import { adultNumber, cancellationOf } from '../testing/people.ts';
import { employeeRow, remittance, rowsOf } from '../testing/remittances.ts';
import { ACCEPTED, DIFFER, gatewayThatChecks, must, THREE } from './checking.fixture.ts';

const gateway = gatewayThatChecks();

/** Takes away what migrations after this one added: tables, and columns of those that stay. */
function backTo(database: Database.Database, version: number): void {
  const older = new Database(':memory:');
  for (const step of MIGRATIONS) if (step.version <= version) older.exec(step.sql);
  const tables = (of: Database.Database) =>
    of
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all();
  const columns = (of: Database.Database, table: unknown) =>
    of.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table);
  for (const table of tables(database)) {
    if (!tables(older).includes(table)) database.exec(`DROP TABLE "${String(table)}"`);
    else
      for (const column of columns(database, table))
        if (!columns(older, table).includes(column))
          database.exec(`ALTER TABLE "${String(table)}" DROP COLUMN "${String(column)}"`);
  }
  older.close();
  database.pragma(`user_version = ${String(version)}`);
}

describe('something comes between', () => {
  it('the gateway ends before the check: the next one takes it up', async () => {
    const one = await remittance(gateway.terminal(), rowsOf(...THREE), 3);
    await gateway.leave(one);
    await gateway.startedAgain();
    expect(await gateway.parts().rowChecks.run()).toMatchObject([{ outcome: ACCEPTED }]);
    expect(await gateway.decisionsOn(one)).toEqual([ACCEPTED]);
  });

  it('the gateway ends in the middle of the check: nothing is written, the next one begins anew', async () => {
    const many = Array.from({ length: 400 }, (_, index) => employeeRow(index));
    const one = await remittance(gateway.terminal(), rowsOf(...many), 400);
    await gateway.leave(one);
    const broken = gateway.parts().rowChecks.run();
    await turn();
    await gateway.parts().rowChecks.stop();
    expect(await broken).toEqual([]);
    expect(await gateway.decisionsOn(one)).toEqual([]);
    await gateway.startedAgain();
    expect(await gateway.parts().rowChecks.run()).toMatchObject([{ outcome: ACCEPTED }]);
    expect(await gateway.decisionsOn(one)).toEqual([ACCEPTED]);
  });

  it('a gateway without this check is replaced by this one: what it left undecided is checked', async () => {
    await gateway.startedAgain({ afterMs: 60_000 });
    const one = await remittance(gateway.terminal(), rowsOf(...THREE), 2);
    await gateway.leave(one);
    const before = new Database(databasePath(gateway.dataDir()));
    backTo(before, 16);
    before.prepare('UPDATE submissions SET process_at = ?').run(NOW);
    before.close();
    await gateway.startedAgain();
    await gateway.parts().store.processDue(NOW);
    expect(await gateway.decisionsOn(one)).toEqual([]);
    await gateway.parts().rowChecks.run();
    expect(await gateway.decisionsOn(one)).toEqual([DIFFER]);
  });

  it('two processes check at the same time: it is decided once', async () => {
    const one = await remittance(gateway.terminal(), rowsOf(...THREE), 3);
    await gateway.leave(one);
    const other = await gateway.another();
    await Promise.all([gateway.parts().rowChecks.run(), other.rowChecks.run()]);
    other.close();
    expect(await gateway.decisionsOn(one)).toEqual([ACCEPTED]);
  });

  it('the disk fails at the commit: the others are checked, and the next process takes it up', async () => {
    const [one, other] = [
      await remittance(gateway.terminal(), rowsOf(...THREE), 3),
      await remittance(gateway.terminal(), rowsOf(employeeRow(9)), 1),
    ];
    await gateway.leave(one);
    await gateway.leave(other);
    const faulty = await gateway.anotherWith((store) => ({
      settleRows: (of, ...rest) =>
        of.id === one.submission.envelope.id
          ? Promise.reject(new Error('the disk failed'))
          : store.settleRows(of, ...rest),
    }));
    await expect(faulty.rowChecks.run()).rejects.toThrow('the disk failed');
    expect(await faulty.rowChecks.run()).toEqual([]);
    faulty.close();
    expect(await gateway.decisionsOn(one)).toEqual([]);
    expect(await gateway.decisionsOn(other)).toEqual([ACCEPTED]);
    expect(await gateway.parts().rowChecks.run()).toMatchObject([{ outcome: ACCEPTED }]);
    expect(await gateway.decisionsOn(one)).toEqual([ACCEPTED]);
  });

  it('another process has the database: it is checked again with the next run', async () => {
    const one = await remittance(gateway.terminal(), rowsOf(...THREE), 3);
    await gateway.leave(one);
    let busy = true;
    const held = await gateway.anotherWith((store) => ({
      settleRows: (...all) =>
        busy ? Promise.resolve({ ok: false, code: 'busy' }) : store.settleRows(...all),
    }));
    expect(await held.rowChecks.run()).toEqual([]);
    busy = false;
    expect(await held.rowChecks.run()).toMatchObject([{ outcome: ACCEPTED }]);
    held.close();
  });

  it('the member takes it back before the check: it stays so', async () => {
    const one = await remittance(gateway.terminal(), rowsOf(...THREE), 3);
    await gateway.leave(one);
    const by = cancellationOf(one.submission, adultNumber(1));
    must(await gateway.parts().accepting.accept(await gateway.terminal().seal(by, { kind: 'cancellation' })));
    expect(await gateway.parts().rowChecks.run()).toEqual([]);
    expect(await gateway.decisionsOn(one)).toEqual([{ state: 'cancelled' }]);
  });

  it('somebody at the platform decides while it is checked: that stands', async () => {
    const one = await remittance(gateway.terminal(), rowsOf(...THREE), 3);
    await gateway.leave(one);
    const declined: Outcome = { state: 'rejected', code: 'trustee-declined' };
    const meanwhile = await gateway.anotherWith((store) => ({
      settleRows: async (...all) => {
        must(await gateway.parts().store.decide(one.submission.envelope.reference, declined, NOW));
        return store.settleRows(...all);
      },
    }));
    expect(await meanwhile.rowChecks.run()).toMatchObject([{ outcome: declined }]);
    meanwhile.close();
    expect(await gateway.decisionsOn(one)).toEqual([declined]);
  });
});
