import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { good } from '../../testing/values.ts';
import { digestOf } from '../../store/digest.ts';
import type { Queue } from '../../store/queue-interface.ts';
import { openQueueOrSalvage } from '../open.ts';
import { acceptSalvage, readSalvageReport, type SalvageReport } from '../salvage-report.ts';
import type { Confirmed, FilledQueue } from './filled-queue.ts';

const PAGE = 4096;

export function pagesOf(path: string): number {
  return existsSync(path) ? Math.floor(statSync(path).size / PAGE) : 0;
}

/** Changes a file's bytes in place, as a failing disk does. */
export function change(path: string, how: (bytes: Buffer) => void): void {
  const bytes = readFileSync(path);
  how(bytes);
  writeFileSync(path, bytes);
}

export function flipBits(path: string, places: readonly number[]): void {
  change(path, (bytes) => {
    for (const place of places) {
      const at = Math.floor(place / 8) % bytes.byteLength;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (place % 8));
    }
  });
}

export function zeroPage(path: string, page: number): void {
  change(path, (bytes) => bytes.fill(0, page * PAGE, (page + 1) * PAGE));
}

export function cutOff(path: string, length: number): void {
  truncateSync(path, length);
}

export interface Aftermath {
  /** Null when the damage was not noticed at opening. */
  readonly report: SalvageReport | null;
  /** Confirmed, not received, and not in the queue with its own bytes. */
  readonly lost: readonly Confirmed[];
  /** Whether it opened at once, without anybody taking note. */
  readonly served: boolean;
  readonly queue: Queue;
}

/** Opens what the damage left, takes note of a loss as a technician would, and looks for everything that was confirmed. */
export async function aftermath(filled: FilledQueue, path: string): Promise<Aftermath> {
  const first = await openQueueOrSalvage(path, { ...filled.options });
  const report = readSalvageReport(path);
  if (!first.ok && first.code !== 'database-salvaged') throw new Error(JSON.stringify(first));
  if (!first.ok) acceptSalvage(path, { at: '2026-03-03T04:00:00.000Z', by: 'T1001' });
  const { queue } = first.ok ? first.value : good(await openQueueOrSalvage(path, { ...filled.options }));
  const lost = filled.confirmed.filter((item) => {
    const stored = queue.get(item.id);
    if (stored.ok && stored.value !== null && stored.value.reference === item.reference) {
      const sealed = queue.sealedOf(item.id);
      const digest = sealed.ok && sealed.value !== null ? digestOf(sealed.value) : '';
      if (digest === item.digest) return false;
    }
    return item.state === 'kept' || item.state === 'parked';
  });
  return { report, lost, served: first.ok, queue };
}
