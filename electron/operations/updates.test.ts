import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import { createUpdates } from './updates.ts';

const NIGHT = '2026-11-22T18:30:00.000Z';
const NOON = '2026-11-23T04:00:00.000Z';

function machine() {
  const folder = mkdtempSync(join(tmpdir(), 'empf-updates-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const world = { now: NIGHT, atRest: true, restarts: 0, audited: [] as AuditEntry[] };
  const start = (version = '1.0.0', agreed: { from: string; to: string } | null = null) =>
    createUpdates({
      ...{ folder, version, agreed },
      atRest: () => world.atRest,
      audit: (entry) => world.audited.push(entry),
      restart: () => (world.restarts += 1),
      now: () => world.now,
    });
  const prepare = (text = '{"version":"1.1.0"}') => writeFileSync(join(folder, 'update-prepared.json'), text);
  return { folder, world, start, prepare };
}
const WINDOW = { from: '02:00', to: '04:00' };

it('a prepared update is taken up in the window, when nobody is there', () => {
  const { world, start, prepare } = machine();
  const updates = start();
  expect(updates.choose(WINDOW, 'S1008')).toBe(true);
  updates.look();
  expect(world.restarts).toBe(0);
  prepare();
  expect(updates.prepared()).toEqual({ version: '1.1.0', failed: false });
  world.atRest = false;
  updates.look();
  world.atRest = true;
  world.now = NOON;
  updates.look();
  expect(world.restarts).toBe(0);
  world.now = NIGHT;
  updates.look();
  expect(world.restarts).toBe(1);
  // The new program comes up.
  const next = start('1.1.0');
  next.began();
  expect(next.prepared()).toBeNull();
  expect(world.audited.map(({ event, detail }) => [event, detail])).toEqual([
    ['updates.window-chosen', { from: '02:00' }],
    ['updates.taken-up', undefined],
  ]);
  next.look();
  expect(world.restarts).toBe(1);
});

it('one that does not come up is not started again and again, and staff are told', () => {
  const { world, start, prepare } = machine();
  prepare();
  start('1.0.0', WINDOW).look();
  expect(world.restarts).toBe(1);
  const again = start('1.0.0', WINDOW);
  again.began();
  again.look();
  expect(world.restarts).toBe(1);
  expect(again.prepared()).toEqual({ version: '1.1.0', failed: true });
  prepare('{"version":"1.1.1"}');
  again.look();
  expect(world.restarts).toBe(2);
});

it('without a window nothing is taken up; what staff chose counts after a restart, not what was agreed', () => {
  const { world, start, prepare } = machine();
  prepare();
  const updates = start('1.0.0', WINDOW);
  updates.choose(null, 'S1008');
  updates.look();
  const next = start('1.0.0', WINDOW);
  expect(next.window()).toBeNull();
  next.look();
  expect(world.restarts).toBe(0);
});

it('a damaged note prepares nothing, and a disk that takes nothing changes nothing', () => {
  const { folder, world, start, prepare } = machine();
  prepare('{"version":');
  const updates = start('1.0.0', WINDOW);
  updates.look();
  expect(updates.prepared()).toBeNull();
  rmSync(folder, { recursive: true });
  expect(updates.choose(null, 'S1008')).toBe(false);
  expect(updates.window()).toEqual(WINDOW);
  expect([world.restarts, existsSync(folder)]).toEqual([0, false]);
});
