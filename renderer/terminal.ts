import { createContext, useContext } from 'react';
import type { IntentAnswer, ScreenIntent } from '../domain/terminal/intent/intent.ts';
import type { View } from '../domain/terminal/view/view.ts';
import type { Text } from './text/text.ts';

/** What every part of a page needs: the view, the words of its language, and the way to answer. */
export interface Terminal {
  readonly view: View;
  readonly text: Text;
  /** Sends what is being typed first, so that nothing typed is lost by pressing another button. */
  readonly send: (intent: ScreenIntent) => Promise<IntentAnswer>;
  /** Lets the field that is being typed in hand over its newest text before any other intent; returns the undo. */
  readonly beforeSending: (flush: () => void) => () => void;
}

export const TerminalContext = createContext<Terminal | null>(null);

/** The terminal as the page sees it; only inside `App`. */
export function useTerminal(): Terminal {
  const terminal = useContext(TerminalContext);
  if (terminal === null) throw new Error('useTerminal outside App');
  return terminal;
}
