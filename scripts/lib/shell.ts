/** Where the words of a command go. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Runs a command whose exit code says what was found. */
export async function inShell(run: (io: Io) => number | Promise<number>): Promise<void> {
  // Whoever reads (`| head`) may stop before the end; the exit code still says what was found.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.exitCode = await run({
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  });
}
