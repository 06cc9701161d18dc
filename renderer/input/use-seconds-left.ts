import { createContext, useContext, useSyncExternalStore } from 'react';

/** The page's clock, milliseconds since 1970: the gallery stops it so that pictures compare. */
export const ClockContext = createContext<() => number>(Date.now);

const TICK_MILLISECONDS = 250;

function everyTick(listener: () => void): () => void {
  const timer = window.setInterval(listener, TICK_MILLISECONDS);
  return () => window.clearInterval(timer);
}

/** Whole seconds until an ISO instant, never below zero; counts down by itself. */
export function useSecondsLeft(until: string): number {
  const clock = useContext(ClockContext);
  return useSyncExternalStore(everyTick, () => Math.max(0, Math.ceil((Date.parse(until) - clock()) / 1000)));
}
