import type { ConnectionTrouble } from '../../../domain/codes.ts';
import type { QueueEvent } from '../../../domain/terminal/ports/queue/queue.ts';

type LinkTrouble = 'no-network' | 'not-the-platform' | 'terminal-refused';
type TrustTrouble = 'receipt-not-trusted' | 'keys-not-trusted';
/** What was signed wrongly: a good one of one sort says nothing about another. */
export type Signed = 'receipt' | 'outcomes' | 'file-receipt' | 'audit' | 'keys';

const TROUBLE_OF: Readonly<Record<Signed, TrustTrouble>> = {
  receipt: 'receipt-not-trusted',
  outcomes: 'receipt-not-trusted',
  'file-receipt': 'receipt-not-trusted',
  audit: 'receipt-not-trusted',
  keys: 'keys-not-trusted',
};

/**
 * What the agent knows about the way to the platform, and the CONNECTION events made from it: one for every change and
 * none otherwise.
 */
export interface Link {
  readonly online: boolean;
  /** Failures to reach the platform in a row; the exponent of that back-off. */
  readonly unreached: number;
  /** Requests in a row that the platform did not get done; the exponent of that back-off. */
  readonly unserved: number;
  down(trouble: LinkTrouble): void;
  /** The platform answered us. */
  up(): void;
  busy(): void;
  /**
   * The platform has just dealt with a submission, or none is waiting for it. Only this ends the rows of failures: a
   * gateway that answers probes and refuses submissions must not be asked every second.
   */
  served(): void;
  distrust(signed: Signed): void;
  trust(signed: Signed): void;
  /** The state as it is now, for who has just begun to listen. */
  event(): QueueEvent;
}

export function createLink(emit: (event: QueueEvent) => void): Link {
  let online = false;
  let unreached = 0;
  let unserved = 0;
  let trouble: LinkTrouble | null = null;
  let busy = false;
  const distrusted = new Set<Signed>();
  let told: string | null = null;

  function current(): ConnectionTrouble | null {
    if (trouble !== null) return trouble;
    const faults = new Set(Array.from(distrusted, (signed) => TROUBLE_OF[signed]));
    if (faults.has('receipt-not-trusted')) return 'receipt-not-trusted';
    if (faults.has('keys-not-trusted')) return 'keys-not-trusted';
    return busy ? 'platform-busy' : null;
  }

  function event(): QueueEvent {
    return { type: 'CONNECTION', online, trouble: current() };
  }

  function tell(): void {
    const text = `${String(online)} ${String(current())}`;
    if (text === told) return;
    told = text;
    emit(event());
  }

  return {
    get online() {
      return online;
    },
    get unreached() {
      return unreached;
    },
    get unserved() {
      return unserved;
    },
    down(reason) {
      online = false;
      unreached += 1;
      trouble = reason;
      tell();
    },
    up() {
      online = true;
      trouble = null;
      tell();
    },
    busy() {
      unserved += 1;
      busy = true;
      tell();
    },
    served() {
      unreached = 0;
      unserved = 0;
      busy = false;
      tell();
    },
    distrust(signed) {
      distrusted.add(signed);
      tell();
    },
    trust(signed) {
      distrusted.delete(signed);
      tell();
    },
    event,
  };
}
