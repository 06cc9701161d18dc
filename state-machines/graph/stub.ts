import { fromCallback, SimulatedClock, type AnyActorLogic } from 'xstate';
import { DEFAULT_DELAYS } from '../delays.ts';
import type { Outside } from '../outside.ts';
import type { ReaderFacts } from '../reader-facts.ts';
import { TEST_CONFIG } from '../testing/harness.ts';
import { fakePorts } from '../testing/ports.ts';
import { fakeTickets } from '../testing/tickets.ts';

/**
 * Stands in for a child: it does nothing. What the child can say (outputs, errors, snapshots) is sent to the machine
 * as explicit events, one for each kind of answer that its contract allows.
 *
 * @returns logic under the type of the child it replaces, since `provide` asks for the same contract
 */
export function silent<Logic extends AnyActorLogic>(_replaced: Logic): Logic {
  return fromCallback(() => undefined) as AnyActorLogic as Logic;
}

/** Ports that are never asked: a graph is walked without running any effect. */
export function outsideOfGraph(): Outside {
  const clock = new SimulatedClock();
  return {
    ports: { ...fakePorts(clock), tickets: fakeTickets() },
    config: TEST_CONFIG,
    delays: DEFAULT_DELAYS,
    clock: {
      now: () => clock.now(),
      setTimeout: (run, milliseconds) => clock.setTimeout(run, milliseconds),
      clearTimeout: (timer) => clock.clearTimeout(timer as number),
    },
    reportFault: (error) => {
      throw error;
    },
  };
}

export const READY: ReaderFacts = { status: 'ready', cardPresent: false, leftBehind: false };
