import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

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
  z.object({ bed: z.enum(['output', 'set-feature']), hex: z.string() }),
  z.object({ bed: z.literal('get-feature'), id: z.number() }),
  z.object({
    program: z.string(),
    readId: z.string().optional(),
    digest: z.string().optional(),
    event: z.record(z.string(), z.unknown()).optional(),
  }),
]);
type Line = z.infer<typeof lineSchema>;
type ProgramLine = Extract<Line, { program: string }>;

/** The bed with a program in it, from outside. */
export interface Testbed {
  /** Bytes from the device to the program. */
  report(bytes: Uint8Array): void;
  plug(): void;
  unplug(): void;
  /** The first line of the program after the last one returned that fits; fails when the program ends before it. */
  next(fits: (line: ProgramLine) => boolean): Promise<ProgramLine>;
  stop(): Promise<void>;
}

/** The fake device of a testbed: how it is found, and what it makes of what the program sends. */
export interface FakeDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly descriptor: Uint8Array;
  /** Output reports, as they came through the pty. */
  readonly onOutput?: (bytes: Uint8Array) => void;
  readonly onFeature?: (report: Uint8Array) => void;
  readonly feature?: (reportId: number) => Uint8Array;
}

export function startTestbed(program: string, device: FakeDevice): Testbed {
  const bed = fileURLToPath(new URL('bed.py', import.meta.url));
  const descriptor = Buffer.from(device.descriptor).toString('hex');
  const ids = [device.vendorId, device.productId].map((id) => id.toString(16).padStart(4, '0')).join(':');
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(
    'umockdev-wrapper',
    [PYTHON, bed, '--descriptor', descriptor, '--device', ids, '--', process.execPath, program],
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
      device.onOutput?.(Buffer.from(line.hex, 'hex'));
    } else if (line.bed === 'set-feature') {
      device.onFeature?.(Buffer.from(line.hex, 'hex'));
    } else if (line.bed === 'get-feature') {
      const report = device.feature?.(line.id) ?? new Uint8Array();
      tell({ do: 'feature', hex: Buffer.from(report).toString('hex') });
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
