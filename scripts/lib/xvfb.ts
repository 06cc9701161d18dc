import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { SetupError } from './paths.ts';

/** A display without a screen. */
export interface VirtualDisplay {
  /** For the environment variable DISPLAY. */
  readonly display: string;
  stop(): Promise<void>;
}

/** The kiosk's upright screen. */
const SCREEN = '1080x1920x24';

/**
 * Starts Xvfb and waits until it takes connections. Not through xvfb-run: Playwright and the demo start
 * Electron themselves, and stopping must end this process and no other.
 */
export async function startDisplay(): Promise<VirtualDisplay> {
  const server = ['Xvfb', '-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'];
  // Tied to this process by the kernel: a test run that is killed leaves no server behind.
  const tied = existsSync('/usr/bin/setpriv') ? ['setpriv', '--pdeathsig', 'TERM', '--'] : [];
  const [command = 'Xvfb', ...args] = [...tied, ...server];
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let trouble = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    trouble += chunk.toString();
  });
  const number = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.once('error', (error) => {
      reject(new SetupError(`Xvfb cannot be started (${error.message}). Run: npm run setup`));
    });
    child.once('exit', () => {
      reject(new SetupError(`Xvfb ended at once:\n${trouble}`));
    });
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.endsWith('\n')) resolve(text.trim());
    });
  });
  child.unref();
  const killOnExit = (): void => {
    child.kill('SIGTERM');
  };
  process.once('exit', killOnExit);
  return {
    display: `:${number}`,
    async stop() {
      process.off('exit', killOnExit);
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.ref();
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Runs work with a display: the one that is there, or a virtual one that is stopped at the end. */
export async function withDisplay<T>(work: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  if (hasDisplay(process.env)) return work(process.env);
  const virtual = await startDisplay();
  try {
    return await work({ ...process.env, DISPLAY: virtual.display, [VIRTUAL]: '1' });
  } finally {
    await virtual.stop();
  }
}

/** Set when the display is a virtual one, so that the launch plan leaves the graphics card alone. */
export const VIRTUAL = 'EMPF_VIRTUAL_DISPLAY';

/** Whether a window can be shown without starting anything. */
export function hasDisplay(env: NodeJS.ProcessEnv): boolean {
  if (process.platform !== 'linux') return true;
  return (env['DISPLAY'] ?? env['WAYLAND_DISPLAY'] ?? '') !== '';
}
