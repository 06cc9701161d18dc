import { NO_PRINTERS, outputFor, type Paper } from '../../domain/paper/paper.ts';
import { IDS } from './guards/ids.ts';
import { sessionSetup } from './setup.ts';

/** Never printed: the region is only entered with a paper, which the machine cannot say in its types. */
const NO_PAPER: Paper = { kind: 'receipt', locale: 'en', terminalId: '', at: '', blocks: [] };

const toPrinting = { guard: 'printOnTop', actions: 'passToPrinting' } as const;

/**
 * Paper covers the page until it is printed or gone on without. The page beneath stays as it was: a receipt stands on
 * the screen whatever the printer does.
 */
export const print = sessionSetup.createStateConfig({
  initial: 'none',
  states: {
    none: {
      on: {
        PRINT_PAPER: [
          { guard: 'mayPrint', target: 'open' },
          { guard: 'mayPrintHelpSlip', target: 'open' },
        ],
      },
    },
    open: {
      id: IDS.printing,
      entry: 'touch',
      invoke: {
        id: 'printing',
        src: 'printing',
        input: ({ context: { outside, printers, visit }, event }) => {
          const paper = event.type === 'PRINT_PAPER' ? event.paper : NO_PAPER;
          return {
            outside,
            sessionId: visit.sessionId,
            paper,
            output: outputFor(paper.kind, event.type === 'PRINT_PAPER' ? printers : NO_PRINTERS),
          };
        },
        // Whoever waited for paper gets the whole time to take it.
        onSnapshot: { actions: 'touch' },
        onDone: { target: 'none', actions: 'touch' },
      },
      on: {
        PRINT_AGAIN: toPrinting,
        PRINT_CLOSE: toPrinting,
        // Someone with a badge has come: what is said about paper goes away, the page stays.
        BADGE_SCANNED: { target: 'none' },
      },
    },
  },
});
