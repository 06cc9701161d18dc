import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { ensureSetup } from './lib/setup/ensure.ts';
import { artifactsDir, main, projectRoot, SetupError, toolPath } from './lib/paths.ts';
import { run, tail } from './lib/run.ts';
import type { Runtime } from './lib/setup/runtime.ts';

/** Where the packaged program is: a test build never lies in the place of a release. */
export function packagedFolder(testBuild: boolean): string {
  return join(outputFolder(testBuild), 'linux-unpacked');
}

function outputFolder(testBuild: boolean): string {
  return testBuild ? join(projectRoot, 'dist', 'test-build') : join(projectRoot, 'dist');
}

interface PackageOptions {
  /** Lets a debugger in, which Playwright needs to start the program; every other fuse is as released. */
  readonly testBuild?: boolean;
  /** electron-builder's targets; those other than `dir` download helpers and need the open internet. */
  readonly targets?: readonly string[];
  readonly live?: boolean;
  /** Packages what `out/` holds: building again takes it away for a moment from whoever starts the program meanwhile. */
  readonly built?: boolean;
}

/** Builds and packages the program and answers the path of its executable; on the test runtime the result is for tests only. */
export async function packageApp(options: PackageOptions = {}): Promise<string> {
  const { testBuild = false, targets = ['dir'], live = false, built = false } = options;
  const using = await ensureSetup({ need: 'build' });
  if (using.standIn && targets.some((target) => target !== 'dir')) {
    throw new SetupError('On the test runtime only the target "dir" is made: it must never be installed.');
  }
  if (!built) await build({ need: 'build' });
  const config = join(artifactsDir, 'package', 'electron-builder.json');
  await mkdir(dirname(config), { recursive: true });
  await writeFile(config, JSON.stringify(overlay(using, testBuild), null, 2));
  const folder = packagedFolder(testBuild);
  const executable = join(folder, 'empf-terminal');
  await rm(folder, { recursive: true, force: true });
  const packed = await run(
    toolPath('electron-builder'),
    ['--linux', ...targets, '--publish', 'never', '--config', config, '--projectDir', projectRoot],
    { cwd: projectRoot, live },
  );
  if (packed.code !== 0 || !existsSync(executable)) {
    throw new SetupError(`Packaging failed.\n${live ? '' : tail(packed.output, 40)}`);
  }
  // The runtime's own start program; with it in place a path on the command line could load other code.
  await rm(join(folder, 'resources', 'default_app.asar'), { force: true });
  return executable;
}

function overlay(using: Runtime, testBuild: boolean): Record<string, unknown> {
  const config: Record<string, unknown> = {
    extends: join(projectRoot, 'electron-builder.yml'),
    electronDist: dirname(using.electronPath),
    electronVersion: using.electronVersion,
    directories: { output: outputFolder(testBuild) },
    extraMetadata: { empfBuild: { testBuild, standIn: using.standIn } },
  };
  if (testBuild) config['electronFuses'] = { enableNodeCliInspectArguments: true };
  if (using.sqliteBinding !== null) {
    config['extraResources'] = [{ from: using.sqliteBinding, to: 'native/better_sqlite3.node' }];
  }
  return config;
}

if (import.meta.main) {
  await main(async () => {
    const { values, positionals } = parseArgs({
      options: { 'test-build': { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const targets = positionals.length > 0 ? positionals : ['dir'];
    const path = await packageApp({ testBuild: values['test-build'], targets, live: true });
    const using = await ensureSetup({ need: 'build' });
    console.log(`\n${path}`);
    if (values['test-build'])
      console.log('TEST BUILD: a debugger can attach. Never install it on a terminal.');
    if (using.standIn) {
      console.log(
        `FOR TESTS ONLY: built on the test runtime (Electron ${using.electronVersion} from the package registry, ` +
          'publisher not verified).\nA release is built where the pinned Electron can be downloaded.',
      );
    }
    return 0;
  });
}
