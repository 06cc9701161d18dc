import type { ScreenIntent } from '../../domain/terminal/intent/intent.ts';
import type { Overlay } from '../../domain/terminal/view/overlay.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { View } from '../../domain/terminal/view/view.ts';
import { WHOSE_INTENT } from '../../domain/terminal/intent/whose-intent.ts';

/**
 * Whose a page is that lies over the journey's. `hand`: of whoever works the page beneath; both see it. `both`: either
 * may answer. Staff's own pages are not shown to the member, and the member's not to staff.
 */
const OVERLAYS: Readonly<Record<Overlay['id'], 'staff' | 'member' | 'hand' | 'both'>> = {
  'idle-warning': 'both',
  'leave-confirm': 'both',
  'park-asking': 'hand',
  'park-saving': 'hand',
  'park-failed': 'hand',
  'print-sending': 'member',
  'print-done': 'member',
  'print-failed': 'member',
  'help-called': 'member',
  'help-nobody-came': 'member',
  'staff-pin': 'staff',
  'staff-new-pin': 'staff',
  'staff-more': 'staff',
  'staff-people': 'staff',
  'staff-work': 'member',
  'staff-locked': 'staff',
  'staff-status': 'staff',
  operations: 'staff',
  'operations-log': 'staff',
  'operations-test': 'staff',
  'operations-take-out': 'staff',
  'operations-updates': 'staff',
  'operations-restart': 'staff',
  usability: 'staff',
};

/** Every cover there is: the list above leaves none out, by its type. */
export const OVERLAY_IDS = Object.keys(OVERLAYS) as readonly Overlay['id'][];

export function ownerOf(overlay: Overlay): (typeof OVERLAYS)[Overlay['id']] {
  return OVERLAYS[overlay.id];
}

/**
 * What the member can say, whoever works the page: whether the number is theirs, which only they see whole, and that they
 * know what was put to them in their own language.
 */
const MEMBERS_EVEN_THEN: ReadonlySet<Screen['id']> = new Set(['typed-number-check', 'own-language']);

/** Whether touches on this window's page are taken. */
export function worksPage(
  surface: 'member' | 'staff',
  hand: 'member' | 'staff',
  screen: Screen,
  overlay: Overlay | null,
): boolean {
  const owner = overlay === null ? 'hand' : ownerOf(overlay);
  if (owner === 'both') return true;
  if (owner !== 'hand') return owner === surface;
  return hand === surface || (surface === 'member' && overlay === null && MEMBERS_EVEN_THEN.has(screen.id));
}

/** What is taken from a window even while the other one works the page. */
const ALWAYS: Readonly<Record<'member' | 'staff', ReadonlySet<ScreenIntent['type']>>> = {
  member: new Set(['ACTIVITY', 'SET_LOCALE', 'SET_TEXT_SIZE', 'SET_CONTRAST', 'LEAVE']),
  staff: new Set(['ACTIVITY', 'SET_LOCALE', 'SET_TEXT_SIZE', 'SET_CONTRAST', 'LEAVE', 'TAKE_BACK']),
};

/** Whether this window may ask for this now; what the machine makes of it is another question. */
export function mayActHere({ chrome: { station } }: View, asked: ScreenIntent): boolean {
  if (station === undefined) return true;
  // Whatever a window of staff's shows: staff prepare, the member confirms.
  if (station.surface === 'staff' && WHOSE_INTENT[asked.type] === 'member') return false;
  return station.hand === null || station.works || ALWAYS[station.surface].has(asked.type);
}
