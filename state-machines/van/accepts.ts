import type { ScreenIntent } from '../../domain/terminal/intent/intent.ts';
import { signInAccepts } from '../sign-in/accepts.ts';
import type { RosterPageEvent } from './roster.machine.ts';
import type { VanEvent } from './context.ts';
import type { EndOfDayEvent } from '../work-day/end-of-day.machine.ts';
import { upkeepAccepts, upkeepOf } from '../operations/upkeep-parts.ts';
import type { VanParts } from './on-top.ts';

/** Whether the van's machine would take this intent now, or the child whose page is shown. */
export function vanAccepts({ van, signIn, endOfDay, roster }: VanParts, intent: ScreenIntent): boolean {
  if (!van.can(intent as VanEvent)) return false;
  if (van.matches({ signedOut: 'signingIn' })) return signInAccepts(signIn, intent);
  if (roster !== null && van.matches('roster') && intent.type !== 'VAN_SIGN_OUT') {
    return roster.can(intent as RosterPageEvent);
  }
  if (van.matches('upkeep')) {
    const upkeep = upkeepOf(van);
    return upkeep !== null && upkeepAccepts(upkeep, intent);
  }
  return endOfDay === null || !van.matches('endOfDay') || endOfDay.can(intent as EndOfDayEvent);
}
