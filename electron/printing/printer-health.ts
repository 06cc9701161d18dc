import type { PrinterStatus, PrinterTrouble } from '../../domain/paper/paper.ts';

/** What the system says of one of its printers, as Electron passes it on. */
export interface PrinterFacts {
  readonly name: string;
  /** On Linux the attributes of CUPS, `printer-state` and `printer-state-reasons` among them (RFC 8011 §5.4.11, §5.4.12). */
  readonly options?: unknown;
}

/** RFC 8011: 3 idle, 4 processing, 5 stopped. */
const STOPPED = '5';

/** Keywords of `printer-state-reasons`, the gravest first; each may end in -report, -warning or -error. */
const REASONS: readonly (readonly [RegExp, PrinterTrouble])[] = [
  [/^(?:media-jam|media-path-jam)/, 'paper-jam'],
  [/^(?:cover-open|door-open|interlock-open)/, 'cover-open'],
  [/^(?:media-empty|media-needed|input-tray-missing)/, 'out-of-paper'],
  [/^(?:offline|connecting-to-device|timed-out|shutdown)/, 'not-found'],
];

/**
 * How the printer of this name stands. `media-low` and other warnings let it print; a stopped printer does not, whatever
 * its reason.
 */
export function statusOf(printers: readonly PrinterFacts[], name: string): PrinterStatus {
  const printer = printers.find((candidate) => candidate.name === name);
  if (printer === undefined) return 'not-found';
  const attribute = (key: string): string => {
    const { options } = printer;
    if (typeof options !== 'object' || options === null) return '';
    const value = new Map<string, unknown>(Object.entries(options)).get(key);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const said = attribute('printer-state-reasons')
    .split(',')
    .map((reason) => reason.trim())
    .filter((reason) => !/-(?:warning|report)$/.test(reason));
  const trouble = REASONS.find(([keyword]) => said.some((reason) => keyword.test(reason)))?.[1];
  if (trouble !== undefined) return trouble;
  if (attribute('printer-state') === STOPPED) return 'stopped';
  return attribute('printer-is-accepting-jobs') === 'false' ? 'stopped' : 'ready';
}
