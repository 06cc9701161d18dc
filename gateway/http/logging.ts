import pino, { type Logger } from 'pino';

export interface LogSink {
  write(line: string): void;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * JSON lines on standard error. Never bodies, headers, query strings, ids or addresses; of a submission only its
 * reference. An error is told by name, code and place: its message may repeat what somebody sent.
 */
export function createLogger(options: { readonly level: LogLevel; readonly sink?: LogSink }): Logger {
  return pino(
    {
      level: options.level,
      base: { service: 'empf-gateway' },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: safeError, error: safeError, req: nothing, res: nothing },
      redact: {
        paths: [
          'req',
          'res',
          'body',
          'headers',
          '*.body',
          '*.headers',
          '*.authorization',
          '*.sealed',
          '*.credential',
        ],
        remove: true,
      },
    },
    options.sink ?? pino.destination({ fd: 2, sync: true }),
  );
}

/** What may be told of an error. */
function safeError(error: unknown): { name: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
  return { name: error.name, ...(code === undefined ? {} : { code }), at };
}

function nothing(): undefined {
  return undefined;
}
