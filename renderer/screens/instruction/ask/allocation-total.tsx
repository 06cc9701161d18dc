import type { ReactNode } from 'react';
import { Button } from '../../../components/controls/button.tsx';
import { Icon } from '../../../components/pictures/icons.tsx';
import { useTerminal } from '../../../terminal.ts';
import { totalOf, type Shares } from './allocation-entry.ts';
import classes from './allocation.module.css';

/** How much is given out and how much is left, always in sight; the bar repeats the words. */
export function AllocationTotal({ shares, onClear }: { shares: Shares; onClear?: () => void }): ReactNode {
  const { text } = useTerminal();
  const { total, left, over } = totalOf(shares);
  return (
    <div className={classes.total} data-over={over > 0 || undefined} data-whole={total === 100 || undefined}>
      <div className={classes.sum}>
        <p role="status" data-total={total}>
          <strong>{text('ask.allocation.total', { total })}</strong>{' '}
          <span className={classes.left}>
            {total === 100 && <Icon name="check" />}
            {over > 0 && <Icon name="warning" />}
            {total === 100
              ? text('ask.allocation.all')
              : over > 0
                ? text('ask.allocation.too-many', { over })
                : text('ask.allocation.left', { left })}
          </span>
        </p>
        <svg className={classes.bar} width="100%" aria-hidden="true">
          <rect data-part="whole" width="100%" height="100%" />
          <rect data-part="given" width={`${Math.min(total, 100)}%`} height="100%" />
        </svg>
      </div>
      {onClear !== undefined && (
        <Button kind="small" action="clear-all" disabled={total === 0} onPress={onClear}>
          {text('ask.allocation.clear')}
        </Button>
      )}
    </div>
  );
}
