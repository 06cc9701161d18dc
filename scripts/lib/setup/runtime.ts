import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownElectron } from './own-electron.ts';
import { SetupError } from '../paths.ts';
import { FIRST_MAJOR_WITH_NODE_API_10 } from './pins.ts';
import { compiledBinding } from './sqlite.ts';
import { STAND_IN_MARK, standInDir } from './stand-in.ts';

/** The Electron that builds, tests and starts on this machine use. */
export interface Runtime {
  readonly electronPath: string;
  readonly electronVersion: string;
  readonly electronMajor: number;
  /** True for the runtime from the package registry: for development and tests, never for a release. */
  readonly standIn: boolean;
  /** Compiled better-sqlite3 for this runtime; null when the package's own binary loads. */
  readonly sqliteBinding: string | null;
}

/** The runtime as set-up left it; fails plainly when set-up has not run yet. */
export function runtime(): Runtime {
  const found = findRuntime();
  if (found === undefined) throw new SetupError('Electron is not set up on this machine. Run: npm run setup');
  if (found.sqliteBinding !== null && !existsSync(found.sqliteBinding)) {
    throw new SetupError('The database driver is not compiled for this Electron. Run: npm run setup');
  }
  return found;
}

/** The runtime in the order override, own download, stand-in; nothing when there is none yet. */
export function findRuntime(): Runtime | undefined {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') {
    const path = join(override, process.platform === 'win32' ? 'electron.exe' : 'electron');
    if (!existsSync(path)) {
      throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is ${override}, but there is no ${path}.`);
    }
    return describe(path, override);
  }
  const own = ownElectron();
  if (own !== undefined) return describe(own, join(dirname(own)));
  const folder = standInDir();
  return existsSync(join(folder, STAND_IN_MARK)) ? describe(join(folder, 'electron'), folder) : undefined;
}

function describe(electronPath: string, folder: string): Runtime {
  const electronVersion = readVersion(folder);
  const electronMajor = Number.parseInt(electronVersion, 10);
  return {
    electronPath,
    electronVersion,
    electronMajor,
    standIn: existsSync(join(folder, STAND_IN_MARK)),
    sqliteBinding: electronMajor < FIRST_MAJOR_WITH_NODE_API_10 ? compiledBinding() : null,
  };
}

function readVersion(folder: string): string {
  // On macOS the file lies beside the bundle, three folders above the executable.
  for (const place of [folder, join(folder, '..', '..', '..')]) {
    const file = join(place, 'version');
    if (existsSync(file)) return readFileSync(file, 'utf8').trim().replace(/^v/, '');
  }
  throw new SetupError(`${folder} has no file "version", so its Electron version is not known.`);
}
