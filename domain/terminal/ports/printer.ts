import type { Paper, PaperOutput, PrinterStatus, PrintFault } from '../../paper/paper.ts';
import type { Failure, Result } from '../../result.ts';

/** How a printer stands; one for each output on subscribing, and at every change. */
export interface PrinterEvent {
  readonly type: 'PRINTER';
  readonly output: PaperOutput;
  readonly status: PrinterStatus;
}

export interface PrinterPort {
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: PrinterEvent) => void): () => void;
  /**
   * Resolves when the printer has taken the paper, or with why not; taken is not yet printed. Keeps nothing of it, and
   * gives up at `signal` as far as nothing has gone to the printer.
   */
  print(paper: Paper, output: PaperOutput, signal: AbortSignal): Promise<Result<null, Failure<PrintFault>>>;
}
