/** One thing that happened to the watched folder, or an acknowledgement, in the order of the program that did it. */
export type Step =
  | { readonly type: 'create' | 'open'; readonly inode: number; readonly path: string }
  | { readonly type: 'write'; readonly inode: number; readonly offset: number; readonly data: Buffer }
  | { readonly type: 'truncate'; readonly inode: number; readonly size: number }
  | { readonly type: 'sync'; readonly inode: number; readonly failed: boolean }
  | { readonly type: 'sync-folder'; readonly path: string; readonly failed: boolean }
  | { readonly type: 'unlink' | 'make-folder'; readonly path: string }
  | { readonly type: 'rename' | 'link'; readonly path: string; readonly to: string }
  | { readonly type: 'mark'; readonly text: string };

/** What stood in the folder before, and every step since. */
export interface Recording {
  readonly folder: string;
  /** Content by path, relative to the folder; a folder is null. Counts as durable. */
  readonly before: ReadonlyMap<string, Buffer | null>;
  readonly steps: readonly Step[];
}

/** As written by `note` in shim.c. */
const HEAD_BYTES = 48;

/** @throws when the log is not one of shim.c; a record that the end of the process cut off is left out */
export function parseLog(log: Buffer): Step[] {
  const steps: Step[] = [];
  for (let at = 0; at + HEAD_BYTES <= log.byteLength;) {
    const type = String.fromCharCode(log.readUInt8(at));
    const number = (index: number): number => Number(log.readBigInt64LE(at + 8 + index * 8));
    const [inode, offset, result] = [number(0), number(1), number(2)];
    const pathEnd = at + HEAD_BYTES + number(3);
    const end = pathEnd + number(4);
    if (end > log.byteLength) break;
    const path = log.toString('utf8', at + HEAD_BYTES, pathEnd);
    const data = log.subarray(pathEnd, end);
    steps.push(stepOf(type, { inode, offset, result, path, data }));
    at = end;
  }
  return steps;
}

interface Record {
  readonly inode: number;
  readonly offset: number;
  readonly result: number;
  readonly path: string;
  readonly data: Buffer;
}

function stepOf(type: string, { inode, offset, result, path, data }: Record): Step {
  switch (type) {
    case 'C':
      return { type: 'create', inode, path };
    case 'O':
      return { type: 'open', inode, path };
    case 'W':
      return { type: 'write', inode, offset, data };
    case 'T':
      return { type: 'truncate', inode, size: offset };
    case 'S':
      return { type: 'sync', inode, failed: result !== 0 };
    case 'F':
      return { type: 'sync-folder', path, failed: result !== 0 };
    case 'U':
      return { type: 'unlink', path };
    case 'D':
      return { type: 'make-folder', path };
    case 'R':
      return { type: 'rename', path, to: data.toString('utf8') };
    case 'L':
      return { type: 'link', path, to: data.toString('utf8') };
    case 'M':
      return { type: 'mark', text: data.toString('utf8') };
    default:
      throw new Error(`a record of type ${JSON.stringify(type)}`);
  }
}

/** The acknowledgements among the first so many steps, a line each. */
export function marksBefore(recording: Recording, cut: number): string[] {
  return recording.steps
    .slice(0, cut)
    .flatMap((step) => (step.type === 'mark' ? step.text.split('\n') : []))
    .filter((line) => line !== '');
}
