import { examineGateway } from '../../power/examine-gateway.ts';
import { expectNoCrash, runFaulty } from '../../power/faulty.ts';
import { workloadPath } from '../../power/recordings.ts';
import type { GatewayWorkload } from '../../power/workloads/gateway-workload.ts';
import type { FaultCase } from '../../runner/fault-case.ts';

/**
 * Case 1 of facts/queue.md §2.5 on the other side: the gateway is killed in the middle of a write while submissions
 * arrive. Figure: everything that was answered 201 is there once and gets the same answer again.
 */
export const killGateway: FaultCase = {
  name: 'kill-gateway',
  numbers: [1],
  figure: '0 lost, the same answer again',
  weight: 8,
  async play(round) {
    const { random, seed } = round;
    const workload = {
      program: workloadPath('gateway-workload'),
      words: [JSON.stringify({ seed, submissions: 40 } satisfies GatewayWorkload)],
    };
    const first = random.between(1, 900);
    const survived = await runFaulty(round, workload, [{ at: 'any', first, count: 1, action: 'kill' }]);
    expectNoCrash(survived, round);
    await examineGateway(survived.folder, survived.marks, round.found);
  },
};
