import { createContext, useContext } from 'react';

/** True inside a page that another one covers. */
export const CoveredContext = createContext(false);

/**
 * The name that tests and tools find a control by; none while its page is covered, so that one name never means two
 * controls (a question's keypad below, the PIN's above).
 */
export function useToolName(name: string | undefined): string | undefined {
  return useContext(CoveredContext) ? undefined : name;
}
