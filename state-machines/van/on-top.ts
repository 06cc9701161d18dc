import { childrenOf } from '../children-of.ts';
import type { SignInSnapshot } from '../sign-in/sign-in.machine.ts';
import type { TerminalSnapshot } from '../terminal.machine.ts';
import type { EndOfDaySnapshot } from '../work-day/end-of-day.machine.ts';
import type { RosterSnapshot } from './roster.machine.ts';
import type { VanSnapshot } from './van-stop.machine.ts';

export interface VanParts {
  readonly van: VanSnapshot;
  readonly signIn: SignInSnapshot | null;
  readonly endOfDay: EndOfDaySnapshot | null;
  readonly roster: RosterSnapshot | null;
}

/** The van's machine and its children; null in a kiosk, and while the terminal is not in service. */
export function vanParts(terminal: TerminalSnapshot): VanParts | null {
  const van = terminal.children.van?.getSnapshot() as VanSnapshot | undefined;
  if (van?.status !== 'active' || van.matches('off')) return null;
  const childOf = childrenOf(van);
  return {
    van,
    signIn: childOf('sign-in') as SignInSnapshot | null,
    endOfDay: childOf('end-of-day') as EndOfDaySnapshot | null,
    roster: childOf('roster') as RosterSnapshot | null,
  };
}

/** The van's own page is shown and takes the intents: nobody's visit is under way. */
export function vanOnTop(terminal: TerminalSnapshot): VanParts | null {
  const parts = vanParts(terminal);
  return parts === null || parts.van.matches('serving') ? null : parts;
}
