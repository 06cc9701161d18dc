import { redact } from './redact.ts';

/** Lines of the vocabulary below only; free text never reaches the log. */
type LogEvent =
  | 'started'
  | 'second-instance'
  | 'refused'
  | 'page-failed'
  | 'page-keeps-failing'
  | 'child-gone'
  | 'print-failed'
  | 'out-of-service'
  | 'stopping'
  | 'bug';

export interface Log {
  write(event: LogEvent, detail?: Readonly<Record<string, string | number | boolean>>): void;
}

/** JSON lines on a stream (the journal on a real terminal). String values pass the redactor, whatever they are. */
export function createLog(stream: { write(line: string): unknown }, now: () => string): Log {
  return {
    write: (event, detail = {}) => {
      const safe = Object.fromEntries(
        Object.entries(detail).map(([key, value]) => [
          key,
          typeof value === 'string' ? redact(value) : value,
        ]),
      );
      stream.write(`${JSON.stringify({ at: now(), event, ...safe })}\n`);
    },
  };
}
