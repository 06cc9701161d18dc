import {
  type Paper,
  PAPER_OUTPUTS,
  type PaperKind,
  type PaperOutput,
  type PrinterStatus,
  type PrintFault,
} from '../../domain/paper/paper.ts';
import { type Failure, fail, type Result } from '../../domain/result.ts';
import type { PrinterEvent, PrinterPort } from '../../domain/terminal/ports/printer.ts';

/** A paper in words, on its way to a printer. In memory only. */
export interface PrintJob {
  readonly kind: PaperKind;
  readonly html: string;
  readonly output: PaperOutput;
  /** The system's name of the printer. */
  readonly printer: string;
}

/** What knows printers: the system's, or the simulated one. */
export interface PrinterDriver {
  status(printer: string): Promise<PrinterStatus>;
  /** Resolves when it is taken; gives up at `signal`. */
  print(job: PrintJob, signal: AbortSignal): Promise<Result<null, Failure<PrintFault>>>;
}

interface Given {
  /** The system's name of each printer; null: there is none. */
  readonly printers: Readonly<Record<PaperOutput, string | null>>;
  readonly driver: PrinterDriver;
  readonly draw: (paper: Paper, output: PaperOutput) => Promise<string>;
  /** Calls `look` again and again; returns what ends it. Printers send no events: this is where they are asked. */
  readonly repeat: (look: () => void) => () => void;
  readonly onFault: (error: unknown) => void;
}

function takenBack(signal: AbortSignal): Promise<Result<null, Failure<PrintFault>>> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(fail('not-taken')), { once: true });
  });
}

/** Printers behind the port: one paper at a time, and the newest known of each printer. */
export function createPrinterPort({ printers, driver, draw, repeat, onFault }: Given): PrinterPort {
  const listeners = new Set<(event: PrinterEvent) => void>();
  const known = new Map<PaperOutput, PrinterStatus>();
  let stopLooking: (() => void) | null = null;
  let before: Promise<unknown> = Promise.resolve();

  async function look(output: PaperOutput): Promise<PrinterStatus> {
    const printer = printers[output];
    if (printer === null) return 'none';
    const status = await driver.status(printer).catch((error: unknown): PrinterStatus => {
      onFault(error);
      return 'not-found';
    });
    if (known.get(output) !== status) {
      known.set(output, status);
      for (const listener of listeners) listener({ type: 'PRINTER', output, status });
    }
    return status;
  }

  function lookAtAll(): void {
    for (const output of PAPER_OUTPUTS) void look(output);
  }

  async function printNow(
    paper: Paper,
    output: PaperOutput,
    signal: AbortSignal,
  ): Promise<Result<null, Failure<PrintFault>>> {
    const status = await look(output);
    const printer = printers[output];
    if (printer === null || status === 'none') return fail('not-found');
    if (status !== 'ready') return fail(status);
    const html = await draw(paper, output);
    if (signal.aborted) return fail('not-taken');
    const result = await Promise.race([
      driver.print({ kind: paper.kind, html, output, printer }, signal),
      // A window that was closed may never answer: it must not hold up whoever prints next.
      takenBack(signal),
    ]);
    if (!result.ok) void look(output);
    return result;
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      for (const [output, status] of known) listener({ type: 'PRINTER', output, status });
      if (stopLooking === null) {
        lookAtAll();
        stopLooking = repeat(lookAtAll);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stopLooking?.();
        stopLooking = null;
      };
    },
    print: (paper, output, signal) => {
      const printing = before
        .then(() => printNow(paper, output, signal))
        .catch((error: unknown) => {
          onFault(error);
          return fail('not-taken' as const);
        });
      before = printing;
      return printing;
    },
  };
}
