import { createContext, useContext } from 'react';

/** The page is longer than its display: it is drawn closer together, and lists begin with fewer. */
export const TightContext = createContext(false);

/** Whether the page around is longer than its display (scroll-area.tsx). */
export function useTight(): boolean {
  return useContext(TightContext);
}
