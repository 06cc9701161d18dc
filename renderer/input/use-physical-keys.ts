import { useContext, useEffect, useEffectEvent } from 'react';
import { CoveredContext } from '../components/controls/covered.ts';

/** What a key of a real keyboard does on a page whose field is drawn, not a text box (stations have keyboards). */
export interface PhysicalKeys {
  /** A single character was typed. */
  readonly type: (character: string) => void;
  readonly backspace: () => void;
  readonly enter: () => void;
}

/** Listens to a real keyboard while the page is shown and not covered. */
export function usePhysicalKeys(keys: PhysicalKeys, listening: boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const onControl = event.target instanceof Element && event.target.closest('button, input') !== null;
    if (event.key === 'Backspace') keys.backspace();
    else if (event.key === 'Enter' && !onControl) keys.enter();
    else if (event.key.length === 1 && event.key !== ' ') keys.type(event.key);
  });
  const covered = useContext(CoveredContext);
  useEffect(() => {
    if (!listening || covered) return;
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [listening, covered]);
}
