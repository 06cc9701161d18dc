import type { ConnectionTrouble } from '../../domain/codes.ts';
import type { QueueEvent } from '../../domain/terminal/ports.ts';

type LinkTrouble = 'no-network' | 'not-the-platform' | 'terminal-refused';
type TrustTrouble = 'receipt-not-trusted' | 'keys-not-trusted';

/**
 * What the agent knows about the way to the platform, and the CONNECTION events made from it: one for every change and
 * none otherwise.
 */
export interface Link {
  readonly online: boolean;
  /** Failures to reach the platform in a row; the exponent of that back-off. */
  readonly unreached: number;
  /** Submissions in a row that the platform did not get done; the exponent of that back-off. */
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
  distrust(trouble: TrustTrouble): void;
  trust(trouble: TrustTrouble): void;
  /** The state as it is now, for who has just begun to listen. */
  event(): QueueEvent;
}

export function createLink(emit: (event: QueueEvent) => void): Link {
  let online = false;
  let unreached = 0;
  let unserved = 0;
  let trouble: LinkTrouble | null = null;
  let busy = false;
  const distrusted = new Set<TrustTrouble>();
  let told: string | null = null;

  function current(): ConnectionTrouble | null {
    if (trouble !== null) return trouble;
    if (distrusted.has('receipt-not-trusted')) return 'receipt-not-trusted';
    if (distrusted.has('keys-not-trusted')) return 'keys-not-trusted';
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
    distrust(reason) {
      distrusted.add(reason);
      tell();
    },
    trust(reason) {
      distrusted.delete(reason);
      tell();
    },
    event,
  };
}
