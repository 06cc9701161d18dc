import type { InstructionKind } from '../../../kinds/kinds.ts';
import type { RuleFileProblem } from '../../../remittance/employer/employer-rules.ts';
import type { FileFindings } from '../../../remittance/summary/summarise.ts';
import type { Failure, Result } from '../../../result.ts';
import type { ListFindings } from '../../../company-list/check-list.ts';
import type {
  CheckProgress,
  FileListing,
  FileTrouble,
  SavedProblems,
  SaveFault,
} from '../../ports/remittance-files.ts';

/** A file that was brought: a remittance, an employer's rules, a list of companies. */
export type FileScreen =
  /** Which file of which drive; the page is ours, no dialog of the system. */
  | {
      readonly id: 'file-choose';
      readonly kind: InstructionKind;
      readonly listing: FileListing | null;
      readonly payer: string;
      readonly most: { readonly megabytes: number; readonly rows: number };
      /** A list of companies is chosen; left out: a remittance file. */
      readonly companies?: true;
    }
  | {
      readonly id: 'file-reading';
      readonly kind: InstructionKind;
      readonly name: string;
      readonly progress: CheckProgress;
    }
  | {
      readonly id: 'file-trouble';
      readonly kind: InstructionKind;
      readonly trouble: FileTrouble;
      /** Of a rule file that does not fit: what is wrong in it. */
      readonly places: readonly RuleFileProblem[];
      readonly most: { readonly megabytes: number; readonly rows: number };
      /** It was to be a list of companies. */
      readonly companies?: true;
    }
  /** What was found in it; the rows that are right can go without the others (docs/adr/0035). */
  | {
      readonly id: 'file-result';
      readonly kind: InstructionKind;
      readonly name: string;
      readonly findings: FileFindings;
      readonly payer: string;
      /** Rows that can go; none while something holds the file back as a whole. */
      readonly going: number;
      /** Asked because the rows that stay were not saved on the drive. */
      readonly unsaved?: true;
      /** Held against the employer's rules; without them voluntary contributions were not checked. */
      readonly byRules: boolean;
      readonly saving: boolean;
      /** What was saved on the drive, or why it was not; null before that. */
      readonly saved: Result<SavedProblems, Failure<SaveFault>> | null;
    }
  /** What was found in a list of companies: the good ones can go without the others. */
  | {
      readonly id: 'companies-result';
      readonly kind: InstructionKind;
      readonly name: string;
      readonly findings: ListFindings;
      /** Companies that can go. */
      readonly good: number;
      readonly saving: boolean;
      readonly saved: Result<{ readonly name: string }, Failure<SaveFault>> | null;
    };
