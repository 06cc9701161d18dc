import type { ScreenIntent } from '../../domain/terminal/intent/intent.ts';
import type { TerminalSnapshot } from '../terminal.machine.ts';
import { upkeepAccepts, upkeepOf } from '../operations/upkeep-parts.ts';
import type { EndOfDayEvent, EndOfDaySnapshot } from '../work-day/end-of-day.machine.ts';
import type { CasesEvent, CasesSnapshot } from './cases.machine.ts';
import type { ShiftEvent } from './context.ts';
import type { ShiftSnapshot } from './shift.machine.ts';
import { childrenOf } from '../children-of.ts';
import { signInAccepts } from '../sign-in/accepts.ts';
import type { SignInSnapshot } from '../sign-in/sign-in.machine.ts';

export interface StationParts {
  readonly shift: ShiftSnapshot;
  readonly signIn: SignInSnapshot | null;
  readonly cases: CasesSnapshot | null;
  readonly endOfDay: EndOfDaySnapshot | null;
}

/** The counter's machine and its children; null elsewhere, and while the terminal is not in service. */
export function stationParts(terminal: TerminalSnapshot): StationParts | null {
  const shift = terminal.children.shift?.getSnapshot() as ShiftSnapshot | undefined;
  if (shift?.status !== 'active' || shift.matches('off')) return null;
  const childOf = childrenOf(shift);
  return {
    shift,
    signIn: childOf('sign-in') as SignInSnapshot | null,
    cases: childOf('cases') as CasesSnapshot | null,
    endOfDay: childOf('end-of-day') as EndOfDaySnapshot | null,
  };
}

/** A visit is under way: the session's pages are on top in both windows. */
export function isServing({ shift }: StationParts): boolean {
  return shift.matches({ on: 'serving' });
}

const OF_CASES: readonly ScreenIntent['type'][] = ['CASE_OPEN', 'CASE_NOTE', 'CASE_GO_ON', 'BACK', 'RETRY'];

/** Whether the counter's machine would take this intent of staff's now, and the child whose page is shown. */
export function shiftAccepts({ shift, signIn, cases, endOfDay }: StationParts, asked: ScreenIntent): boolean {
  if (!shift.can(asked as ShiftEvent)) return false;
  if (shift.matches({ on: 'signingIn' })) return signInAccepts(signIn, asked);
  if (shift.matches({ on: { onShift: 'cases' } }) && OF_CASES.includes(asked.type)) {
    return cases?.can(asked as CasesEvent) === true;
  }
  if (shift.matches({ on: 'upkeep' })) {
    const upkeep = upkeepOf(shift);
    return upkeep !== null && upkeepAccepts(upkeep, asked);
  }
  return !shift.matches({ on: 'endOfDay' }) || endOfDay?.can(asked as EndOfDayEvent) === true;
}
