import type { AuditEntry } from './entry.ts';

/**
 * What each audit entry means, who can have caused it, and how the long ones pair up: an action that begins has an
 * entry that completes it, so that a reader of the chain can see what was cut short.
 */
export interface AuditEventFacts {
  readonly actors: readonly AuditEntry['actor'][];
  /** `begins` and `completes` name what they are the ends of; `moment` stands alone. */
  readonly phase: 'begins' | 'completes' | 'moment';
  /** What is under way between the ends; null for a moment. */
  readonly of:
    | 'service'
    | 'session'
    | 'help'
    | 'assist'
    | 'delivery'
    | 'export'
    | 'freeze'
    | 'sign-in'
    | 'mobile-code'
    | 'stop'
    | 'roster'
    | null;
  /** One sentence for the printed catalogue; never shown to members. */
  readonly sentence: string;
  /** Keys that `detail` may have. Values are codes and counts, never anything of a person. */
  readonly detail: readonly string[];
}
