import { copyFileSync } from 'node:fs';
import type { KeyDocument } from '../../../domain/wire/contract.ts';
import { openQueue, type Queue } from '../../../queue/index.ts';
import { backUp } from '../../../queue/rescue/backup.ts';
import { type TestPlatform, testPlatform } from '../../../queue/testing/platform.ts';
import { newSubmission } from '../../../queue/testing/submissions.ts';
import type { Random } from '../runner/random.ts';

/** What a member was told of. */
export interface Confirmed {
  readonly id: string;
  readonly reference: string;
  readonly digest: string;
  readonly lane: number;
  /** A receipt was stored. */
  readonly received: boolean;
}

let platform: Promise<TestPlatform> | null = null;

/**
 * A database as a terminal leaves it: some received, some set aside, most waiting; sometimes with a backup, and
 * sometimes with its log beside it, as after a power cut.
 */
export async function fillDatabase(
  path: string,
  random: Random,
): Promise<{ readonly confirmed: readonly Confirmed[]; readonly keyDocument: KeyDocument }> {
  platform ??= testPlatform('http://127.0.0.1:9');
  const keys = await platform;
  const opened = openQueue(path);
  if (!opened.ok) throw new Error(opened.code);
  const queue = opened.value;
  const confirmed = new Map<string, Confirmed>();
  const count = random.between(10, 40);
  const backupAt = random.chance(0.4) ? random.between(0, count - 1) : -1;
  for (let index = 0; index < count; index += 1) {
    keep();
    if (random.chance(0.3)) await settle();
    if (index === backupAt) await backUp(path, queue);
  }
  if (random.chance(0.5)) closeAsCut(path, queue);
  else queue.close();
  return { confirmed: [...confirmed.values()], keyDocument: keys.document };

  function keep(): void {
    const submission = newSubmission({ lane: random.between(1, 8), bytes: random.between(300, 5_000) });
    const answer = queue.enqueue(submission);
    if (!answer.ok) throw new Error(answer.code);
    const { id, digest, lane } = submission.envelope;
    confirmed.set(id, { id, digest, lane, reference: answer.value.reference, received: false });
  }

  async function settle(): Promise<void> {
    const claimed = queue.claim({ owner: 'case', limit: 1 });
    const [lease] = claimed.ok ? claimed.value : [];
    if (lease === undefined) return;
    if (random.chance(0.2)) {
      queue.park(lease, 'payload-invalid');
      return;
    }
    const receivedAt = '2026-03-02T04:10:00.000Z';
    const { id, digest, terminalId } = lease.envelope;
    const receipt = await keys.signReceipt({ id, digest, terminalId, receivedAt });
    const answer = queue.acknowledge(lease, receipt, receivedAt, { state: 'accepted' });
    const item = confirmed.get(id);
    if (answer.ok && item !== undefined) confirmed.set(id, { ...item, received: true });
  }
}

/** Closing writes the log back and removes it; a terminal that lost its power has it still. */
function closeAsCut(path: string, queue: Queue): void {
  const files = [path, `${path}-wal`];
  for (const file of files) copyFileSync(file, `${file}.copy`);
  queue.close();
  for (const file of files) copyFileSync(`${file}.copy`, file);
}
