import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRINTER_TROUBLES, type PrinterStatus } from '../../domain/paper/paper.ts';
import { ok } from '../../domain/result.ts';
import type { PrinterDriver, PrintJob } from './printer-port.ts';

/** Beside the printed files: a word of `PRINTER_TROUBLES` makes the printer have it. */
const TROUBLE_FILE = 'trouble';

/**
 * A printer for development and tests: what would go on paper lands in a folder as the PDF that Chromium made of it. A
 * release refuses to start with it (`composition/compose.ts`).
 *
 * @param folder null: as if the printer were not connected
 */
export function createSimulatedPrinter(
  folder: string | null,
  toPdf: (job: PrintJob, signal: AbortSignal) => Promise<Uint8Array>,
): PrinterDriver {
  let printed = 0;
  return {
    status: () => Promise.resolve(folder === null ? 'not-found' : troubleIn(folder)),
    print: async (job, signal) => {
      if (folder === null) throw new Error('printed without a printer');
      const pdf = await toPdf(job, signal);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      printed += 1;
      const name = `${String(printed).padStart(4, '0')}-${job.output}-${job.kind}.pdf`;
      writeFileSync(join(folder, name), pdf, { mode: 0o600, flag: 'wx' });
      return ok(null);
    },
  };
}

function troubleIn(folder: string): PrinterStatus {
  try {
    const word = readFileSync(join(folder, TROUBLE_FILE), 'utf8').trim();
    return PRINTER_TROUBLES.find((trouble) => trouble === word) ?? 'ready';
  } catch {
    return 'ready';
  }
}
