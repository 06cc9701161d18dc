import type { UsabilityMode } from '../../../domain/usability/codes.ts';
import { SMALL_COUNT } from '../../../domain/usability/codes.ts';
import { usabilityCsv } from '../../../domain/usability/csv.ts';
import { type StepFigures, summariseUsability } from '../../../domain/usability/summarise.ts';
import { facts, type Report, table } from '../print.ts';
import { readingQueue } from '../reader.ts';
import type { TerminalPlaces } from '../terminal.ts';

export interface UsabilityOptions {
  /** All counts, of every mode, a line each. */
  readonly csv: boolean;
  readonly mode: UsabilityMode;
}

/** How visits went: counts, of nobody. */
export function usability(places: TerminalPlaces, { csv, mode }: UsabilityOptions): Report {
  const cells = readingQueue(places.database, (queue) => queue.usability());
  if (csv) return { lines: [usabilityCsv(cells).trimEnd()], json: cells, exitCode: 0 };
  const summary = summariseUsability(cells.filter((cell) => cell.mode === mode));
  const { days, flows, slowest, errors, groups } = summary;
  if (days === null) return { lines: ['nothing was counted'], json: summary, exitCode: 0 };
  const lines = [
    ...facts([
      ['days', `${days.from} to ${days.to}`],
      ['visits', shown(summary.begun)],
      ['mode', mode],
    ]),
    ...flows.flatMap(({ flow, begun, done, left, steps, faces }) => [
      '',
      `${flow}: ${shown(begun)} begun, ${shown(done)} finished, ${shown(left)} left; ` +
        `faces ${shown(faces.good)} good, ${shown(faces.fair)} fair, ${shown(faces.poor)} poor`,
      ...table(
        ['page', 'reached', 'left', 'back', 'help', 'errors', 'half within', '9 of 10 within'],
        steps.map((step) => [
          step.step,
          ...[step.reached, step.left, step.back, step.help, step.errors].map(shown),
          seconds(step, step.half),
          seconds(step, step.mostly),
        ]),
      ),
    ]),
    '',
    ...table(
      ['slowest', 'of', '9 of 10 within'],
      slowest.map((step) => [step.step, step.flow, seconds(step, step.mostly)]),
    ),
    '',
    ...table(
      ['errors', 'page', 'times'],
      errors.map(({ code, step, count }) => [code, step, shown(count)]),
    ),
    '',
    ...table(
      ['group', 'begun', 'finished', 'left'],
      groups.map(({ by, value, begun, done, left }) => [
        `${by} ${value}`,
        shown(begun),
        shown(done),
        shown(left),
      ]),
    ),
    '',
    `Counts from 1 to ${String(SMALL_COUNT - 1)} say little and are not told apart here.`,
  ];
  return { lines, json: summary, exitCode: 0 };
}

function shown(count: number): string {
  return count > 0 && count < SMALL_COUNT ? `1-${String(SMALL_COUNT - 1)}` : String(count);
}

function seconds({ timed }: StepFigures, within: number | null): string {
  if (!timed) return '';
  return within === null ? 'longer' : `${String(within)} s`;
}
