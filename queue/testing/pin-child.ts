import { join } from 'node:path';
import { argv, stdout } from 'node:process';
import { z } from 'zod';
import { openKeyStore } from '../keys/key-store.ts';
import { createStaffDesk } from '../staff/staff-desk.ts';
import { openStaffListStore } from '../staff/staff-list-store.ts';
import { openQueue } from '../store/queue.ts';
import { enrolmentSchema } from '../../domain/wire/contract.ts';
import { good } from './values.ts';

/**
 * One start of a terminal that somebody tries PINs at. Prints `counted` for each try of which the PIN would now be
 * compared, or the code of the refusal, then waits to be killed: no PIN is ever said to be right or wrong.
 */
const orderSchema = z.strictObject({
  folder: z.string(),
  enrolment: enrolmentSchema,
  badge: z.string(),
  /** ISO instant that the wall clock claims. */
  wall: z.string(),
  /** Milliseconds of uptime between the tries. */
  between: z.number(),
  tries: z.number(),
  /** Whether the time mark is written before each try, as it is once a minute. */
  persists: z.boolean(),
});
const order = orderSchema.parse(JSON.parse(argv[2] ?? ''));
let waited = 0;
const uptime = (): number => performance.now() + waited;
const started = performance.now();
const wall = (): number => Date.parse(order.wall) + waited + (performance.now() - started);

const folder = join(order.folder, 'keys');
const keys = good(await openKeyStore({ folder, enrolment: order.enrolment, uptime, wall }));
const queue = good(openQueue(join(order.folder, 'queue.db'), { budget: () => keys.time.budget(), uptime }));
const lists = good(
  await openStaffListStore({
    ...{ folder, keys, enrolled: order.enrolment.staffList },
    audit: (entry) => queue.audit.record(entry),
  }),
);
const desk = createStaffDesk({ lists, queue, keys, onNotice: () => undefined });
for (let tried = 0; tried < order.tries; tried += 1) {
  if (order.persists) keys.time.persist();
  const begun = await desk.begin(order.badge);
  stdout.write(`${begun.ok ? 'counted' : begun.code}\n`);
  waited += order.between;
}
setInterval(() => undefined, 1_000_000);
