import { join } from 'node:path';
import { argv } from 'node:process';
import { z } from 'zod';
import { demoStaff, enrolTerminal, startGateway } from '../../../../gateway/index.ts';
import { postTo } from '../../../../gateway/testing/gateway.ts';
import { adultNumber } from '../../../../gateway/testing/people.ts';
import { testTerminal } from '../../../../gateway/testing/terminal.ts';
import { digestOf } from '../../../support/digest.ts';
import { createRandom } from '../../runner/random.ts';
import { openMarks } from '../marks.ts';

/**
 * The gateway at its work, for the recorder: submissions arrive, several at once, some of them twice; every answer is
 * told in the marks file.
 */
const optionsSchema = z.object({ seed: z.number(), submissions: z.number() });
export type GatewayWorkload = z.input<typeof optionsSchema>;

const [, , folder = '', marksPath = '', words = '{}'] = argv;
const options = optionsSchema.parse(JSON.parse(words));
const random = createRandom('gateway-workload', options.seed);
const marks = openMarks(marksPath);
const dataDir = join(folder, 'gateway');

const started = await startGateway({ dataDir, logLevel: 'silent' });
if (!started.ok) throw new Error(started.code);
const { url, stop } = started.value;
const enrolled = await enrolTerminal({
  dataDir,
  terminalId: 'K0127',
  gatewayUrl: url,
  staff: await demoStaff(),
});
if (!enrolled.ok) throw new Error(enrolled.code);
const terminal = await testTerminal(enrolled.value);
marks.arm();

for (let sent = 0; sent < options.submissions;) {
  const together = random.between(1, 4);
  sent += together;
  const people = Array.from({ length: together }, () => random.between(1, 30));
  const requests = await Promise.all(people.map((person) => terminal.seal(adultNumber(person))));
  if (random.chance(0.3)) requests.push(...requests.slice(0, 1));
  await Promise.all(
    requests.map(async (request) => {
      const { status, text } = await postTo(url, terminal, request);
      const { id, reference, digest } = request.envelope;
      const answer = digestOf(text);
      if (status === 201) marks.tell({ told: 'kept', id, reference, digest });
      marks.tell({ told: 'answered', id, status, answer });
    }),
  );
}
await stop();
marks.tell({ told: 'done' });
