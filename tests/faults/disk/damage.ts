import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import type { Random } from '../runner/random.ts';

const MOST_OVERWRITTEN = 5_000;
/** What is flipped in a log lies in its first part: damage to the last commit looks like a power cut during it. */
const PART_OF_LOG = 0.5;

/**
 * Damages a database that nobody has open, as failing disks do: single bits, a stretch of rubbish or zeros, or a
 * truncated file. Its log gets the same, except that it keeps its length.
 */
export function damage(path: string, random: Random): void {
  const log = `${path}-wal`;
  if (existsSync(log) && statSync(log).size > 0 && random.chance(0.4)) {
    change(log, random, Math.floor(statSync(log).size * PART_OF_LOG));
    return;
  }
  const { size } = statSync(path);
  if (random.chance(0.15)) truncateSync(path, random.between(0, size - 1));
  else change(path, random, size);
}

function change(path: string, random: Random, end: number): void {
  const bytes = readFileSync(path);
  if (random.chance(0.75)) {
    for (let more = random.between(1, 3); more > 0; more -= 1) {
      const at = random.between(0, end - 1);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.between(0, 7)), at);
    }
  } else {
    const from = random.between(0, end - 1);
    const to = Math.min(end, from + random.between(1, MOST_OVERWRITTEN));
    if (random.chance(0.5)) bytes.fill(0, from, to);
    else bytes.set(random.bytes(to - from), from);
  }
  writeFileSync(path, bytes);
}
