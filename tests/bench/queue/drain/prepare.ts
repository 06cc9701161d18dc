import { randomInt } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SubmissionRequest } from '../../../../domain/wire/contract.ts';
import { demoStaff, enrolTerminal } from '../../../../gateway/index.ts';
import { adultNumber } from '../../../../gateway/testing/people.ts';
import { testTerminal } from '../../../../gateway/testing/terminal.ts';
import { openQueue } from '../../../../queue/index.ts';
import { answer, requestOf } from '../child.ts';
import { good } from '../../../../queue/testing/values.ts';
import { DRAIN_FILES, prepareRequestSchema } from './messages.ts';

/** A gateway with one enrolled terminal, and that terminal with so many registrations kept, each of another person. */
const { folder, items } = requestOf(prepareRequestSchema);
const gateway = join(folder, 'gateway');
const terminal = join(folder, 'terminal');
for (const path of [gateway, terminal]) mkdirSync(path, { recursive: true, mode: 0o700 });

const enrolment = good(
  await enrolTerminal({
    dataDir: gateway,
    terminalId: 'K0127',
    gatewayUrl: 'http://127.0.0.1:1',
    staff: await demoStaff(),
  }),
);
const sealer = await testTerminal(enrolment);
const queue = good(openQueue(join(terminal, DRAIN_FILES.queue)));
const requests: SubmissionRequest[] = [];
for (let index = 0; index < items; index += 1) {
  const request = await sealer.seal(adultNumber(index), { lane: randomInt(65_536) });
  good(queue.enqueue({ envelope: request.envelope, sealed: Buffer.from(request.sealed, 'base64url') }));
  requests.push(request);
}
queue.close();
writeFileSync(join(folder, DRAIN_FILES.enrolment), JSON.stringify(enrolment), { mode: 0o600 });
writeFileSync(join(folder, DRAIN_FILES.items), JSON.stringify(requests));
answer({ done: true });
