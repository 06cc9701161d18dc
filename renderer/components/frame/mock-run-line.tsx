import type { ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import classes from './frame.module.css';

/** On every page of a mock run, so that nobody takes the check for a payment. */
export function MockRunLine(): ReactNode {
  const { text } = useTerminal();
  const words = text('file.mock-run');
  return (
    <aside className={classes.mockRun} aria-label={words}>
      {words}
    </aside>
  );
}
