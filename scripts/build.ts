import { ensureSetup, type Need } from './lib/setup/ensure.ts';
import { main, projectRoot, SetupError, toolPath } from './lib/paths.ts';
import { run, tail } from './lib/run.ts';

interface BuildOptions {
  /** What comes after the build: most callers start the program next, which needs more of the machine. */
  readonly need?: Need;
  readonly live?: boolean;
}

/** Bundles main, preload and page into `out/`, in a form that also the oldest runtime in use understands. */
export async function build({ need = 'app', live = false }: BuildOptions = {}): Promise<void> {
  const { electronMajor } = await ensureSetup({ need });
  const built = await run(toolPath('electron-vite'), ['build', '--logLevel', live ? 'info' : 'warn'], {
    cwd: projectRoot,
    live,
    // Without this the tool compiles for the version in package.json, which the test runtime cannot read.
    env: { ...process.env, ELECTRON_MAJOR_VER: String(electronMajor) },
  });
  if (built.code !== 0) throw new SetupError(`The build failed.\n${live ? '' : tail(built.output, 40)}`);
}

if (import.meta.main) {
  await main(async () => {
    await build({ need: 'build', live: true });
    return 0;
  });
}
