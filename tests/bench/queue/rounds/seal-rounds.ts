import { fileURLToPath } from 'node:url';
import { runChild } from '../child.ts';
import { type SealResult, sealResultSchema } from '../messages.ts';
import type { BenchOptions } from '../options.ts';

const SEAL = fileURLToPath(new URL('../children/seal.ts', import.meta.url));
const PAYLOADS = 200;

/** Seals registrations in a fresh process each round. */
export async function runSealRounds({ rounds }: BenchOptions): Promise<readonly SealResult[]> {
  const results: SealResult[] = [];
  while (results.length < rounds) {
    results.push(await runChild(SEAL, { payloads: PAYLOADS }, sealResultSchema));
  }
  return results;
}
