import { ok } from '../../../../domain/result.ts';
import type { SubmissionRequest } from '../../../../domain/wire/contract.ts';
import type { Lease, Queue, QueueCounts } from '../../../../queue/index.ts';
import { SUBMISSION_STATES } from '../../../../queue/index.ts';

const NONE = Object.fromEntries(SUBMISSION_STATES.map((state) => [state, 0]));

/**
 * As much of a queue as the agent needs to send what is in memory: the client of the reference, which is the same
 * agent with no database. Nothing is lost here because nothing is kept; whatever else is called ends the run.
 */
export function memoryQueue(requests: readonly SubmissionRequest[]): Queue {
  const waiting = requests.map(({ envelope, sealed }) => ({
    envelope,
    sealed: new Uint8Array(Buffer.from(sealed, 'base64url')),
  }));
  let next = 0;
  let received = 0;

  function counts(): QueueCounts {
    const pending = waiting.length - received;
    const attachments = { kept: 0, sending: 0, received: 0, parked: 0 };
    return { ...NONE, pending, exported: 0, attachments } as QueueCounts;
  }

  const nothingParked: Pick<Queue['drafts'], 'untold'> = { untold: () => ok([]) };
  const queue: Partial<Queue> = {
    drafts: nothingParked as Queue['drafts'],
    claim({ owner, limit }) {
      const first = next;
      next = Math.min(waiting.length, first + limit);
      return ok(
        waiting.slice(first, next).map<Lease>(({ envelope, sealed }, place) => ({
          id: envelope.id,
          token: first + place + 1,
          owner,
          envelope,
          sealed,
          attempts: 1,
        })),
      );
    },
    acknowledgeAll(acknowledgements) {
      received += acknowledgements.length;
      return ok(acknowledgements.map(() => 'ok' as const));
    },
    counts: () => ok(counts()),
    recover: () => ok(0),
    expireDue: () => ok([]),
    claimAttachment: () => ok(null),
    outcomesCursor: () => ok(0),
    noteContact: () => undefined,
  };
  return queue as Queue;
}
