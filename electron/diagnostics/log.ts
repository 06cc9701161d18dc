import type { LogEvent, LogLine } from '../../domain/operations/facts.ts';
import { redact } from './redact.ts';

/** What staff see of it: as much as a page holds. */
const RECENT = 40;
const MOST_DETAIL = 160;

/** Lines of the vocabulary only (domain/operations/facts.ts); free text never reaches the log. */
export interface Log {
  write(event: LogEvent, detail?: Readonly<Record<string, string | number | boolean>>): void;
  /** The last lines since the program started, the newest last. */
  recent(): readonly LogLine[];
}

/** JSON lines on a stream (the journal on a real terminal). String values pass the redactor, whatever they are. */
export function createLog(stream: { write(line: string): unknown }, now: () => string): Log {
  const lines: LogLine[] = [];
  return {
    recent: () => [...lines],
    write: (event, detail = {}) => {
      const safe = Object.fromEntries(
        Object.entries(detail).map(([key, value]) => [
          key,
          typeof value === 'string' ? redact(value) : value,
        ]),
      );
      const at = now();
      stream.write(`${JSON.stringify({ at, event, ...safe })}\n`);
      const words = Object.entries(safe).map(([key, value]) => `${key}=${String(value)}`);
      lines.push({ at, event, detail: words.join(' ').slice(0, MOST_DETAIL) });
      if (lines.length > RECENT) lines.shift();
    },
  };
}
