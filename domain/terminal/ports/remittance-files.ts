import type { ListFindings } from '../../company-list/check-list.ts';
import type { CompanyList, Standing } from '../../company-list/list.ts';
import type { Locale } from '../../locale.ts';
import type { RuleFileProblem } from '../../remittance/employer/employer-rules.ts';
import type { StoredRuleSet } from '../../remittance/employer/stored-rules.ts';
import type { FileFacts } from '../../remittance/summary/file-facts.ts';
import type { FileFindings } from '../../remittance/summary/summarise.ts';
import type { Failure, Result } from '../../result.ts';
import type { RosterFindings } from '../../roster/check-roster.ts';

/*
 * Remittance files and lists of companies from a removable drive, or from the one folder of a station that is configured. The picker is ours:
 * nothing of the machine's own disk can be named, for a page knows entries by an id that was made up for it.
 */

/** A drive, or the station's folder. */
export interface FilePlace {
  readonly id: string;
  readonly kind: 'drive' | 'station-folder';
  /** As whoever formatted the drive named it; may be empty. */
  readonly name: string;
}

export interface FileEntry {
  readonly id: string;
  readonly kind: 'folder' | 'file';
  readonly name: string;
  /** ISO instant of the last change. */
  readonly changedAt: string;
  readonly bytes: number;
}

/** What stands where somebody looks. */
export interface FileListing {
  readonly places: readonly FilePlace[];
  /** Null: which of several places, or none is there. */
  readonly at: {
    readonly place: FilePlace;
    /** Folders entered, from the top of the drive. */
    readonly folders: readonly string[];
    /** Folders, then files that can be read, the newest first. */
    readonly entries: readonly FileEntry[];
    /** Files of other kinds, which are not shown. */
    readonly others: number;
    /** Entries beyond those that are shown. */
    readonly more: number;
    readonly readable: boolean;
  } | null;
}

/** The employer's rules on a drive: the shape that `check-remittance --employer` takes (docs/remittance-file.md). */
export const RULES_FILE_NAME = 'empf-rules.json';

export const FILE_TROUBLES = [
  'drive-gone',
  'drive-fault',
  'file-not-plain',
  'file-too-large',
  'too-many-rows',
  'not-checked',
  'rules-missing',
  'rules-do-not-fit',
  'rules-other-payer',
  'rules-differ-from-stored',
] as const;
/** Why a file could not be read to its end; message `file.trouble.<code>` and `.help`. */
export type FileTrouble = (typeof FILE_TROUBLES)[number];

export const SAVE_FAULTS = ['drive-gone', 'drive-full', 'drive-read-only', 'drive-fault'] as const;
/** Why the list of problems could not be saved; message `file.save.<code>`. */
export type SaveFault = (typeof SAVE_FAULTS)[number];

/** What was saved on the drive, by name. */
export interface SavedProblems {
  /** The list of problems. */
  readonly name: string;
  /** The rows that stay, as they came, to be corrected and brought alone (docs/adr/0035); left out where none was written. */
  readonly rows?: string;
}

/** Who pays and by what account, and by which day's rules it is judged. */
export interface CheckRequest {
  readonly entry: string;
  readonly payer: { readonly name: string; readonly account: string };
  /** Every row is held against the employer's rule file beside it (`RULES_FILE_NAME`). */
  readonly rules: boolean;
  /** What the platform has of the employer's rules; the rule file has to say the same. Null: nothing. */
  readonly stored: StoredRuleSet | null;
  /** Hong Kong date. */
  readonly today: string;
}

/** Which file is a list of companies, and what its rows are held against (domain/company-list). */
export interface ListCheckRequest {
  readonly entry: string;
  readonly standing: Standing;
  /** Hong Kong date. */
  readonly today: string;
}

export interface CheckProgress {
  /** Per cent of the file. */
  readonly done: number;
  readonly rows: number;
}

export type CheckEvent =
  | { readonly type: 'PROGRESS'; readonly progress: CheckProgress }
  | {
      readonly type: 'CHECKED';
      readonly findings: FileFindings;
      /** Of the rows that go; null where none does, or something holds the file back as a whole. */
      readonly facts: FileFacts | null;
    }
  | {
      readonly type: 'LIST_CHECKED';
      readonly findings: ListFindings;
      /** The companies that can go; null when there is none. */
      readonly list: CompanyList | null;
    }
  | {
      readonly type: 'ROSTER_CHECKED';
      readonly findings: RosterFindings;
      /** The same list is there already. */
      readonly again: boolean;
    }
  | {
      readonly type: 'TROUBLE';
      readonly trouble: FileTrouble;
      /** What is wrong in the rule file, the first of it. */
      readonly places?: readonly RuleFileProblem[];
    };

interface Browsing {
  /** Enters a place or a folder. An id that is not there any more does nothing. */
  readonly open: (id: string) => void;
  /** Back to the folder above; from the top of a drive to the places. */
  readonly up: () => void;
  readonly end: () => void;
}

export interface RemittanceFilesPort {
  /** Looks at places until ended, and tells what stands there at once and at every change. */
  browse(listener: (listing: FileListing) => void): Browsing;
  /** Reads and checks the file of an entry. @returns what stops it; nothing is told afterwards */
  check(request: CheckRequest, listener: (event: CheckEvent) => void): () => void;
  /** As `check`, for a list of companies; of its rows nothing is held. */
  checkList(request: ListCheckRequest, listener: (event: CheckEvent) => void): () => void;
  /** As `check`, for a van's list of workers; who is in it goes to `RosterPort.take` and to nobody else. */
  checkRoster(entry: string, listener: (event: CheckEvent) => void): () => void;
  /**
   * Writes the problems of the last check beside the file; `andRows`: with the rows that stay, as a file of their own.
   * Both or none.
   * @param checkOnly of a mock run, which name and first line then say (domain/practice/marks.ts)
   */
  saveProblems(
    locale: Locale,
    andRows: boolean,
    checkOnly?: boolean,
  ): Promise<Result<SavedProblems, Failure<SaveFault>>>;
  /** Id of the file whose rows are held for submission (`FileFacts.id`); null: none. */
  held(): string | null;
  /** The rows as they travel; null when they are not held. */
  bytesOf(id: string): Uint8Array | null;
  /** Lets go of everything: rows are overwritten, the drive is not looked at any more. */
  forget(): void;
}
