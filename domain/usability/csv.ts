import { SMALL_COUNT } from './codes.ts';
import type { UsabilityCell } from './cell.ts';

const HEAD = [
  'day',
  'mode',
  'profile',
  'flow',
  'step',
  'language',
  'text_size',
  'assisted',
  'measure',
  'count',
  'small',
];

/**
 * For a program: codes and counts, a line each, CRLF (RFC 4180). No cell needs quotes: every value is of the schema's
 * alphabet. `small` notes a count below `SMALL_COUNT`, which says little and of which nothing should be told alone.
 */
export function usabilityCsv(cells: readonly UsabilityCell[]): string {
  const lines = cells.map(({ day, mode, profile, flow, step, locale, textSize, assist, measure, count }) =>
    [
      ...[day, mode, profile, flow, step, locale, textSize, yesNo(assist), measure],
      ...[String(count), yesNo(count < SMALL_COUNT)],
    ].join(','),
  );
  return [HEAD.join(','), ...lines, ''].join('\r\n');
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
