import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { TransferProgress } from '../../domain/operations/transfer.ts';
import { submitRequest } from '../testing/submissions.ts';
import { good } from '../testing/values.ts';
import { FILE_SYSTEM_DRIVE, type Drive } from '../transfer/drive.ts';
import { failingDrive, stick } from '../transfer/testing/stick.ts';
import { TERMINAL, van, type Van } from '../transfer/testing/van.ts';
import { auditedIn, statusOf, tooBusy, workerWith } from './running-worker.fixture.ts';
import { createTransferDesk } from './transfer-calls.ts';

// Disks sync slowly where tests run, and what is tested syncs often.
vi.setConfig({ testTimeout: 30_000 });

const staffId = 'S4052';

describe('while the terminal runs', () => {
  test('what is kept goes onto a drive beside everything else, and the status says so', async () => {
    const { worker, gateway, path, events, until } = await workerWith({ delays: { statusLeast: 0 } });
    tooBusy(gateway);
    good(await worker.port.submit(submitRequest()));
    const folder = stick();
    const told: TransferProgress[] = [];
    const exporting = worker.transfer.export({ folder, staffId }, (progress) => told.push(progress));
    // A member's submission does not wait until the drive is through.
    good(await worker.port.submit(submitRequest()));
    const exported = good(await exporting);
    expect(exported.submissions).toBeGreaterThan(0);
    expect(readdirSync(folder)).toEqual([exported.folder]);
    expect(told.at(-1)).toMatchObject({ phase: 'comparing', done: exported.submissions });
    await until(() => statusOf(events)?.exported === exported.submissions);
    expect(await worker.transfer.receipts({ folder, staffId })).toEqual({
      ...{ ok: false, code: 'receipts-missing' },
    });
    await worker.stop();
    expect(auditedIn(path)).toEqual(expect.arrayContaining(['export.started', 'export.completed']));
    expect(await worker.transfer.export({ folder, staffId }, () => undefined)).toEqual({
      ...{ ok: false, code: 'unavailable' },
    });
  });

  test('the program ends in the middle: nothing is marked, and nothing is left on the drive', async () => {
    const { worker, gateway, path } = await workerWith();
    tooBusy(gateway);
    for (let kept = 0; kept < 3; kept += 1) good(await worker.port.submit(submitRequest()));
    const folder = stick();
    const exporting = worker.transfer.export({ folder, staffId }, () => undefined);
    await worker.stop();
    // Its part was written before the end was heard, or it was not.
    const exported = await exporting;
    if (!exported.ok) expect(readdirSync(folder)).toEqual([]);
    const audited = auditedIn(path).filter((event) => event.startsWith('export.'));
    expect(audited).toEqual(['export.started', exported.ok ? 'export.completed' : 'export.failed']);
  });
});

/** A drive that waits at its first write until it is let go. */
function slow(): Drive & { readonly atWrite: Promise<void>; readonly letGo: () => void } {
  let reached: () => void = () => undefined;
  let letGo: () => void = () => undefined;
  const atWrite = new Promise<void>((resolve) => (reached = resolve));
  const going = new Promise<void>((resolve) => (letGo = resolve));
  return {
    ...FILE_SYSTEM_DRIVE,
    async write(path, bytes) {
      reached();
      await going;
      await FILE_SYSTEM_DRIVE.write(path, bytes);
    },
    atWrite,
    letGo: () => letGo(),
  };
}

function deskOf({ queue, keys }: Van, drive: Drive = FILE_SYSTEM_DRIVE) {
  let changes = 0;
  const desk = createTransferDesk({
    ...{ queue, keys, drive, terminalId: TERMINAL },
    onChanged: () => (changes += 1),
  });
  return { ...desk, changes: () => changes };
}

const silent = (): void => undefined;

describe('one drive at a time', () => {
  test('another export, or receipts, meanwhile: busy; afterwards it works again', async () => {
    const there = await van();
    there.keep(3);
    const drive = slow();
    const desk = deskOf(there, drive);
    const folder = stick();
    const exporting = desk.export({ folder, staffId }, silent);
    await drive.atWrite;
    expect(await desk.export({ folder, staffId }, silent)).toEqual({ ok: false, code: 'busy' });
    expect(await desk.receipts({ folder, staffId })).toEqual({ ok: false, code: 'busy' });
    expect(readdirSync(folder)).toHaveLength(1);
    drive.letGo();
    expect(good(await exporting).submissions).toBe(3);
    expect(await desk.receipts({ folder, staffId })).toEqual({ ok: false, code: 'receipts-missing' });
    expect(desk.changes()).toBe(2);
  });

  test('it is stopped: the part under way is the last, and the next one begins anew', async () => {
    const there = await van();
    there.keep(120);
    const drive = slow();
    const desk = deskOf(there, drive);
    const folder = stick();
    const exporting = desk.export({ folder, staffId }, silent);
    await drive.atWrite;
    desk.stop();
    drive.letGo();
    expect(await exporting).toEqual({ ok: false, code: 'stopped' });
    expect(readdirSync(folder)).toEqual([]);
    expect(good(await desk.export({ folder, staffId }, silent)).submissions).toBe(120);
  });

  test('a second export onto the same drive says how many lay there; nothing of them is touched', async () => {
    const there = await van();
    there.keep(2);
    const desk = deskOf(there);
    const folder = stick();
    mkdirSync(join(folder, 'empf-export-K0999-01997d2e-7a10-7000-8000-000000000001'));
    const first = good(await desk.export({ folder, staffId }, silent));
    expect(first.earlier).toBe(0);
    const second = good(await desk.export({ folder, staffId }, silent));
    expect(second).toMatchObject({ submissions: 2, earlier: 1 });
    expect(existsSync(join(folder, first.folder))).toBe(true);
  });

  test('the machine’s own disk is at fault, not the drive: one word for all that it can be', async () => {
    const there = await van();
    there.keep(1);
    const desk = deskOf(there);
    there.queue.close();
    expect(await desk.export({ folder: stick(), staffId }, silent)).toMatchObject({ code: 'not-saved' });
  });

  test('a drive that was pulled out before its receipts were read', async () => {
    const desk = deskOf(await van());
    const folder = stick();
    rmSync(folder, { recursive: true });
    expect(await desk.receipts({ folder, staffId })).toEqual({ ok: false, code: 'drive-gone' });
  });

  test('a full drive: told with the figures that the platform’s words need', async () => {
    const there = await van();
    there.keep(1);
    const small: Drive = { ...FILE_SYSTEM_DRIVE, freeBytes: () => Promise.resolve(900_000) };
    const full = await deskOf(there, small).export({ folder: stick(), staffId }, silent);
    expect(full).toEqual({ ok: false, code: 'drive-full', params: { needed: 2, free: 1 } });
    const pulled = failingDrive({ step: 'write', at: 1, code: 'EIO', gone: true });
    const gone = await deskOf(there, pulled).export({ folder: stick(), staffId }, silent);
    expect(gone).toMatchObject({ ok: false, code: 'drive-gone' });
    expect(good(there.queue.counts()).exported).toBe(0);
  });
});
