import type { SessionContext } from './context.ts';

const SLOW = 3;

/** Which wait the idle watch applies now, in milliseconds. */
export function idleLimit({ visit, outside: { delays } }: SessionContext): number {
  // Papers are looked at and things are said at a counter, with staff beside the member all the time.
  if (visit.attendant !== null && visit.assist !== null) return delays.counterIdleLock;
  if (visit.assist !== null) return delays.staffIdleLock;
  // Whoever waits for staff waits as long wherever they were, a code on their phone notwithstanding.
  if (visit.helpSince !== null) return delays.helpWait;
  if (visit.signingIn || visit.awaitingCode) return delays.iamSmartIdle;
  if (visit.later.slip !== null) return delays.slipCloses;
  if (visit.attendant !== null && visit.kept === null) return delays.counterIdleLock;
  // Three times: facts/kiosk-ux.md §3.2.
  return (visit.kept === null ? delays.idleAfter : delays.receiptCloses) * (visit.slow ? SLOW : 1);
}
