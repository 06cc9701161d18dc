import type { AnyActorRef } from 'xstate';
import type { TerminalSnapshot } from '../terminal.machine.ts';
import type { EndOfDaySnapshot } from '../work-day/end-of-day.machine.ts';
import type { RosterSnapshot } from './roster.machine.ts';
import type { VanSnapshot } from './van-stop.machine.ts';

export interface VanParts {
  readonly van: VanSnapshot;
  readonly endOfDay: EndOfDaySnapshot | null;
  readonly roster: RosterSnapshot | null;
}

/** The van's machine and its children; null in a kiosk, and while the terminal is not in service. */
export function vanParts(terminal: TerminalSnapshot): VanParts | null {
  const van = terminal.children.van?.getSnapshot() as VanSnapshot | undefined;
  if (van?.status !== 'active' || van.matches('off')) return null;
  // XState types a child by its invoke id only at the top level of a machine.
  const children = van.children as Readonly<Record<string, AnyActorRef | undefined>>;
  return {
    van,
    endOfDay: (children['end-of-day']?.getSnapshot() ?? null) as EndOfDaySnapshot | null,
    roster: (children['roster']?.getSnapshot() ?? null) as RosterSnapshot | null,
  };
}

/** The van's own page is shown and takes the intents: nobody's visit is under way. */
export function vanOnTop(terminal: TerminalSnapshot): VanParts | null {
  const parts = vanParts(terminal);
  return parts === null || parts.van.matches('serving') ? null : parts;
}
