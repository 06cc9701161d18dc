import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { PrinterStatus } from '../../domain/paper/paper.ts';
import { ok } from '../../domain/result.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import type { HardwareEvent } from '../../domain/terminal/ports/hardware.ts';
import type { UsabilityCell } from '../../domain/usability/cell.ts';
import type { QueueWorker } from '../../queue/index.ts';
import { createLog } from '../diagnostics/log.ts';
import { createOperations } from './operations.ts';

const cell: UsabilityCell = {
  day: '2026-11-22',
  mode: 'live',
  profile: 'kiosk',
  flow: 'call-back',
  step: 'visit',
  locale: 'en',
  textSize: 'normal',
  assist: false,
  measure: 'begun',
  count: 8,
};

function setUp(
  desk: Partial<QueueWorker['operations']> | null = {},
  printer: readonly PrinterStatus[] | null = null,
) {
  const data = mkdtempSync(join(tmpdir(), 'empf-operations-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  let tell: (event: HardwareEvent) => void = () => undefined;
  const audited: AuditEntry[] = [];
  const saved: string[] = [];
  let restarts = 0;
  const log = createLog({ write: () => undefined }, () => '2026-11-23T04:00:00.000Z');
  const operations = createOperations({
    hardware: {
      subscribe: (listener) => {
        tell = listener;
        return () => undefined;
      },
    },
    printer:
      printer === null
        ? null
        : {
            subscribe: (listener) => {
              for (const status of printer) listener({ type: 'PRINTER', output: 'slips', status });
              return () => undefined;
            },
          },
    log,
    updates: {
      window: () => ({ from: '02:00', to: '04:00' }),
      choose: () => true,
      prepared: () => null,
    },
    places: { data },
    version: '0.1.0',
    desk: () => desk as QueueWorker['operations'] | null,
    audit: (entry) => audited.push(entry),
    terminalId: 'K0127',
    save: (stem, text) => {
      saved.push(stem, text);
      return Promise.resolve(ok({ name: `${stem}.csv` }));
    },
    restart: () => (restarts += 1),
    now: () => '2026-11-23T04:00:00.000Z',
  });
  const device = (status: 'ready' | 'absent'): void =>
    tell({ type: 'DEVICE_STATE', device: 'id-reader', status, simulated: false });
  return {
    operations,
    data,
    log,
    device,
    tell: (event: HardwareEvent) => tell(event),
    audited,
    saved,
    restarts: () => restarts,
  };
}

it('the disk is tried with a real file, of which nothing stays', async () => {
  const { operations, data } = setUp();
  expect(await operations.check('disk')).toBe('passed');
  expect(readdirSync(data)).toEqual([]);
});

it('a folder that cannot be written to has failed', async () => {
  const { operations, data } = setUp();
  rmSync(data, { recursive: true });
  writeFileSync(data, 'a file, and no folder');
  expect(await operations.check('disk')).toBe('failed');
});

it('a reader that is unplugged, or whose process died, has failed', async () => {
  const { operations, device, tell } = setUp();
  expect(await operations.check('id-reader')).toBe('failed');
  device('ready');
  expect(await operations.check('id-reader')).toBe('passed');
  tell({ type: 'HARDWARE_DOWN' });
  expect(await operations.check('id-reader')).toBe('failed');
});

it('a machine without a status light says so; one whose light was pulled out, or does not obey, has failed', async () => {
  const { operations, tell } = setUp();
  const light = (status: 'absent' | 'ready' | 'faulted') =>
    tell({ type: 'DEVICE_STATE', device: 'light', status, simulated: false });
  expect(await operations.check('light')).toBe('not-fitted');
  light('absent');
  expect(await operations.check('light')).toBe('not-fitted');
  light('ready');
  expect(await operations.check('light')).toBe('passed');
  light('faulted');
  expect(await operations.check('light')).toBe('failed');
  light('absent');
  expect(await operations.check('light')).toBe('failed');
});

it('a terminal without a printer says so, and does not call it a fault', async () => {
  expect(await setUp().operations.check('printer')).toBe('not-fitted');
});

it('a printer without paper has failed, one that is ready has passed', async () => {
  expect(await setUp({}, ['ready', 'out-of-paper']).operations.check('printer')).toBe('failed');
  expect(await setUp({}, ['out-of-paper', 'ready']).operations.check('printer')).toBe('passed');
  expect(await setUp({}, ['none']).operations.check('printer')).toBe('not-fitted');
});

it('clock and platform are asked of the queue; without it both have failed', async () => {
  const facts = { schema: 6, policy: 1, referenceData: 1, staffList: 1, clockTrusted: true };
  const well = setUp({ facts: () => Promise.resolve(facts), look: () => Promise.resolve(true) });
  expect(await well.operations.check('clock')).toBe('passed');
  expect(await well.operations.check('platform')).toBe('passed');
  const dead = setUp(null);
  expect(await dead.operations.check('clock')).toBe('failed');
  expect(await dead.operations.check('platform')).toBe('failed');
  expect(await dead.operations.takeOut('repair', 'S1008')).toEqual({ ok: false, code: 'not-saved' });
  expect(await dead.operations.usability()).toBeNull();
});

it('the log is shown redacted, and no longer than a page', async () => {
  const { operations, log } = setUp(null);
  for (let line = 0; line < 60; line += 1) log.write('refused', { what: `A123456(3) ${String(line)}` });
  const shown = (await operations.facts()).log;
  expect(shown).toHaveLength(40);
  expect(shown.at(-1)).toEqual({
    at: '2026-11-23T04:00:00.000Z',
    event: 'refused',
    detail: 'what=[number] 59',
  });
});

it('practice is not among the figures shown, and marked in the file', async () => {
  const cells: UsabilityCell[] = [cell, { ...cell, mode: 'practice', count: 90 }];
  const { operations, saved } = setUp({ usability: () => Promise.resolve({ cells, days: 30 }) });
  expect((await operations.usability())?.summary.begun).toBe(8);
  expect(await operations.saveUsability()).toEqual(ok({ name: 'empf-usability-K0127-20261123.csv' }));
  expect(saved[1]).toContain(',practice,');
});

it('a restart is audited before it happens', () => {
  const { operations, audited, restarts } = setUp();
  operations.restart('S1008');
  expect(audited).toEqual([{ event: 'terminal.restarted', actor: 'staff', staffId: 'S1008' }]);
  expect(restarts()).toBe(1);
});
