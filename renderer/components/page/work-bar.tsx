import type { ReactNode } from 'react';
import classes from './work-bar.module.css';

export interface WorkBarProps {
  readonly done: number;
  readonly of: number;
  /** What the bar says to whoever does not see it. */
  readonly label: string;
  /** In words, under it. */
  readonly children?: ReactNode;
}

/** How far a work is that takes its time. */
export function WorkBar({ done, of, label, children }: WorkBarProps): ReactNode {
  return (
    <>
      <progress className={classes.bar} max={Math.max(1, of)} value={done} aria-label={label} />
      <p className={classes.counted}>{children}</p>
    </>
  );
}
