import type { ReactNode } from 'react';
import classes from './fact-list.module.css';

export interface Fact {
  readonly key: string;
  readonly name: string;
  readonly value: ReactNode;
  /** Nothing was given: drawn lighter. */
  readonly none?: boolean;
  /** A word beside the value, such as *filled in by staff*. */
  readonly tag?: string | undefined;
  readonly act?: ReactNode;
  /** The rows after it are parts of it. */
  readonly heads?: true;
}

/** Names and values in rows on a white card. `figures`: longer names, and values that line up on the right. */
export function FactList({ facts, figures }: { facts: readonly Fact[]; figures?: boolean }): ReactNode {
  return (
    <dl className={classes.list} data-figures={figures || undefined}>
      {facts.map(({ key, name, value, none, tag, act, heads }) => (
        <div className={classes.row} key={key} data-row={key} data-heads={heads}>
          <dt>{name}</dt>
          <dd data-none={none || undefined}>
            <span>{value}</span>
            {tag === undefined ? null : <span className={classes.tag}>{tag}</span>}
          </dd>
          {act === undefined ? null : <dd className={classes.act}>{act}</dd>}
        </div>
      ))}
    </dl>
  );
}
