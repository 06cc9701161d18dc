import { describe, expect, test } from 'vitest';
import { launchPlan, switches } from './launch.ts';
import type { Runtime } from './setup/runtime.ts';

const runtime: Runtime = {
  electronPath: '/r/electron',
  electronVersion: '33.2.1',
  electronMajor: 33,
  standIn: true,
  sqliteBinding: '/c/better_sqlite3.node',
};

describe('launch plan', () => {
  test('gives the compiled binding and never lets Electron be a plain Node', () => {
    const plan = launchPlan({
      runtime,
      appDir: '/app',
      args: ['--here'],
      env: { DISPLAY: ':9', ELECTRON_RUN_AS_NODE: '1' },
    });
    expect(plan.command).toBe('/r/electron');
    expect(plan.args.slice(-2)).toEqual(['/app', '--here']);
    expect(plan.env).toEqual({ DISPLAY: ':9', EMPF_SQLITE_BINDING: '/c/better_sqlite3.node' });
  });

  test('leaves the package its own binding on the pinned Electron', () => {
    const plan = launchPlan({ runtime: { ...runtime, sqliteBinding: null }, env: { DISPLAY: ':9' } });
    expect(plan.env).not.toHaveProperty('EMPF_SQLITE_BINDING');
  });

  test.runIf(process.platform === 'linux')('says plainly that there is no display', () => {
    expect(() => launchPlan({ runtime, env: {} })).toThrow('no display');
  });

  test('leaves the graphics card alone only on a virtual display', () => {
    expect(switches({ EMPF_VIRTUAL_DISPLAY: '1' })).toContain('--disable-gpu');
    expect(switches({ DISPLAY: ':0' })).not.toContain('--disable-gpu');
  });
});
