import { Fragment, type ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import classes from './field.module.css';

export interface DrawnFieldProps {
  readonly label: string;
  /** What a screen reader says is in it; null: say only how many characters, as for a PIN. */
  readonly spoken: string | null;
  readonly count: number;
  readonly wrong?: boolean;
  readonly before?: ReactNode;
  readonly children: ReactNode;
}

/** A field that is drawn rather than a text box: its keys are on the page, its caret is always at the end. */
export function DrawnField(props: DrawnFieldProps): ReactNode {
  const { text } = useTerminal();
  const { label, spoken, count, wrong, before, children } = props;
  const content = count === 0 ? text('field.empty') : (spoken ?? text('field.typed', { count }));
  return (
    <div className={classes.field} data-wrong={wrong || undefined} data-field="">
      <p className="unseen" role="status">
        {label} {content}
      </p>
      {before === undefined ? null : (
        <span className={classes.before} aria-hidden="true">
          {before}
        </span>
      )}
      <span className={classes.typed} aria-hidden="true">
        {children}
      </span>
    </div>
  );
}

/** Where the next character goes. */
export function Caret(): ReactNode {
  return <span className={classes.caret} />;
}

/** Places not filled yet. */
export function Ghost({ children }: { children: ReactNode }): ReactNode {
  return <span className={classes.ghost}>{children}</span>;
}

const GROUP = 4;

/** What was typed of so many characters in groups of four, as slips and confirmations print it. */
export function InFours({ value, length }: { value: string; length: number }): ReactNode {
  return Array.from({ length: length / GROUP }, (_, group) => {
    const typed = value.slice(group * GROUP, (group + 1) * GROUP);
    const current = value.length >= group * GROUP && value.length < (group + 1) * GROUP;
    return (
      <Fragment key={group}>
        {group > 0 && <Ghost> </Ghost>}
        {typed}
        {current && <Caret />}
        <Ghost>{'_'.repeat(GROUP - typed.length)}</Ghost>
      </Fragment>
    );
  });
}
