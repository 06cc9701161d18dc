import { runtime, type Runtime } from './setup/runtime.ts';
import { projectRoot, SetupError } from './paths.ts';
import { hasDisplay, VIRTUAL } from './xvfb.ts';

/** How to start Electron: for `spawn`, and for Playwright as `executablePath`, `args`, `env`. */
export interface LaunchPlan {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
}

interface LaunchRequest {
  /** Folder with the package.json of the application; the project when not named. */
  readonly appDir?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Arguments for the application itself. */
  readonly args?: readonly string[];
  readonly runtime?: Runtime;
}

/** Command, arguments and environment for an Electron application on this machine's runtime. */
export function launchPlan(request: LaunchRequest = {}): LaunchPlan {
  const using = request.runtime ?? runtime();
  const source = request.env ?? process.env;
  if (!hasDisplay(source)) {
    throw new SetupError('There is no display: start the application inside withDisplay().');
  }
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(source)) {
    // With this variable Electron is a plain Node and shows no window.
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE') env[name] = value;
  }
  if (using.sqliteBinding !== null) env['EMPF_SQLITE_BINDING'] = using.sqliteBinding;
  return {
    command: using.electronPath,
    args: [...switches(source), request.appDir ?? projectRoot, ...(request.args ?? [])],
    env,
  };
}

/** Chromium switches that this machine forces on us; none on a desktop with an ordinary user. */
export function switches(env: NodeJS.ProcessEnv): string[] {
  const list: string[] = [];
  // Chromium's sandbox refuses to start for root, which is what CI runs as.
  if (process.platform === 'linux' && process.getuid?.() === 0) list.push('--no-sandbox');
  if (env[VIRTUAL] === '1') list.push('--disable-gpu');
  return list;
}
