import { hongKongParts, isoDate } from '../../domain/time.ts';

/** What a command found: lines for a person, and the same for a program. */
export interface Report {
  readonly lines: readonly string[];
  readonly json: unknown;
  /** 0: done, and all is well; 1: done, and something needs a person; 2: not done. */
  readonly exitCode: 0 | 1 | 2;
}

export function textOf(report: Report, asJson: boolean): string {
  const text = asJson ? JSON.stringify(report.json, null, 2) : report.lines.join('\n');
  return text === '' ? '' : `${text}\n`;
}

/** `2026-11-22 18:06 HKT`, whatever the machine's zone; `–` for nothing. */
export function inHongKong(instant: string | null): string {
  if (instant === null || Number.isNaN(Date.parse(instant))) return '–';
  const { year, month, day, hour, minute } = hongKongParts(instant);
  return `${isoDate(year, month, day)} ${two(hour)}:${two(minute)} HKT`;
}

/** Milliseconds as `3 d 4 h`, `4 h 12 min` or `12 min`. */
export function duration(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24];
  if (days > 0) return `${String(days)} d ${String(hours)} h`;
  return hours > 0 ? `${String(hours)} h ${String(minutes % 60)} min` : `${String(minutes)} min`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Columns as wide as their widest cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Names on the left, what they are on the right. */
export function facts(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
