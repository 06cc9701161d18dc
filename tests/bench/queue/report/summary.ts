import { median } from '../../../../scripts/lib/bench.ts';
import type { ImplementationName } from '../implementations/implementation.ts';
import type { DrainRound } from '../drain/drain-rounds.ts';
import type { Phase } from '../measure.ts';
import type { SealResult } from '../messages.ts';
import type { StoreCase } from '../rounds/store-rounds.ts';

export const PHASES = ['add', 'process', 'processMany'] as const;
export type PhaseName = (typeof PHASES)[number];

/** One implementation in one phase with so many rows in the file. */
export interface Place {
  readonly rows: number;
  readonly implementation: ImplementationName;
  readonly phase: PhaseName;
}

/** What was measured there, by round. */
export function phasesAt(cases: readonly StoreCase[], place: Place): ReadonlyMap<number, Phase> {
  return new Map(
    cases.flatMap(({ round, rows, implementation, result }) => {
      const phase = result[place.phase];
      const here = rows === place.rows && implementation === place.implementation;
      return here && phase !== null ? [[round, phase] as const] : [];
    }),
  );
}

/** Median over the rounds of the ratio within a round; null when no round has both. */
export function ratioOf(cases: readonly StoreCase[], place: Place, reference: Place): number | null {
  const references = phasesAt(cases, reference);
  const ratios = [...phasesAt(cases, place)].flatMap(([round, phase]) => {
    const other = references.get(round);
    return other === undefined ? [] : [phase.perSecond / other.perSecond];
  });
  return medianOrNull(ratios);
}

export interface Rounds {
  readonly store: readonly StoreCase[];
  readonly seals: readonly SealResult[];
  readonly drains: readonly DrainRound[];
}

/** Null for what was not run. */
export interface Figures {
  readonly addVsFsync: number | null;
  readonly processVsRaw: number | null;
  readonly addAt1MVsEmpty: number | null;
  readonly drainVsNoDb: number | null;
  readonly addVsPlainjob: number | null;
  readonly sealMs: number | null;
  readonly rounds: number;
}

/** The figures of DESIGN.md: with no rows in the file, and what a million change. */
export function figuresOf({ store, seals, drains }: Rounds, rounds: number): Figures {
  const at = (implementation: ImplementationName, phase: PhaseName, rows = 0): Place => ({
    rows,
    implementation,
    phase,
  });
  const add = at('ours', 'add');
  const drainRatios = drains.map(
    ({ results }) => results.gateway.perSecond / results['no-database'].perSecond,
  );
  return {
    addVsFsync: rounded(ratioOf(store, add, at('append', 'add'))),
    processVsRaw: rounded(ratioOf(store, at('ours', 'process'), at('raw', 'process'))),
    addAt1MVsEmpty: rounded(ratioOf(store, at('ours', 'add', 1_000_000), add)),
    drainVsNoDb: rounded(medianOrNull(drainRatios)),
    addVsPlainjob: rounded(ratioOf(store, add, at('plainjob', 'add'))),
    sealMs: rounded(medianOrNull(seals.map(({ medianMs }) => medianMs))),
    rounds,
  };
}

function medianOrNull(values: readonly number[]): number | null {
  return values.length === 0 ? null : median(values);
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(3));
}
