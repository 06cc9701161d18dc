import { useEffect, useRef, type ReactNode } from 'react';
import { Disc } from '../pictures/icons.tsx';
import classes from './page.module.css';

export interface ProblemProps {
  readonly code: string;
  readonly words: string;
  /** Grows with every answer: the same trouble again is said again. */
  readonly answers: number;
}

/** What is wrong with the answer and what to do, right over the field. It takes the focus, and is read out. */
export function Problem({ code, words, answers }: ProblemProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answers > 0) box.current?.focus();
  }, [code, answers]);
  return (
    <div className={classes.note} data-tone="red" data-error={code} role="alert" tabIndex={-1} ref={box}>
      <Disc name="warning" tone="red" />
      <p className={classes.words}>{words}</p>
    </div>
  );
}

/** A line of help under a field. */
export function Aside({ children }: { children: string }): ReactNode {
  return <p className={classes.aside}>{children}</p>;
}
