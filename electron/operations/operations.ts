import type { OperationsPort, ReportFault } from '../../domain/operations/port.ts';
import type { PaperOutput, PrinterStatus } from '../../domain/paper/paper.ts';
import { windowFrom } from '../../domain/operations/update-window.ts';
import { fail, type Failure, ok, type Result } from '../../domain/result.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import type { DeviceName, DeviceStatus, HardwarePort } from '../../domain/terminal/ports/hardware.ts';
import type { PrinterPort } from '../../domain/terminal/ports/printer.ts';
import { hongKongDate } from '../../domain/time.ts';
import { usabilityCsv } from '../../domain/usability/csv.ts';
import { markedStem } from '../../domain/practice/marks.ts';
import { isPracticeTerminal } from '../../domain/practice/practice-terminal.ts';
import { summariseUsability } from '../../domain/usability/summarise.ts';
import type { QueueWorker } from '../../queue/index.ts';
import type { Places } from '../configuration/places.ts';
import type { Log } from '../diagnostics/log.ts';
import type { Updates } from './updates.ts';
import { checksOf } from './checks.ts';

export interface OperationsOptions {
  readonly hardware: Pick<HardwarePort, 'subscribe'>;
  /** Null where nothing is printed. */
  readonly printer: Pick<PrinterPort, 'subscribe'> | null;
  readonly log: Log;
  readonly updates: Pick<Updates, 'window' | 'choose' | 'prepared'>;
  readonly places: Pick<Places, 'data'>;
  readonly version: string;
  /** Null while the queue's thread is gone. */
  readonly desk: () => QueueWorker['operations'] | null;
  readonly audit: (entry: AuditEntry) => void;
  readonly terminalId: string;
  readonly save: (
    stem: string,
    text: string,
  ) => Promise<Result<{ readonly name: string }, Failure<ReportFault>>>;
  readonly restart: () => void;
  /** Has the program start again in practice; absent in practice. Throws when the disk does not take it. */
  readonly practise?: () => void;
  /** ISO instant. */
  readonly now: () => string;
}

/** What staff may do about the machine itself. */
export function createOperations(options: OperationsOptions): OperationsPort {
  const { desk, updates } = options;
  const devices = new Map<DeviceName, DeviceStatus>();
  let lightSeen = false;
  options.hardware.subscribe((event) => {
    if (event.type === 'DEVICE_STATE') {
      devices.set(event.device, event.status);
      lightSeen ||= event.device === 'light' && event.status !== 'absent';
    }
    if (event.type === 'HARDWARE_DOWN') devices.clear();
  });
  const printers = new Map<PaperOutput, PrinterStatus>();
  options.printer?.subscribe(({ output, status }) => printers.set(output, status));
  const checks = checksOf({
    lightSeen: () => lightSeen,
    devices,
    printers,
    dataFolder: options.places.data,
    desk,
  });

  return {
    async facts() {
      const prepared = updates.prepared();
      return {
        version: options.version,
        store: (await desk()?.facts()) ?? null,
        updates: updates.window(),
        ...(prepared === null ? {} : { prepared }),
        log: options.log.recent(),
      };
    },
    check: (name) => checks[name](),
    takeOut: (reason, staffId) => desk()?.takeOut(reason, staffId) ?? Promise.resolve(fail('not-saved')),
    putBack: (staffId) => desk()?.putBack(staffId) ?? Promise.resolve(fail('not-saved')),
    chooseUpdates: (from, staffId) =>
      Promise.resolve(
        updates.choose(from === null ? null : windowFrom(from), staffId) ? ok(null) : fail('not-saved'),
      ),
    restart(staffId) {
      options.audit({ event: 'terminal.restarted', actor: 'staff', staffId });
      options.restart();
    },
    ...(options.practise === undefined
      ? {}
      : {
          practise(staffId: string) {
            options.audit({ event: 'practice.started', actor: 'staff', staffId });
            options.practise?.();
          },
        }),
    async usability() {
      const figures = await desk()?.usability();
      if (figures === undefined || figures === null) return null;
      const live = figures.cells.filter(({ mode }) => mode === 'live');
      return { summary: summariseUsability(live), days: figures.days };
    },
    async saveUsability() {
      const figures = await desk()?.usability();
      if (figures === undefined || figures === null) return fail('unavailable');
      const day = hongKongDate(options.now()).replaceAll('-', '');
      const { terminalId } = options;
      const stem = `empf-usability-${terminalId}-${day}`;
      const mark = isPracticeTerminal(terminalId) ? 'practice' : null;
      return options.save(markedStem(mark, stem), usabilityCsv(figures.cells));
    },
  };
}
