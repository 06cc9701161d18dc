import { median } from '../../../../scripts/lib/bench.ts';
import { type DrainName, DRAINS } from '../drain/drain-rounds.ts';
import { IMPLEMENTATION_NAMES, type ImplementationName } from '../implementations/implementation.ts';
import type { StoreCase } from '../rounds/store-rounds.ts';
import { PHASES, type PhaseName, phasesAt, type Place, ratioOf, type Rounds } from './summary.ts';

const CASE_WORDS: Readonly<Record<ImplementationName, string>> = {
  append: 'append 512 B + fdatasync',
  raw: 'raw SQL outbox, FULL',
  'raw-audited': 'the same with a plain audit row',
  ours: '**this queue**',
  plainjob: 'plainjob 0.0.14, forced FULL',
  liteque: 'liteque 0.8.0, forced FULL',
};
const PHASE_WORDS: Readonly<Record<PhaseName, string>> = {
  add: 'add',
  process: 'claim + acknowledge',
  processMany: 'claim 50 + acknowledge 50',
};

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function ratio(value: number | null): string {
  return value === null ? '–' : value.toFixed(2);
}

/** Markdown, a row for every implementation, phase and number of rows; medians over the rounds. */
function storeTable(cases: readonly StoreCase[]): string {
  const levels = [...new Set(cases.map(({ rows }) => rows))].sort((a, b) => a - b);
  const lines = levels.flatMap((rows) =>
    PHASES.flatMap((phase) =>
      IMPLEMENTATION_NAMES.flatMap((implementation) => rowOf(cases, { rows, implementation, phase })),
    ),
  );
  return [
    '| rows before | phase | case | median/s | min–max | p50 µs | p99 µs | flushes/1000 | × append | × raw | × itself with 0 rows |',
    '|--:|---|---|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...lines,
  ].join('\n');
}

function rowOf(cases: readonly StoreCase[], place: Place): string[] {
  const { rows, implementation, phase } = place;
  const measured = [...phasesAt(cases, place).values()];
  const head = `| ${whole(rows)} | ${PHASE_WORDS[phase]} | ${CASE_WORDS[implementation]} |`;
  if (measured.length === 0) {
    const failed = cases.find(
      (other) =>
        other.rows === rows && other.implementation === implementation && other.result.fails !== null,
    );
    return failed === undefined || phase !== 'process'
      ? []
      : [`${head} fails: ${failed.result.fails ?? ''} | | | | | | | |`];
  }
  const rates = measured.map(({ perSecond }) => perSecond);
  const flushes = measured.flatMap((one) => (one.flushes === null ? [] : [one.flushes]));
  const cells = [
    whole(median(rates)),
    `${whole(Math.min(...rates))}–${whole(Math.max(...rates))}`,
    whole(median(measured.map(({ p50 }) => p50))),
    whole(median(measured.map(({ p99 }) => p99))),
    flushes.length === 0 ? '–' : whole(median(flushes)),
    ratio(ratioOf(cases, place, { rows, implementation: 'append', phase: 'add' })),
    ratio(ratioOf(cases, place, { rows, implementation: 'raw', phase })),
    ratio(ratioOf(cases, place, { ...place, rows: 0 })),
  ];
  return [`${head} ${cells.join(' | ')} |`];
}

/** What a start costs with so many rows, and how big the file is; medians over the rounds. */
function openingTable(cases: readonly StoreCase[]): string {
  const ours = cases.filter(({ implementation }) => implementation === 'ours');
  const levels = [...new Set(ours.map(({ rows }) => rows))].sort((a, b) => a - b);
  const lines = levels.map((level) => {
    const results = ours.filter(({ rows }) => rows === level).map(({ result }) => result);
    const openMs = median(results.map((result) => result.openMs));
    const megabytes = median(results.map((result) => result.bytes)) / 1e6;
    return `| ${whole(level)} | ${whole(openMs)} | ${whole(megabytes)} |`;
  });
  return ['| rows before | this queue opens in ms | file, MB |', '|--:|--:|--:|', ...lines].join('\n');
}

const DRAIN_WORDS: Readonly<Record<DrainName, string>> = {
  gateway: '**queue, agent and gateway**',
  'no-database': 'the same agent and bytes, no database on either side',
  opening: '… and each opened, as the gateway has to',
};

function drainTable(drains: Rounds['drains']): string {
  const lines = DRAINS.map((name) => {
    const rates = drains.map(({ results }) => results[name].perSecond);
    const shares = drains.map(({ results }) => results.gateway.perSecond / results[name].perSecond);
    const range = `${whole(Math.min(...rates))}–${whole(Math.max(...rates))}`;
    return `| ${DRAIN_WORDS[name]} | ${whole(median(rates))} | ${range} | ${ratio(median(shares))} |`;
  });
  return ['| drain over loopback | median/s | min–max | ours × |', '|---|--:|--:|--:|', ...lines].join('\n');
}

function sealLine(seals: Rounds['seals']): string {
  const [first] = seals;
  const middle = median(seals.map(({ medianMs }) => medianMs));
  const cold = median(seals.map(({ firstMs }) => firstMs));
  return `Sealing a registration of ${whole(first?.payloadBytes ?? 0)} bytes (${whole(first?.sealedBytes ?? 0)} sealed): ${middle.toFixed(2)} ms, the first in a process ${cold.toFixed(1)} ms.`;
}

/** Whatever was run, as markdown. */
export function tablesOf({ store, seals, drains }: Rounds): readonly string[] {
  return [
    ...(store.length === 0 ? [] : [storeTable(store), openingTable(store)]),
    ...(drains.length === 0 ? [] : [drainTable(drains)]),
    ...(seals.length === 0 ? [] : [sealLine(seals)]),
  ];
}
