import type { Failure, Result } from '../result.ts';
import type { SaveFault } from '../terminal/ports/remittance-files.ts';
import type { UsabilitySummary } from '../usability/summarise.ts';
import type { CheckName, CheckResult } from './checks.ts';
import type { OperationsFacts } from './facts.ts';
import type { UpdateWindowStart } from './update-window.ts';
import type { TakenOutReason } from './taken-out.ts';

/** Why figures could not be saved to a drive; message `usability.save.<code>`. */
export type ReportFault = SaveFault | 'no-drive' | 'unavailable';

/** How visits went, and for how many days at most that is. */
export interface UsabilityReport {
  readonly summary: UsabilitySummary;
  readonly days: number;
}

/** What the operations pages ask of the terminal. */
export interface OperationsPort {
  facts(): Promise<OperationsFacts>;
  /** Tries one thing and changes nothing. */
  check(name: CheckName): Promise<CheckResult>;
  /** No visit begins from now on, through restarts. Resolves when it is on disk and audited. */
  takeOut(reason: TakenOutReason, staffId: string): Promise<Result<null, Failure<'not-saved'>>>;
  putBack(staffId: string): Promise<Result<null, Failure<'not-saved'>>>;
  /** From when on a prepared update may be taken up; null: never by itself. Left out: nothing can be chosen. */
  chooseUpdates?(
    from: UpdateWindowStart | null,
    staffId: string,
  ): Promise<Result<null, Failure<'not-saved'>>>;
  /** Ends the program cleanly; it starts again by itself. */
  restart(staffId: string): void;
  /** As `restart`, into practice; absent where nobody can practise, as in practice itself. */
  practise?(staffId: string): void;
  /** Live visits; null while the store cannot be asked. */
  usability(): Promise<UsabilityReport | null>;
  /** Writes the counts as CSV to the drive that is in. */
  saveUsability(): Promise<Result<{ readonly name: string }, Failure<ReportFault>>>;
}
