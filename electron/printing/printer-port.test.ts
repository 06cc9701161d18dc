import { describe, expect, it } from 'vitest';
import type { Paper, PrinterStatus } from '../../domain/paper/paper.ts';
import { ok } from '../../domain/result.ts';
import type { PrinterEvent } from '../../domain/terminal/ports/printer.ts';
import { createPrinterPort, type PrinterDriver, type PrintJob } from './printer-port.ts';

const paper: Paper = { kind: 'receipt', locale: 'en', terminalId: 'K0127', at: '', blocks: [] };
const never = new AbortController().signal;

function printers(driver: Partial<PrinterDriver> = {}) {
  const standing = new Map<string, PrinterStatus>([['till', 'ready']]);
  const jobs: PrintJob[] = [];
  const faults: unknown[] = [];
  let look = (): void => undefined;
  let looking = false;
  const port = createPrinterPort({
    printers: { slips: 'till', documents: null },
    driver: {
      status: (name) => Promise.resolve(standing.get(name) ?? 'not-found'),
      print: (job) => {
        jobs.push(job);
        return Promise.resolve(ok(null));
      },
      ...driver,
    },
    draw: ({ kind }, output) => Promise.resolve(`${kind} on ${output}`),
    repeat: (again) => {
      look = again;
      looking = true;
      return () => {
        looking = false;
      };
    },
    onFault: (error) => faults.push(error),
  });
  return { port, standing, jobs, faults, look: () => look(), looking: () => looking };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

describe('how the printers stand', () => {
  it('is told once, and again when it changes; nothing is asked when nobody listens', async () => {
    const { port, standing, look, looking } = printers();
    const events: PrinterEvent[] = [];
    const end = port.subscribe((event) => events.push(event));
    await settle();
    look();
    await settle();
    standing.set('till', 'out-of-paper');
    look();
    await settle();
    expect(events).toEqual([
      { type: 'PRINTER', output: 'slips', status: 'ready' },
      { type: 'PRINTER', output: 'slips', status: 'out-of-paper' },
    ]);
    end();
    expect(looking()).toBe(false);
  });

  it('whoever listens later hears what is known', async () => {
    const { port } = printers();
    port.subscribe(() => undefined);
    await settle();
    const events: PrinterEvent[] = [];
    port.subscribe((event) => events.push(event));
    expect(events).toEqual([{ type: 'PRINTER', output: 'slips', status: 'ready' }]);
  });

  it('a system that cannot be asked has no printer, and the fault is known', async () => {
    const { port, faults } = printers({ status: () => Promise.reject(new Error('no CUPS')) });
    const events: PrinterEvent[] = [];
    port.subscribe((event) => events.push(event));
    await settle();
    expect(events).toEqual([{ type: 'PRINTER', output: 'slips', status: 'not-found' }]);
    expect(faults).toHaveLength(1);
  });
});

describe('a paper on its way', () => {
  it('is drawn and given to the printer of its output', async () => {
    const { port, jobs } = printers();
    expect(await port.print(paper, 'slips', never)).toEqual(ok(null));
    expect(jobs).toEqual([{ kind: 'receipt', html: 'receipt on slips', output: 'slips', printer: 'till' }]);
  });

  it('goes nowhere while the printer has no paper, or where there is no printer', async () => {
    const { port, standing, jobs } = printers();
    standing.set('till', 'out-of-paper');
    expect(await port.print(paper, 'slips', never)).toEqual({ ok: false, code: 'out-of-paper' });
    expect(await port.print(paper, 'documents', never)).toEqual({ ok: false, code: 'not-found' });
    expect(jobs).toEqual([]);
  });

  it('that was taken back is not drawn for the printer any more', async () => {
    const { port, jobs } = printers();
    const back = new AbortController();
    const printing = port.print(paper, 'slips', back.signal);
    back.abort();
    expect(await printing).toEqual({ ok: false, code: 'not-taken' });
    expect(jobs).toEqual([]);
  });

  it('waits for the one before it', async () => {
    const order: string[] = [];
    let finish = (): void => undefined;
    const { port } = printers({
      print: ({ kind }) => {
        order.push(`begin ${kind}`);
        return new Promise((resolve) => {
          finish = () => {
            order.push(`end ${kind}`);
            resolve(ok(null));
          };
        });
      },
    });
    const first = port.print(paper, 'slips', never);
    const second = port.print({ ...paper, kind: 'checklist' }, 'slips', never);
    await settle();
    finish();
    await first;
    await settle();
    finish();
    await second;
    expect(order).toEqual(['begin receipt', 'end receipt', 'begin checklist', 'end checklist']);
  });

  it('that makes the driver throw is not taken, and the next one is', async () => {
    let thrown = false;
    const { port, faults } = printers({
      print: () => {
        if (thrown) return Promise.resolve(ok(null));
        thrown = true;
        return Promise.reject(new Error('window gone'));
      },
    });
    expect(await port.print(paper, 'slips', never)).toEqual({ ok: false, code: 'not-taken' });
    expect(faults).toHaveLength(1);
    expect(await port.print(paper, 'slips', never)).toEqual(ok(null));
  });

  it('that was taken back from a printer that never answers does not hold up the next', async () => {
    let asked = 0;
    const { port } = printers({
      print: () => {
        asked += 1;
        return asked === 1 ? new Promise(() => undefined) : Promise.resolve(ok(null));
      },
    });
    const back = new AbortController();
    const first = port.print(paper, 'slips', back.signal);
    await settle();
    back.abort();
    expect(await first).toEqual({ ok: false, code: 'not-taken' });
    expect(await port.print(paper, 'slips', never)).toEqual(ok(null));
  });
});
