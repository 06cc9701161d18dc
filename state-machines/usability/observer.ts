import type { View } from '../../domain/terminal/view/view.ts';
import type { UsabilityTally } from '../../domain/usability/cell.ts';
import { outcomeOf } from './of-view.ts';
import { visitTallies, type VisitPlace, type VisitTallies } from './visit-tallies.ts';

export interface UsabilityObserverOptions {
  readonly place: VisitPlace;
  /** Milliseconds that only ever grow. */
  readonly uptime: () => number;
  /** Takes what a visit adds, once it is over, and what a tap after it adds. */
  readonly note: (tallies: readonly UsabilityTally[]) => void;
}

/** Follows the views of a terminal (`Terminal.subscribe`). What is under way when the program ends is not counted. */
export interface UsabilityObserver {
  saw(view: View): void;
}

export function createUsabilityObserver({
  place,
  uptime,
  note,
}: UsabilityObserverOptions): UsabilityObserver {
  let current: { readonly sessionId: string; readonly visit: VisitTallies } | null = null;
  /** The visit that is over, while its last page may still be tapped. */
  let over: VisitTallies | null = null;

  function finish(view: View): void {
    if (current === null) return;
    const { visit } = current;
    current = null;
    const tallies = visit.end(outcomeOf(view), uptime());
    if (tallies.length === 0) return;
    note(tallies);
    over = visit;
  }

  function takeFace({ screen }: View): void {
    if (screen.id !== 'ended' || over === null) return;
    const { feedback } = screen;
    if (feedback === 'ask' || feedback === null) return;
    note([{ ...over.place(), measure: `face:${feedback}`, count: 1 }]);
    over = null;
  }

  return {
    saw(view) {
      if (current !== null && view.sessionId !== current.sessionId) finish(view);
      if (view.sessionId === null) {
        takeFace(view);
        return;
      }
      if (current === null) {
        over = null;
        current = { sessionId: view.sessionId, visit: visitTallies(place, uptime()) };
      }
      current.visit.saw(view, uptime());
    },
  };
}
