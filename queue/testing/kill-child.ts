import { argv, stdout } from 'node:process';
import { openQueue } from '../store/queue.ts';
import { newSubmission } from './submissions.ts';

/**
 * Keeps submissions as fast as it can and prints a line for each only after it was confirmed: `reference id`. Also
 * claims and acknowledges now and then, so that a kill falls into every kind of commit.
 */
const [, , path = ''] = argv;
const opened = openQueue(path);
if (!opened.ok) throw new Error(opened.code);
const queue = opened.value;
stdout.write(`opened ${String(queue.recovered)}\n`);

function turn(): void {
  for (let index = 0; index < 5; index += 1) {
    const kept = queue.enqueue(newSubmission({ lane: Math.floor(Math.random() * 65_536) }));
    if (!kept.ok) throw new Error(kept.code);
    stdout.write(`kept ${kept.value.reference} ${kept.value.id}\n`);
  }
  const leases = queue.claim({ owner: 'child', limit: 3 });
  if (!leases.ok) throw new Error(leases.code);
  const [first] = leases.value;
  if (first !== undefined && queue.acknowledge(first, 'receipt', '2026-03-02T04:10:00.000Z').ok) {
    stdout.write(`received ${first.id}\n`);
  }
  setImmediate(turn);
}
turn();
