import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { Refusal } from './refusal.ts';

/** A file written in pieces beside its place and put there when whole; nobody else can read it. */
export interface TextFile {
  readonly write: (text: string) => void;
  readonly finish: () => void;
  readonly discard: () => void;
}

const PIECE = 1 << 16;

/** @throws Refusal when the place cannot be written to */
export function createTextFile(path: string): TextFile {
  const beside = `${path}.${process.pid}.part`;
  if (isFolder(path)) throw notWritten(path);
  const file = guarded(path, () => openSync(beside, 'wx', 0o600));
  let open = true;
  let waiting = '';
  const flush = (): void => {
    const bytes = Buffer.from(waiting, 'utf8');
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    waiting = '';
  };
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  return {
    write(text) {
      waiting += text;
      if (waiting.length >= PIECE) guarded(path, flush);
    },
    finish() {
      guarded(path, () => {
        flush();
        close();
        renameSync(beside, path);
      });
    },
    discard() {
      close();
      rmSync(beside, { force: true });
    },
  };
}

function guarded<Value>(path: string, write: () => Value): Value {
  try {
    return write();
  } catch {
    throw notWritten(path);
  }
}

function notWritten(path: string): Refusal {
  return new Refusal('not-written', { path });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
