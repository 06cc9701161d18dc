import { join } from 'node:path';
import { type Lease, openQueue } from '../../../../queue/index.ts';
import { newSubmission } from '../../../../queue/testing/submissions.ts';
import type { FaultCase } from '../../runner/fault-case.ts';

const LEASE_MS = 60_000;

/**
 * Case 19 of facts/queue.md §2.5, the one in which another library hands one job to two: a holder is slower than its
 * lease, or an item is older than a lease before anybody takes it; time passes, and holders come back late. Figure: at
 * most one holder at a time; whoever holds an older token changes nothing.
 */
export const lateHolder: FaultCase = {
  name: 'late-holder',
  numbers: [18, 19],
  figure: '1 holder at a time, late ones change nothing',
  weight: 20,
  play(round) {
    const { random, found } = round;
    let uptime = 0;
    const opened = openQueue(join(round.folder(), 'queue.db'), { uptime: () => uptime, leaseFor: LEASE_MS });
    if (!opened.ok) throw new Error(opened.code);
    const queue = opened.value;
    round.onEnd(() => queue.close());
    const lanes = new Map<string, number>();
    const settled = new Set<string>();
    /** Who may act on an item, and since when; kept here, independently of the queue. */
    const holders = new Map<string, { readonly token: number; readonly since: number }>();
    const leases: Lease[] = [];

    for (let turn = 0; turn < 50; turn += 1) {
      const dice = random.next();
      if (dice < 0.3) keep();
      else if (dice < 0.55) claim();
      else if (dice < 0.75) uptime += random.pick([10, 1_000, LEASE_MS - 1, LEASE_MS + 1, 8 * 60 * LEASE_MS]);
      else settle();
    }
    found.confirm(settled.size);

    function keep(): void {
      const lane = random.between(1, 6);
      const kept = queue.enqueue(newSubmission({ lane, bytes: 80 }));
      if (kept.ok) lanes.set(kept.value.id, lane);
    }

    function claim(): void {
      const claimed = queue.claim({
        owner: `sender ${String(random.between(1, 3))}`,
        limit: random.between(1, 3),
      });
      if (!claimed.ok) throw new Error(claimed.code);
      for (const lease of claimed.value) {
        const holder = holders.get(lease.id);
        if (holder !== undefined && uptime - holder.since < LEASE_MS) {
          found.fault('duplicated', `${lease.id} has two holders`);
        }
        if (settled.has(lease.id)) found.fault('duplicated', `${lease.id} was given out after its receipt`);
        found.expect(lease.token > (holder?.token ?? 0), 'a token did not grow');
        holders.set(lease.id, { token: lease.token, since: uptime });
        leases.push(lease);
      }
    }

    function settle(): void {
      const [first, ...others] = leases;
      if (first === undefined) return;
      const lease = random.pick([first, ...others]);
      leases.splice(leases.indexOf(lease), 1);
      const current = holders.get(lease.id)?.token === lease.token && !settled.has(lease.id);
      const receipt = random.chance(0.7);
      const answer = receipt
        ? queue.acknowledge(lease, 'a.verified.receipt', '2026-03-02T04:10:00.000Z')
        : queue.release(lease, { retryAfter: 0 });
      if (!current && answer.ok) found.fault('duplicated', 'a late holder changed something');
      if (current && !answer.ok && answer.code !== 'lease-lost') found.miss(`answered ${answer.code}`);
      if (!answer.ok) return;
      if (receipt) settled.add(lease.id);
      holders.delete(lease.id);
    }
    return Promise.resolve();
  },
};
