import { expect, test } from 'vitest';
import type { AuditRow } from '../../../domain/wire/audit-upload.ts';
import { chainLink, chainStart } from '../../audit/audit-chain.ts';
import type { SalvagedAuditFate } from '../../rescue/salvaged-audit.ts';
import { delaysWith } from '../delays.ts';
import type { RunAnswer, RunSender } from './run-sender.ts';
import { createSalvagedUploader } from './salvaged-upload.ts';

const OLD = '0195bb00-0000-4000-8000-000000000000';
const AT = '2026-03-02T04:10:00.000Z';

function chainOf(length: number): readonly AuditRow[] {
  const rows: AuditRow[] = [];
  for (let number = 1; number <= length; number += 1) {
    const previous = rows.at(-1)?.hash ?? chainStart(OLD);
    const entry = JSON.stringify({ number });
    rows.push({ number, entry, previous, hash: chainLink(previous, entry) });
  }
  return rows;
}

/** A platform that holds the chain up to `held`, and a terminal that saved `rows` of it. */
function salvaged(rows: readonly AuditRow[], whole: readonly AuditRow[], held: number) {
  const runs: (readonly number[])[] = [];
  const fates: SalvagedAuditFate[] = [];
  const script: RunAnswer[] = [];
  const state = { held, uptime: 0, believed: true };
  const send: RunSender = (run) => {
    runs.push(run.rows.map((row) => row.number));
    const scripted = script.shift();
    if (scripted !== undefined) return Promise.resolve(scripted);
    for (const row of run.rows) {
      const end = whole[state.held - 1]?.hash ?? chainStart(OLD);
      if (row.number === state.held + 1 && row.previous === end) state.held += 1;
    }
    const head = whole[state.held - 1]?.hash ?? '';
    const said = { terminalId: 'K0127', databaseId: OLD, number: state.held, head, receivedAt: AT };
    if (state.held > 0) state.believed &&= run.isOurs(said);
    const acknowledged = state.held === 0 ? null : { number: state.held, jws: '' };
    return Promise.resolve({ kind: 'answered', next: state.held + 1, acknowledged });
  };
  const uploader = createSalvagedUploader({
    chain: { databaseId: OLD, rows: () => rows, settle: (fate) => fates.push(fate) },
    keys: { time: { now: () => ({ instant: AT }) } } as never,
    send,
    gate: { mayCall: () => true, jitter: () => 1_000 } as never,
    delays: delaysWith(),
    uptime: () => state.uptime,
    random: () => 0,
  });
  return { uploader, runs, fates, script, state };
}

test('what the platform has not is sent, from where it wants it, in runs, to the end', async () => {
  const whole = chainOf(500);
  const { uploader, runs, fates, state } = salvaged(whole, whole, 250);
  await uploader.upload();
  expect(state).toMatchObject({ held: 500, believed: true });
  expect(runs.map((run) => [run[0], run.at(-1)])).toEqual([
    [1, 200],
    [251, 450],
    [451, 500],
  ]);
  expect(fates).toEqual(['sent']);
  expect(uploader.until()).toBe(Number.POSITIVE_INFINITY);
});

test('the disk lost the end, which the platform has: nothing is missing there', async () => {
  const whole = chainOf(30);
  const { uploader, fates, state } = salvaged(whole.slice(0, 20), whole, 25);
  await uploader.upload();
  expect([state.believed, fates]).toEqual([true, ['sent']]);
});

test('the disk lost entries that the platform has not: it gets those before, and that is the end of it', async () => {
  const whole = chainOf(30);
  const { uploader, fates, state } = salvaged([...whole.slice(0, 20), ...whole.slice(25)], whole, 10);
  await uploader.upload();
  expect([state.held, fates]).toEqual([20, ['incomplete']]);
});

test('the disk lost the beginning, which the platform has', async () => {
  const whole = chainOf(30);
  const { uploader, fates, state } = salvaged(whole.slice(12), whole, 15);
  await uploader.upload();
  expect([state.held, fates]).toEqual([30, ['sent']]);
});

test('two versions of an entry were found: the one that the others are joined to goes', async () => {
  const whole = chainOf(30);
  const [older] = whole.slice(9, 10).map((row) => ({ ...row, hash: 'A'.repeat(43) }));
  if (older === undefined) throw new Error('no row');
  const rows = [...whole.slice(0, 9), older, ...whole.slice(9)];
  const { uploader, fates, state } = salvaged(rows, whole, 0);
  await uploader.upload();
  expect([state.held, fates]).toEqual([30, ['sent']]);
});

test('a refusal ends it with its code; an answer that is lost does not', async () => {
  const whole = chainOf(3);
  const { uploader, fates, script, state } = salvaged(whole, whole, 0);
  script.push({ kind: 'failed' }, { kind: 'refused', code: 'audit-broken' });
  await uploader.upload();
  expect([fates, uploader.until()]).toEqual([[], 1_000]);
  state.uptime = 1_000;
  expect(uploader.until()).toBe(0);
  await uploader.upload();
  expect(fates).toEqual(['audit-broken']);
});

test('nothing that can be read was saved', async () => {
  const { uploader, runs, fates } = salvaged([], [], 0);
  await uploader.upload();
  expect([runs, fates]).toEqual([[], ['incomplete']]);
});
