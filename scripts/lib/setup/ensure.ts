import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensurePackages, type PackageGroup } from './debian.ts';
import { fetchOwnElectron } from './own-electron.ts';
import { cacheRoot, projectRoot, SetupError } from '../paths.ts';
import { withLock } from './lock.ts';
import { findRuntime, runtime, type Runtime } from './runtime.ts';

/** What a task needs: each includes the ones before it. */
export type Need = 'build' | 'app' | 'test';

interface SetupOptions {
  readonly need?: Need;
  /** Try Electron's own download again although it failed on this network within the last day. */
  readonly retry?: boolean;
}

/**
 * Makes this machine ready and says which runtime to use. When everything is there it only looks, which
 * takes a fraction of a second.
 */
export async function ensureSetup({ need = 'app', retry = false }: SetupOptions = {}): Promise<Runtime> {
  if (!existsSync(join(projectRoot, 'node_modules', 'electron', 'package.json'))) {
    throw new SetupError('The dependencies are not installed. Run: npm ci');
  }
  await ensurePackages(systemPackages(need));
  const found = findRuntime();
  if (isWhole(found) && !(retry && found.standIn)) return found;
  return withLock(join(cacheRoot(), 'setup.lock'), async () => {
    await removeLeftovers();
    let now = findRuntime();
    if (now === undefined || (retry && now.standIn)) {
      await fetchOwnElectron(retry);
      now = findRuntime();
    }
    if (now === undefined) {
      const { makeStandIn } = await import('./stand-in.ts');
      await makeStandIn();
      now = findRuntime();
    }
    if (now !== undefined && !isWhole(now)) {
      await ensurePackages(['compile']);
      const { compileBinding } = await import('./sqlite.ts');
      await compileBinding();
    }
    return runtime();
  });
}

function isWhole(found: Runtime | undefined): found is Runtime {
  return found !== undefined && (found.sqliteBinding === null || existsSync(found.sqliteBinding));
}

function systemPackages(need: Need): PackageGroup[] {
  if (need === 'build') return [];
  const groups: PackageGroup[] = ['app'];
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '';
  // The tests also try the virtual display itself.
  if (display === '' || need === 'test') groups.push('display');
  if (need === 'test') groups.push('fakeDevice', 'paper');
  return groups;
}

/** Folders of set-ups that were interrupted; the lock makes sure that nobody works in them. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(cacheRoot())) {
    if (name.startsWith('tmp-')) await rm(join(cacheRoot(), name), { recursive: true, force: true });
  }
}
