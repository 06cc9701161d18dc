import type { Figure, Label } from '../catalogue/ask.ts';
import type { Locale } from '../locale.ts';

/** Everything that a terminal can print. */
export const PAPER_KINDS = [
  'receipt',
  'resume-slip',
  'checklist',
  'payment-slip',
  'help-slip',
  'statutory-declaration',
  'queue-ticket',
  'day-report',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Two ways of printing: a slip from a narrow roll, and a sheet of A4. */
export const PAPER_OUTPUTS = ['slips', 'documents'] as const;
export type PaperOutput = (typeof PAPER_OUTPUTS)[number];

/** What is sworn before somebody is a sheet; all else fits on a slip. */
const OUTPUT_OF: Readonly<Record<PaperKind, PaperOutput>> = {
  receipt: 'slips',
  'resume-slip': 'slips',
  checklist: 'slips',
  'payment-slip': 'slips',
  'help-slip': 'slips',
  'statutory-declaration': 'documents',
  'queue-ticket': 'slips',
  'day-report': 'documents',
};

/** One part of a paper, from top to bottom. */
export type PaperBlock =
  | { readonly type: 'text'; readonly label: Label; readonly weight: 'plain' | 'strong' | 'small' }
  | { readonly type: 'heading'; readonly label: Label }
  /** `large`: to be copied or read out, such as a reference number. */
  | { readonly type: 'figures'; readonly figures: readonly Figure[]; readonly large?: true }
  | { readonly type: 'list'; readonly items: readonly Label[]; readonly numbered: boolean }
  | { readonly type: 'qr'; readonly content: string }
  /** Two rows to be typed again, with their ordinals. */
  | { readonly type: 'rows'; readonly rows: readonly string[] }
  /** Left empty, to be filled in by hand; `lines` of writing. */
  | { readonly type: 'blank'; readonly label: Label; readonly lines: number }
  /** Two columns to be signed, the declarant's and that of who takes the declaration. */
  | { readonly type: 'signatures'; readonly columns: readonly (readonly Label[])[] };

/**
 * A paper as data, before it has words: codes and parameters, and what the member answered. An ISO date or instant among
 * the parameters is written out in the language of the paper. Made for one visit, in memory only.
 */
export interface Paper {
  readonly kind: PaperKind;
  readonly locale: Locale;
  /** For display, e.g. `K0127`. */
  readonly terminalId: string;
  /** ISO instant at which it was made. */
  readonly at: string;
  readonly blocks: readonly PaperBlock[];
}

/** Where, when and in which language a paper is made. */
export type Made = Pick<Paper, 'locale' | 'terminalId' | 'at'>;

/** How each output stands; `none`: there is no such printer here. */
export type PrinterStatus = 'none' | 'ready' | PrinterTrouble;
export type Printers = Readonly<Record<PaperOutput, PrinterStatus>>;

export const NO_PRINTERS: Printers = { slips: 'none', documents: 'none' };

/** Why a printer that is configured cannot print now; message `printer.<code>`. */
export const PRINTER_TROUBLES = ['not-found', 'out-of-paper', 'cover-open', 'paper-jam', 'stopped'] as const;
export type PrinterTrouble = (typeof PRINTER_TROUBLES)[number];

/** Why something was not printed; message `printer.<code>`. */
export const PRINT_FAULTS = [...PRINTER_TROUBLES, 'not-taken', 'no-answer'] as const;
export type PrintFault = (typeof PRINT_FAULTS)[number];

/** The printer that a kind goes to: a slip goes to the sheet printer where there is no other, a day's report to the roll. */
export function outputFor(kind: PaperKind, printers: Printers): PaperOutput {
  const output = OUTPUT_OF[kind];
  if (kind === 'day-report' && printers.documents === 'none') return 'slips';
  return output === 'slips' && printers.slips === 'none' ? 'documents' : output;
}
