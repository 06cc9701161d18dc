import { spawn, type SpawnOptions } from 'node:child_process';

/** What a finished command left behind. */
export interface Finished {
  readonly code: number;
  readonly output: string;
}

interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Also show the output while it comes. */
  readonly live?: boolean;
  /** Called often while the command runs; returning a reason ends it. */
  readonly watch?: () => string | undefined;
}

/** Runs a command to its end and keeps its output; a command that cannot start counts as code 127. */
export async function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  const spawnOptions: SpawnOptions = { stdio: ['ignore', 'pipe', 'pipe'] };
  if (options.cwd !== undefined) spawnOptions.cwd = options.cwd;
  if (options.env !== undefined) spawnOptions.env = options.env;
  const child = spawn(command, args, spawnOptions);
  const pieces: string[] = [];
  const keep = (target: NodeJS.WriteStream) => (chunk: Buffer) => {
    pieces.push(chunk.toString());
    if (options.live === true) target.write(chunk);
  };
  child.stdout?.on('data', keep(process.stdout));
  child.stderr?.on('data', keep(process.stderr));
  const { watch } = options;
  const timer =
    watch === undefined
      ? undefined
      : setInterval(() => {
          const reason = watch();
          if (reason === undefined) return;
          pieces.push(`\nstopped: ${reason}\n`);
          child.kill('SIGTERM');
        }, 200);
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      pieces.push(`${command} cannot be started: ${error.message}\n`);
      resolve(127);
    });
    child.once('close', (exit, signal) => {
      resolve(exit ?? (signal === null ? 1 : 128));
    });
  });
  clearInterval(timer);
  return { code, output: pieces.join('') };
}

/** Last lines of an output, for an error message that a person can read. */
export function tail(output: string, lines = 15): string {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}
