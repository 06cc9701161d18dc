import { fileURLToPath } from 'node:url';
import { runChild } from '../child.ts';
import { IMPLEMENTATIONS } from '../implementations/index.ts';
import { IMPLEMENTATION_NAMES, type ImplementationName } from '../implementations/implementation.ts';
import { type CaseResult, caseResultSchema, type Stored } from '../messages.ts';
import type { BenchOptions } from '../options.ts';
import { shuffled } from './shuffled.ts';
import { makeTemplates } from './templates.ts';

const CASE = fileURLToPath(new URL('../children/case.ts', import.meta.url));
const PEERS: ReadonlySet<ImplementationName> = new Set(['plainjob', 'liteque']);

export interface StoreCase {
  readonly round: number;
  readonly rows: number;
  readonly implementation: ImplementationName;
  readonly result: CaseResult;
}

/**
 * Every implementation at every level in every round: levels in random order, and within one the implementations, so
 * that what is compared was measured within seconds. A fresh process and a fresh file for each.
 */
export async function runStoreRounds(
  folder: string,
  { rounds, rows: levels, stored, operations, without }: BenchOptions,
): Promise<readonly StoreCase[]> {
  const implementations = IMPLEMENTATION_NAMES.filter((name) => !(without.has('peers') && PEERS.has(name)));
  console.log(`Filling files with ${stored} rows …`);
  const templates = await makeTemplates(folder, implementations, levels, stored);
  const cases: StoreCase[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    console.log(`Store, round ${round} of ${rounds} …`);
    for (const rows of shuffled(levels)) {
      const able = implementations.filter((name) => rows === 0 || isAble(name, rows, stored));
      for (const implementation of shuffled(able)) {
        const request = { implementation, folder: templates.caseFolder(implementation, rows), operations };
        const result = await runChild(CASE, request, caseResultSchema);
        cases.push({ round, rows, implementation, result });
      }
    }
  }
  return cases;
}

/** A peer that throws away what is done has no such rows to be measured with. */
function isAble(name: ImplementationName, rows: number, stored: Stored): boolean {
  const { mostRows, fill, settle } = IMPLEMENTATIONS[name];
  return rows <= mostRows && (stored === 'waiting' || fill === null || settle !== null);
}
