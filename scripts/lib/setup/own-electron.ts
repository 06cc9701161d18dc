import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheRoot, installedVersion, projectRoot } from '../paths.ts';
import { startProgress } from './progress.ts';
import { run, tail } from '../run.ts';

const packageDir = join(projectRoot, 'node_modules', 'electron');
const TYPICAL_BYTES = 120_000_000;
const NO_BYTE_FOR_MS = 20_000;
const ASK_AGAIN_AFTER_MS = 24 * 3_600_000;

/** Executable that the `electron` package downloaded for itself, if it is whole and of the pinned version. */
export function ownElectron(): string | undefined {
  try {
    const version = readFileSync(join(packageDir, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    if (version !== installedVersion('electron')) return undefined;
    const path = join(packageDir, 'dist', readFileSync(join(packageDir, 'path.txt'), 'utf8'));
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Lets the `electron` package fetch its binary. On a closed network this fails; that is remembered for a
 * day, so that later set-ups do not wait for the same answer. `retry` asks again at once.
 */
export async function fetchOwnElectron(retry: boolean): Promise<string | undefined> {
  const refusal = join(cacheRoot(), `electron-${installedVersion('electron')}-not-reachable`);
  if (!retry && existsSync(refusal) && Date.now() - statSync(refusal).mtimeMs < ASK_AGAIN_AFTER_MS) {
    return undefined;
  }
  const temp = join(cacheRoot(), `tmp-electron-${String(process.pid)}`);
  await mkdir(temp, { recursive: true });
  const progress = startProgress(`Electron ${installedVersion('electron')}`, 'MB');
  let seen = -1;
  let seenAt = Date.now();
  const done = await run(process.execPath, [join(packageDir, 'install.js')], {
    env: { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp, ELECTRON_OVERRIDE_DIST_PATH: '' },
    watch: () => {
      const bytes = folderBytes(temp) + folderBytes(join(packageDir, 'dist'));
      if (bytes !== seen) {
        seen = bytes;
        seenAt = Date.now();
        if (bytes > 0) progress.update(bytes, TYPICAL_BYTES);
      }
      return Date.now() - seenAt > NO_BYTE_FOR_MS ? 'no data for 20 seconds' : undefined;
    },
  });
  await rm(temp, { recursive: true, force: true });
  const path = ownElectron();
  if (done.code === 0 && path !== undefined) {
    progress.finish();
    await rm(refusal, { force: true });
    return path;
  }
  await writeFile(refusal, `${new Date().toISOString()}\n${tail(done.output)}\n`);
  console.error(
    `Electron ${installedVersion('electron')} cannot be downloaded on this network (${tail(done.output, 1)}).`,
  );
  return undefined;
}

/** Bytes in a folder and everything below it; files that vanish meanwhile count nothing. */
export function folderBytes(folder: string): number {
  let total = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      try {
        total += statSync(join(entry.parentPath, entry.name)).size;
      } catch {
        continue;
      }
    }
  } catch {
    return total;
  }
  return total;
}
