import type { HardwareEvent } from '../../../../domain/terminal/ports/hardware.ts';
import { createManualClock, type ManualClock } from '../../../testing/manual-clock.ts';
import type { AuthenticityPolicy, IdReaderAdapter } from '../adapter.ts';
import { createReferenceIdReader } from '../reference-reader.ts';
import { SIMULATED_DOCUMENTS, type SimulatedDocumentName } from '../simulator/documents.ts';
import { createSimulatedIdReader, type SimulatedIdReader } from '../simulator/simulated-reader.ts';

/** A driver with a simulated reader on simulated time, and everything it has said. */
export interface Bench {
  readonly clock: ManualClock;
  readonly reader: SimulatedIdReader;
  readonly driver: IdReaderAdapter;
  readonly events: readonly HardwareEvent[];
  readonly insert: (name: SimulatedDocumentName) => void;
  /** The results of reads so far, as short text: `read-1 read A: …`, never a whole number. */
  readonly results: () => string[];
  /** The states of the device so far, in order. */
  readonly statuses: () => string[];
}

export async function startBench(
  options: {
    readonly plugged?: boolean;
    readonly policy?: AuthenticityPolicy;
    readonly readTime?: number;
  } = {},
): Promise<Bench> {
  const clock = createManualClock();
  const reader = createSimulatedIdReader({
    clock,
    plugged: options.plugged ?? true,
    ...(options.readTime === undefined ? {} : { delays: { readTime: options.readTime } }),
  });
  const driver = createReferenceIdReader({
    transport: reader.transport,
    clock,
    random: () => 0.5,
    ...(options.policy === undefined ? {} : { policy: options.policy }),
  });
  const events: HardwareEvent[] = [];
  driver.subscribe((event) => events.push(event));
  driver.start();
  await clock.advance(100);
  return {
    clock,
    reader,
    driver,
    events,
    insert: (name) => reader.device.insert(SIMULATED_DOCUMENTS[name]),
    results: () =>
      events.flatMap((event) => {
        if (event.type === 'READ_FAILED') return [`${event.readId} failed: ${event.trouble}`];
        if (event.type !== 'DOCUMENT_READ') return [];
        const { document } = event;
        return [
          `${event.readId} read: ${document.kind === 'hkid' ? document.number.body : document.issuingState}`,
        ];
      }),
    statuses: () => events.flatMap((event) => (event.type === 'DEVICE_STATE' ? [event.status] : [])),
  };
}
