import type { PrinterPort } from '../../domain/terminal/ports/printer.ts';
import { fail, ok } from '../../domain/result.ts';
import type { Configuration } from '../configuration/schema.ts';
import { createPaperPages } from './paper-window.ts';
import { type PrinterFacts, statusOf } from './printer-health.ts';
import { createPrinterPort, type PrinterDriver } from './printer-port.ts';
import { createSimulatedPrinter } from './simulated-printer.ts';

/** How often printers are asked how they stand: neither CUPS nor Windows tells Electron of a change. */
const LOOK_EVERY_MILLISECONDS = 10_000;
const MILLIMETRES_PER_INCH = 25.4;
const MICRONS_PER_MILLIMETRE = 1_000;

interface Given {
  readonly configuration: Configuration;
  /** Where the simulated printer puts what it prints. */
  readonly spool: string | null;
  /** Files that a page may load, by path (`shell/protocol.ts`). */
  readonly manifest: ReadonlyMap<string, string>;
  /** The printers that the system has. */
  readonly systemPrinters: () => Promise<readonly PrinterFacts[]>;
  readonly refused: (what: string) => void;
  readonly onFault: (error: unknown) => void;
}

/** The printers of the configuration behind their port; null where none is configured. */
export function openPrinters(given: Given): PrinterPort | null {
  const { driver, slips, documents } = given.configuration.printing;
  if (slips === null && documents === null) return null;
  return createPrinterPort({
    printers: { slips: slips?.printer ?? null, documents: documents?.printer ?? null },
    driver: driver === 'sim' ? simulated(given) : system(given),
    // Not before somebody prints: drawing needs the words of every message.
    draw: async (paper, output) =>
      (await import('../../renderer/paper/paper-html.ts')).paperHtml(paper, output),
    repeat: (look) => {
      const timer = setInterval(look, LOOK_EVERY_MILLISECONDS);
      timer.unref();
      return () => clearInterval(timer);
    },
    onFault: given.onFault,
  });
}

function simulated({ spool, manifest, refused }: Given): PrinterDriver {
  const lay = createPaperPages(manifest, refused);
  return createSimulatedPrinter(spool, (job, signal) =>
    lay(job, signal, ({ contents, size }) =>
      contents.printToPDF({
        pageSize: {
          width: size.width / MILLIMETRES_PER_INCH,
          height: size.height / MILLIMETRES_PER_INCH,
        },
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        printBackground: true,
        generateTaggedPDF: true,
      }),
    ),
  );
}

function system({ manifest, refused, systemPrinters }: Given): PrinterDriver {
  const lay = createPaperPages(manifest, refused);
  return {
    status: async (printer) => statusOf(await systemPrinters(), printer),
    print: (job, signal) =>
      lay(
        job,
        signal,
        ({ contents, size }) =>
          new Promise((resolve) => {
            contents.print(
              {
                silent: true,
                deviceName: job.printer,
                color: false,
                margins: { marginType: 'none' },
                pageSize: {
                  width: size.width * MICRONS_PER_MILLIMETRE,
                  height: size.height * MICRONS_PER_MILLIMETRE,
                },
              },
              (taken) => {
                resolve(taken ? ok(null) : fail('not-taken'));
              },
            );
          }),
      ),
  };
}
