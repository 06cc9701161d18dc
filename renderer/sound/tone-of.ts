import type { View } from '../../domain/terminal/view/view.ts';

/** What is heard without being read: staff are wanted, the card was read, something is kept or has arrived. */
export type Tone = 'call' | 'card' | 'kept';

/** A read that came to nothing, or that nobody waited for any more, has no tone of success. */
const NOT_READ = new Set([
  'reader-trouble',
  'identify',
  'language',
  'attract',
  'ended',
  'not-today',
  'out-of-service',
]);

/** The tone of the step from one view to the next; null: none. `before` is null for a page that has just been loaded. */
export function toneOf(before: View | null, now: View): Tone | null {
  if (before === null || before.sessionId !== now.sessionId) return null;
  const { screen } = now;
  if (screen.id === 'receipt') {
    const stood = before.screen.id === 'receipt' ? before.screen.state : null;
    return stood !== screen.state && (screen.state === 'kept' || screen.state === 'received') ? 'kept' : null;
  }
  return before.screen.id === 'reading' && screen.id !== 'reading' && !NOT_READ.has(screen.id)
    ? 'card'
    : null;
}

/** Whether staff are being called now, and nobody has answered yet: neither come, nor said that they will. */
export function isCalling({ overlay }: View): boolean {
  return overlay?.id === 'help-called' && !overlay.snoozed;
}
