import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { REPORT_DESCRIPTOR } from '../../devices/id-reader/wire/protocol.ts';

const PYTHON = '/usr/bin/python3';
const PACKAGES = 'umockdev gir1.2-umockdev-1.0 python3-gi libusb-1.0-0 libudev1';

/** Throws with what to install when this machine cannot run the testbed: the test fails plainly, it is never skipped. */
export function requireTestbed(): void {
  const probe = "import gi; gi.require_version('UMockdev', '1.0'); from gi.repository import UMockdev";
  const tried = spawnSync('umockdev-wrapper', [PYTHON, '-c', probe], { stdio: 'ignore' });
  if (tried.status !== 0) {
    throw new Error(
      `This test runs the real node-hid on a fake device and needs umockdev. Install it:\n  apt-get install -y ${PACKAGES}`,
    );
  }
}

const lineSchema = z.union([
  z.object({ bed: z.enum(['plugged', 'unplugged']) }),
  z.object({ bed: z.literal('output'), hex: z.string() }),
  z.object({
    program: z.string(),
    readId: z.string().optional(),
    digest: z.string().optional(),
    event: z.record(z.string(), z.unknown()).optional(),
  }),
]);
type Line = z.infer<typeof lineSchema>;
type ProgramLine = Extract<Line, { program: string }>;

/** The bed with the reader program in it, from outside. */
export interface Testbed {
  /** Bytes from the reader to the program. */
  report(bytes: Uint8Array): void;
  plug(): void;
  unplug(): void;
  /** The first line of the program after the last one returned that fits; fails when the program ends before it. */
  next(fits: (line: ProgramLine) => boolean): Promise<ProgramLine>;
  stop(): Promise<void>;
}

/**
 * @param onOutput what the program wrote to the reader, as it came through the pty
 * @param described the device's report descriptor; the reference reader's when left out
 */
export function startTestbed(
  program: string,
  onOutput: (bytes: Uint8Array) => void,
  described: Uint8Array = REPORT_DESCRIPTOR,
): Testbed {
  const bed = fileURLToPath(new URL('bed.py', import.meta.url));
  const descriptor = Buffer.from(described).toString('hex');
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(
    'umockdev-wrapper',
    [PYTHON, bed, '--descriptor', descriptor, '--', process.execPath, program],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const unread: ProgramLine[] = [];
  let complaints = '';
  let wake: () => void = () => undefined;
  let ended = false;
  const exit = new Promise<void>((resolve) => {
    child.once('close', () => {
      ended = true;
      wake();
      resolve();
    });
  });
  child.stdin.on('error', () => undefined);
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  createInterface({ input: child.stdout }).on('line', (text) => {
    if (!text.startsWith('{')) {
      complaints += `${text}\n`;
      return;
    }
    const line = lineSchema.parse(JSON.parse(text));
    if ('program' in line) {
      unread.push(line);
      wake();
    } else if (line.bed === 'output') {
      onOutput(Buffer.from(line.hex, 'hex'));
    }
  });
  const tell = (command: Readonly<Record<string, string>>): void => {
    if (!ended) child.stdin.write(`${JSON.stringify(command)}\n`);
  };

  return {
    report: (bytes) => tell({ do: 'report', hex: Buffer.from(bytes).toString('hex') }),
    plug: () => tell({ do: 'plug' }),
    unplug: () => tell({ do: 'unplug' }),
    async next(fits) {
      for (;;) {
        const line = unread.shift();
        if (line !== undefined) {
          if (fits(line)) return line;
        } else if (ended) {
          throw new Error(`the program ended: ${complaints.slice(-2_000)}`);
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    },
    stop: () => {
      tell({ do: 'end' });
      return exit;
    },
  };
}
