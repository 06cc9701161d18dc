import { createContext, useContext } from 'react';

/** 0: the page fits; 1: it is drawn closer together; 2: lists begin with fewer, and what words say is not drawn too. */
export type Tightness = 0 | 1 | 2;

export const TightContext = createContext<Tightness>(0);

/** How much longer than its display the page around would be (scroll-area.tsx). */
export function useTight(): Tightness {
  return useContext(TightContext);
}
