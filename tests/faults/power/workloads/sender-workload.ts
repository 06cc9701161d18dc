import { argv } from 'node:process';
import { z } from 'zod';
import { enrolmentSchema } from '../../../../domain/wire/contract.ts';
import { createRandom } from '../../runner/random.ts';
import { openTerminal } from '../../terminal/terminal.ts';
import { openMarks } from '../marks.ts';

/**
 * A whole terminal that keeps and sends, to be killed: people leave registrations while the agent brings them to a
 * gateway in another process. Ends when everything was sent.
 */
const optionsSchema = z.object({
  seed: z.number(),
  people: z.array(z.number()),
  gatewayUrl: z.url(),
  enrolment: enrolmentSchema,
});
export type SenderWorkload = z.input<typeof optionsSchema>;

const [, , folder = '', marksPath = '', words = '{}'] = argv;
const { seed, people, gatewayUrl, enrolment } = optionsSchema.parse(JSON.parse(words));
const marks = openMarks(marksPath);
const random = createRandom('sender-workload', seed);
const delays = { exchange: 200 };
const terminal = await openTerminal({ folder, enrolment, random, gatewayUrl, delays });
const received = new Set<string>();
marks.arm();
terminal.agent.start();
for (const person of people) {
  const left = await terminal.leave(person);
  const told = terminal.told().find(({ id }) => 'id' in left && id === left.id);
  if (told !== undefined) {
    const { id, reference, digest, lane, sequence } = told;
    marks.tell({ told: 'kept', id, reference, digest, lane, sequence });
  }
  tellReceived();
}
await terminal.until(() => {
  tellReceived();
  return terminal.held().length === 0;
});
await terminal.stop();
marks.tell({ told: 'done' });

function tellReceived(): void {
  for (const { id } of terminal.told().filter((item) => item.received && !received.has(item.id))) {
    received.add(id);
    marks.tell({ told: 'received', id });
  }
}
