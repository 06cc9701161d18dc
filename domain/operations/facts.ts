import { z } from 'zod';
import type { PreparedUpdate, UpdateWindow } from './update-window.ts';

/** Of what the queue's thread knows; the schema is the border between the two. */
export const storeFactsSchema = z.strictObject({
  /** Steps of the database's schema. */
  schema: z.number().int(),
  policy: z.number().int(),
  referenceData: z.number().int(),
  staffList: z.number().int(),
  clockTrusted: z.boolean(),
});
export type StoreFacts = z.infer<typeof storeFactsSchema>;

/** Events of the log (electron/diagnostics/log.ts); message `log.<event>`. */
export type LogEvent =
  | 'started'
  | 'second-instance'
  | 'refused'
  | 'page-failed'
  | 'page-keeps-failing'
  | 'child-gone'
  | 'print-failed'
  | 'out-of-service'
  | 'restart'
  | 'stopping'
  | 'bug';

/** A line as it was written, redacted; `detail` holds codes for a technician. */
export interface LogLine {
  /** ISO instant. */
  readonly at: string;
  readonly event: LogEvent;
  readonly detail: string;
}

export interface OperationsFacts {
  /** Of the program. */
  readonly version: string;
  /** Null while the store cannot be asked. */
  readonly store: StoreFacts | null;
  /** In which a prepared update is taken up; null: none was agreed. */
  readonly updates: UpdateWindow | null;
  /** Waits for its window; left out: none does. */
  readonly prepared?: PreparedUpdate;
  /** The newest last. */
  readonly log: readonly LogLine[];
}
