import type { ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import classes from './frame.module.css';

/** The state of the connection in plain words, with a dot that repeats it. */
export function ConnectionLine(): ReactNode {
  const { view, text } = useTerminal();
  const { online, trouble } = view.chrome.connection;
  const words =
    trouble === null
      ? online
        ? 'connection.online'
        : 'connection.offline'
      : (`connection.${trouble}` as const);
  return (
    <p
      className={classes.connection}
      data-connection={online && trouble === null ? 'online' : 'offline'}
      role="status"
    >
      <span className={classes.dot} />
      {text(words)}
    </p>
  );
}
