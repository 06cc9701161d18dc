import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { OutOfServiceReason, SubmitFault } from '../../domain/codes.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { AuditEntry, Kept, QueueEvent, SubmitRequest } from '../../domain/terminal/ports.ts';
import { type KeyStore, openKeyStore } from '../keys/key-store.ts';
import { openQueue, type Queue } from '../store/queue.ts';
import { createSubmitter, type Submitter } from '../submit.ts';
import { createSyncAgent, type SyncAgent } from '../sync/agent.ts';
import { delaysWith } from '../sync/delays.ts';
import { isAllowedAddress } from '../sync/http-client.ts';
import { type FromWorker, toWorkerSchema, type WorkerData, workerDataSchema } from './messages.ts';

/** Everything that runs in the thread once it is open. */
interface Running {
  readonly queue: Queue;
  readonly keys: KeyStore;
  readonly submitter: Submitter;
  readonly agent: SyncAgent;
  stop(): Promise<void>;
}

/**
 * Body of the queue's worker thread: one database, one key store, one submitter, one sync agent. Commits to slow flash
 * and verifying signatures happen here, so that a long drain never stalls a tap.
 *
 * @param port default the thread's `parentPort`
 * @param data default the thread's `workerData`
 * @throws when either is not what it should be; the thread then ends and its client says so
 */
export function runQueueWorker(port: MessagePort | null = parentPort, data: unknown = workerData): void {
  if (port === null) throw new Error('runQueueWorker runs in a worker thread');
  const say = (message: FromWorker): void => port.postMessage(message);
  const opened = open(workerDataSchema.parse(data), (event) => say({ type: 'event', event }));

  port.on('message', (message: unknown) => {
    const order = toWorkerSchema.parse(message);
    switch (order.type) {
      case 'submit':
        // The cast is the port's own type; the submitter parses the payload.
        void answer(opened, order.request as SubmitRequest).then((result) => {
          say({ type: 'answer', call: order.call, result: copied(result) });
        });
        return;
      case 'audit':
        void opened.then((running) => {
          if (running.ok) audit(running.value.queue, order.entry);
        });
        return;
      case 'stop':
        void opened.then(async (running) => {
          if (running.ok) await running.value.stop();
          say({ type: 'stopped' });
          port.close();
        });
    }
  });

  void opened.then((running) => {
    if (!running.ok) {
      say({ type: 'opened', result: copied(running) });
      return;
    }
    const { queue, agent } = running.value;
    // A database that opened has passed its integrity check: what was kept before is there.
    say({ type: 'opened', result: { ok: true, value: { recovered: queue.recovered, keptItemsSafe: true } } });
    for (const event of agent.snapshot()) say({ type: 'event', event });
    agent.start();
  });
}

async function answer(
  opened: Promise<Result<Running, Failure<OutOfServiceReason>>>,
  request: SubmitRequest,
): Promise<Result<Kept, Failure<SubmitFault>>> {
  const running = await opened;
  return running.ok ? running.value.submitter.submit(request) : fail('unavailable');
}

async function open(
  data: WorkerData,
  emit: (event: QueueEvent) => void,
): Promise<Result<Running, Failure<OutOfServiceReason>>> {
  const { enrolment, sqliteBinding } = data;
  if (!isAllowedAddress(enrolment.gatewayUrl)) return fail('configuration', { field: 'gatewayUrl' });
  const keyStore = await openKeyStore({ folder: data.keyFolder, enrolment });
  if (!keyStore.ok) return keyStore;
  const keys = keyStore.value;
  const opened = openQueue(data.databasePath, {
    nativeBinding: sqliteBinding,
    freshEpoch: keys.nextEpoch(),
    now: () => keys.time.now().instant,
  });
  if (!opened.ok) return opened;
  const queue = opened.value;
  if (!keys.noteEpoch(queue.epoch)) {
    queue.close();
    return fail('storage-fault', { what: 'key-folder' });
  }

  const delays = delaysWith(data.delays);
  const tell = (event: QueueEvent): void => {
    if (event.type === 'COUNTS') rotation.whenEmpty(event.pending + event.parked);
    emit(event);
  };
  const rotation = laneKeyRotation(keys, delays.laneKey);
  const agent = createSyncAgent({ queue, keys, enrolment, emit: tell, delays });
  const submitter = createSubmitter({
    queue,
    keys,
    terminalId: enrolment.terminalId,
    onKept({ id, reference }) {
      emit({ type: 'ITEM', id, reference, state: 'kept', receivedAt: null, outcome: null });
      for (const event of agent.snapshot()) if (event.type === 'COUNTS') emit(event);
      agent.wake();
    },
  });
  const marking = setInterval(() => keys.time.persist(), delays.timeMark);
  return ok({
    queue,
    keys,
    submitter,
    agent,
    async stop() {
      clearInterval(marking);
      await agent.stop();
      keys.time.persist();
      queue.close();
    },
  });
}

/** A lane key lives as long as something that was ordered with it is open, and not much longer. */
function laneKeyRotation(keys: KeyStore, interval: number): { whenEmpty(open: number): void } {
  let last = Number.NEGATIVE_INFINITY;
  return {
    whenEmpty(open) {
      if (open > 0 || performance.now() - last < interval) return;
      last = performance.now();
      keys.rotateLaneKey();
    },
  };
}

/** An entry that may hold more than it should is written without what it says, so that the event is not lost. */
function audit(queue: Queue, entry: unknown): void {
  const written = queue.audit.append(entry as AuditEntry);
  if (written.ok || written.code !== 'audit-refused') return;
  const event = typeof entry === 'object' && entry !== null && 'event' in entry ? entry.event : null;
  queue.audit.append({ event, actor: 'system', detail: { code: 'entry-refused' } } as AuditEntry);
}

/** A message carries plain, writable objects. */
function copied<T, C extends string>(
  result: Result<T, Failure<C>>,
): { ok: true; value: T } | { ok: false; code: C; params?: Record<string, string | number> } {
  if (result.ok) return { ok: true, value: result.value };
  const { code, params } = result;
  return params === undefined ? { ok: false, code } : { ok: false, code, params: { ...params } };
}
