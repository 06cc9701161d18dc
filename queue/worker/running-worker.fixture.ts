import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { ServiceStatus } from '../../domain/service/status.ts';
import type { QueueEvent } from '../../domain/terminal/ports/queue/queue.ts';
import { openQueue } from '../store/queue.ts';
import { dataFolder } from '../testing/data-folder.ts';
import { problem } from '../testing/exchange.ts';
import { scriptedGateway, type ScriptedGateway } from '../testing/scripted-gateway.ts';
import { good } from '../testing/values.ts';
import { type WatchedEvents, watchedEvents } from '../testing/watched-events.ts';
import { type QueueWorker, type QueueWorkerOptions, startQueueWorker } from './client.ts';

const MAIN = new URL('./main.ts', import.meta.url);

/** A queue in its thread and a scripted gateway, until the test ends. */
interface Running extends WatchedEvents {
  readonly worker: QueueWorker;
  readonly gateway: ScriptedGateway;
  readonly path: string;
}

export async function workerWith(
  options: Partial<QueueWorkerOptions> = {},
  folder = dataFolder(),
): Promise<Running> {
  const gateway = await scriptedGateway();
  const path = join(folder, 'queue.db');
  const worker = startQueueWorker({
    workerUrl: MAIN,
    databasePath: path,
    keyFolder: join(folder, 'keys'),
    enrolment: gateway.platform.enrolment,
    profile: 'kiosk',
    ...options,
  });
  onTestFinished(async () => {
    await worker.stop();
    await gateway.close();
  });
  return { worker, gateway, path, ...watchedEvents(worker.port) };
}

/** What stands in the log of a database that nobody has open. */
export function auditedIn(path: string): string[] {
  const queue = good(openQueue(path));
  expect(queue.verifyAudit().ok).toBe(true);
  const { rows } = good(queue.auditSince(0, 200));
  queue.close();
  return rows.map(({ entry }) => (JSON.parse(entry) as { event: string }).event);
}

/** Everything kept stays: the platform is there and too busy to take any. */
export function tooBusy(gateway: ScriptedGateway): void {
  for (const route of ['submissions', 'batches'] as const) gateway.always[route] = problem(503, 'busy');
}

export function statusOf(events: readonly QueueEvent[]): ServiceStatus | null {
  const last = events.findLast((event) => event.type === 'STATUS');
  return last?.type === 'STATUS' ? last.status : null;
}

/** What a callback is called with first, for a test to wait for. */
export function firstCall<T>(): { readonly call: (value: T) => void; readonly happened: Promise<T> } {
  let call: (value: T) => void = () => undefined;
  const happened = new Promise<T>((resolve) => {
    call = resolve;
  });
  return { call: (value) => call(value), happened };
}
