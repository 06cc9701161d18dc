import { cutCase } from '../../power/cutting.ts';
import { examineGateway } from '../../power/examine-gateway.ts';
import { workloadPath } from '../../power/recordings.ts';
import type { GatewayWorkload } from '../../power/workloads/gateway-workload.ts';

/**
 * Cases 2 and 3 of facts/queue.md §2.5 on the other side: the power of the gateway fails while submissions arrive, some
 * of them a second time. Figure: everything that was answered 201 is there once and gets the same answer again.
 */
export const cutGateway = cutCase({
  name: 'cut-gateway',
  numbers: [2, 3],
  figure: '0 lost, the same answer again',
  weight: 30,
  kinds: ['synced', 'torn', 'torn', 'killed'],
  workload: (seed) => ({
    program: workloadPath('gateway-workload'),
    folders: ['gateway'],
    words: [JSON.stringify({ seed, submissions: 60 } satisfies GatewayWorkload)],
  }),
  examine: examineGateway,
});
