import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, tail } from '../run.ts';
import { SetupError } from '../paths.ts';

/** Debian packages by what needs them. */
const PACKAGES = {
  app: ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libusb-1.0-0', 'libudev1'],
  display: ['xvfb', 'xauth'],
  compile: ['g++', 'make', 'python3'],
  paper: ['poppler-utils'],
  fakeDevice: ['umockdev', 'gir1.2-umockdev-1.0', 'python3-gi'],
} as const;

/** A group of system packages that a task needs. */
export type PackageGroup = keyof typeof PACKAGES;

/** Installs what is missing when root; otherwise fails with the exact command to type. */
export async function ensurePackages(groups: readonly PackageGroup[]): Promise<void> {
  if (process.platform !== 'linux') return;
  const wanted = groups.flatMap((group) => [...PACKAGES[group]]);
  if (!existsSync('/usr/bin/dpkg-query')) {
    // Other distributions name these differently; the app says itself what it cannot load.
    return;
  }
  const missing = missingPackages(wanted);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      `These system packages are missing: ${missing.join(' ')}\n` +
        `Install them and run this again:\n\n  sudo apt-get install -y ${renamed(missing).join(' ')}\n`,
    );
  }
  console.error(`Installing system packages: ${missing.join(' ')}`);
  let installed = await aptGet(['install', '-y', '--no-install-recommends', ...renamed(missing)]);
  if (installed.code !== 0) {
    const updated = await aptGet(['update', '-q']);
    if (updated.code !== 0) {
      throw new SetupError(`apt-get update did not work:\n${tail(updated.output)}`);
    }
    installed = await aptGet(['install', '-y', '--no-install-recommends', ...renamed(missing)]);
  }
  const still = missingPackages(missing);
  if (installed.code !== 0 || still.length > 0) {
    throw new SetupError(
      `apt-get could not install: ${(still.length > 0 ? still : missing).join(' ')}\n${tail(installed.output)}`,
    );
  }
  console.error('System packages are installed.');
}

/** Newer distributions carry the same library as `<name>t64`; either counts. */
function missingPackages(names: readonly string[]): string[] {
  const query = spawnSync(
    'dpkg-query',
    [
      '-W',
      '-f',
      '${db:Status-Status} ${Package}\n',
      ...names,
      ...names.filter(isLibrary).map((n) => `${n}t64`),
    ],
    { encoding: 'utf8' },
  );
  const there = new Set(
    query.stdout
      .split('\n')
      .filter((line) => line.startsWith('installed '))
      .map((line) => line.slice('installed '.length)),
  );
  return names.filter((name) => !there.has(name) && !there.has(`${name}t64`));
}

function renamed(names: readonly string[]): string[] {
  return names.map((name) => {
    if (!isLibrary(name)) return name;
    const known = spawnSync('apt-cache', ['show', '--no-all-versions', `${name}t64`], { stdio: 'ignore' });
    return known.status === 0 ? `${name}t64` : name;
  });
}

function isLibrary(name: string): boolean {
  return name.startsWith('lib');
}

async function aptGet(args: readonly string[]): ReturnType<typeof run> {
  return run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
