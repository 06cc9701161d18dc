import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLog, type Recording } from './recording.ts';

/** What goes wrong on the disk, and when: the so-manieth call of its kind after the program's mark `arm`. */
export interface DiskFault {
  /** `any` counts all of them; `open` also changes of names. */
  readonly at: 'write' | 'sync' | 'open' | 'any';
  /** From 1. */
  readonly first: number;
  /** How many calls in a row fail; 0 for all that follow. */
  readonly count: number;
  /** An errno (errno.h), or the end of the process in the middle of the call. */
  readonly action: number | 'kill';
}

export const EIO = 5;
export const ENOSPC = 28;
export const EROFS = 30;

export interface WatchedProgram {
  /** A TypeScript file that Node runs; gets the folder, the marks file and then `words`. */
  readonly program: string;
  readonly words: readonly string[];
  readonly folder: string;
  /** Outside the folder: where marks and log go. */
  readonly scratch: string;
  readonly shim: string;
  readonly faults?: readonly DiskFault[];
  /** Without it nothing is written down but the marks. */
  readonly recorded?: boolean;
}

export interface Watched {
  /** Null when the process was killed. */
  readonly code: number | null;
  /** What the program acknowledged, a line each, as far as it got. */
  readonly marks: readonly string[];
  readonly errors: string;
}

/** Runs a program with the recorder between it and the disk, to its end. */
export async function watch(watched: WatchedProgram): Promise<Watched> {
  const { folder, scratch } = watched;
  const marks = join(scratch, 'marks');
  const faults = (watched.faults ?? []).map(
    ({ at, first, count, action }) => `${at}:${String(first)}:${String(count)}:${String(action)}`,
  );
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', watched.program, folder, marks, ...watched.words],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        LD_PRELOAD: watched.shim,
        // libuv would go past the C library with it.
        UV_USE_IO_URING: '0',
        FAULTS_FOLDER: folder,
        FAULTS_MARKS: marks,
        FAULTS_PLAN: faults.join(','),
        ...(watched.recorded === true ? { FAULTS_LOG: logOf(scratch) } : {}),
      },
    },
  );
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const ended: unknown[] = await once(child, 'close');
  const text = existsSync(marks) ? readFileSync(marks, 'utf8') : '';
  return {
    code: typeof ended[0] === 'number' ? ended[0] : null,
    // The last line may have been cut off.
    marks: text.split('\n').slice(0, -1),
    errors,
  };
}

/** As `watch`, and everything is written down. @throws when the program did not end well although nothing was to fail */
export async function record(watched: WatchedProgram): Promise<Recording> {
  const before = contentOf(watched.folder);
  const { code, errors } = await watch({ ...watched, recorded: true });
  if (code !== 0) throw new Error(`the recorded program ended with ${String(code)}:\n${errors}`);
  return { folder: watched.folder, before, steps: parseLog(readFileSync(logOf(watched.scratch))) };
}

function logOf(scratch: string): string {
  return join(scratch, 'log');
}

function contentOf(folder: string): Map<string, Buffer | null> {
  const found = new Map<string, Buffer | null>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    found.set(path.slice(folder.length + 1), entry.isDirectory() ? null : readFileSync(path));
  }
  return found;
}
