import type { Surface } from '../../../domain/terminal/surface.ts';
import type { Overlay } from '../../../domain/terminal/view/overlay.ts';
import type { Screen } from '../../../domain/terminal/view/screen.ts';
import type { View } from '../../../domain/terminal/view/view.ts';

/**
 * Whether staff look at this: the whole of their own window at a counter; where there is one display, what it shows while
 * they hold the session, and while nobody's visit is under way.
 */
export function seenByStaff({ chrome, sessionId, overlay }: View, surface: Surface): boolean {
  if (surface === 'staff') return true;
  if (surface === 'member') return false;
  return chrome.assist !== null || sessionId === null || (overlay !== null && STAFFS.has(overlay.id));
}

/** Covers that staff look at before they hold the session. */
const STAFFS: ReadonlySet<Overlay['id']> = new Set(['staff-pin', 'staff-locked']);

/** Pages and covers that staff are never shown, and why; one that they are found on all the same fails the test. */
export const NEVER_SEEN: Readonly<Partial<Record<Screen['id'] | Overlay['id'], string>>> = {
  'station-rest': 'the member’s window of a counter between two visits',
  'staff-busy': 'the member’s window of a counter while staff are on a page of their own',
  'iam-smart-beginning':
    'the member signs in; who comes with a badge ends it, and a counter’s window says so only',
  'iam-smart-code': 'the same',
  'help-called': 'the member waits; the badge that comes covers it with the PIN',
  'help-nobody-came': 'the same',
  'print-sending': 'paper is the member’s; a badge closes it, and a counter’s window does not show it',
  'print-done': 'the same',
  'print-failed': 'the same',
  'staff-work': 'the member checks what staff filled in, after it was handed back',
};

/** Pages and covers that nobody of the staff has been seen on, by name. */
export function unseen(
  all: readonly string[],
  seen: readonly { readonly view: Pick<View, 'screen' | 'overlay'> }[],
): readonly string[] {
  const met = new Set<string>(
    seen.flatMap(({ view: { screen, overlay } }) =>
      overlay === null ? [screen.id] : [screen.id, overlay.id],
    ),
  );
  return all.filter((id) => !met.has(id));
}
