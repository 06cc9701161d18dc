import { z } from 'zod';
import { startQueueWorker } from '../../queue/index.ts';
import { enrolmentSchema } from '../../domain/wire/contract.ts';
import { holdPlaceSchema } from '../../domain/parking/hold.ts';
import type { ParkRequest, TakeUpRequest } from '../../domain/terminal/ports/queue/parking.ts';
import type { SubmitRequest } from '../../domain/terminal/ports/queue/submission.ts';

/** A terminal's queue as a process of its own, so that its power can be cut: calls of the port come as messages. */
const settings = z
  .strictObject({
    folder: z.string(),
    enrolment: enrolmentSchema,
    place: holdPlaceSchema,
  })
  .parse(JSON.parse(process.argv.at(-1) ?? ''));

const worker = startQueueWorker({
  workerUrl: new URL('../../queue/worker/main.ts', import.meta.url),
  databasePath: `${settings.folder}/terminal.db`,
  keyFolder: `${settings.folder}/keys`,
  enrolment: settings.enrolment,
  profile: 'station',
  place: settings.place,
  delays: { idleProbe: 100, offlineProbe: 50, retryBase: 20, retryCap: 50, brokenCap: 50, holdRenewal: 50 },
});

interface Order {
  readonly call: number;
  readonly name: string;
  readonly input: unknown;
}

function answerTo({ name, input }: Order): Promise<unknown> {
  switch (name) {
    case 'park':
      return worker.port.park(input as ParkRequest);
    case 'takeUp':
      return worker.port.takeUp(input as TakeUpRequest);
    case 'submit':
      return worker.port.submit(input as SubmitRequest);
    case 'cases':
      return worker.cases.list();
    default:
      worker.port.audit(input as Parameters<typeof worker.port.audit>[0]);
      return Promise.resolve(null);
  }
}

process.on('message', (order: Order) => {
  void answerTo(order).then((answer) => process.send?.({ call: order.call, answer }));
});
// The test is gone: so is the power.
process.on('disconnect', () => process.exit(0));
worker.port.subscribe((event) => process.send?.({ event }));
void worker.opened.then(({ ok }) => process.send?.({ opened: ok }));
