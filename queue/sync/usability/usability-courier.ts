import {
  MOST_CELLS,
  type UsabilityDay,
  usabilityPath,
  usabilityStoredSchema,
} from '../../../domain/usability/wire.ts';
import type { Queue } from '../../store/queue.ts';
import type { UntoldDay } from '../../store/usability/usability.ts';
import { isTrouble } from '../exchange/classify.ts';
import type { GatewayClient } from '../exchange/gateway-client.ts';
import type { Gate } from '../pacing/gate.ts';

export interface UsabilityCourierOptions {
  readonly queue: Pick<Queue, 'usability' | 'epoch'>;
  readonly gateway: GatewayClient;
  readonly gate: Gate;
  /** Milliseconds of uptime. */
  readonly uptime: () => number;
  /** Milliseconds between two looks whether a day is over. */
  readonly interval: number;
  readonly retryCap: number;
}

export interface UsabilityCourier {
  /** Tells the oldest day that is over, if there is one. */
  run(): Promise<void>;
  /** Milliseconds until `run` should look. */
  until(): number;
}

export function createUsabilityCourier(options: UsabilityCourierOptions): UsabilityCourier {
  const { queue, gateway, gate, uptime } = options;
  let notBefore = 0;
  let failures = 0;

  function wait(milliseconds: number): void {
    notBefore = uptime() + milliseconds;
  }

  async function tell(day: UntoldDay): Promise<void> {
    const body: UsabilityDay = { cells: toldOf(day) };
    const { verdict, wait: asked } = await gateway.call({
      method: 'PUT',
      path: usabilityPath(queue.epoch, day.day),
      body: JSON.stringify(body),
      schema: usabilityStoredSchema,
    });
    // What the platform will never take is not brought again until the day is another.
    if (verdict.kind === 'answered' || verdict.kind === 'refused') {
      failures = 0;
      wait(queue.usability.told(day).ok ? 0 : options.interval);
      return;
    }
    if (isTrouble(verdict)) gate.troubled(verdict, asked);
    failures += 1;
    wait(Math.max(gate.jitter(failures, options.retryCap), asked ?? 0));
  }

  return {
    async run() {
      const untold = queue.usability.untold();
      if (untold.ok && untold.value !== null) await tell(untold.value);
      else wait(options.interval);
    },
    until: () => Math.max(0, notBefore - uptime()),
  };
}

function toldOf({ cells }: UntoldDay): UsabilityDay['cells'] {
  const told = cells.map(({ day: _day, ...tally }) => tally);
  if (told.length <= MOST_CELLS) return told;
  return told.sort((a, b) => b.count - a.count).slice(0, MOST_CELLS);
}
