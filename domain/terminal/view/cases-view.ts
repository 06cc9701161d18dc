import type { CaseAction, CaseWay } from '../../work-day/cases.ts';
import type { CaseFault, StationCase } from '../ports/cases.ts';

/** A station's list of cases. Staff's alone: nobody's visit is under way. */
export type CasesScreen =
  | { readonly id: 'cases-waiting'; readonly about: 'looking' | 'saving' }
  | { readonly id: 'cases-trouble'; readonly fault: CaseFault | 'not-permitted'; readonly canRetry: boolean }
  | {
      readonly id: 'cases-list';
      /** Those that need somebody first. */
      readonly cases: readonly StationCase[];
      /** Cases from before the repair of the database are not in it. */
      readonly lost: boolean;
      /** The last look failed: it is as it was then. */
      readonly stale: boolean;
    }
  | {
      readonly id: 'case';
      readonly case: StationCase;
      /** How it goes on together with the member; null: it does not. */
      readonly way: CaseWay | null;
      /** What can be noted where the member is not here. */
      readonly actions: readonly CaseAction[];
      /** The last note or look was not made. */
      readonly fault: CaseFault | null;
    };
