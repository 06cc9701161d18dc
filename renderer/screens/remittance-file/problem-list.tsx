import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Page } from '../../components/page/page.tsx';
import { Aside } from '../../components/page/problem.tsx';
import { useTerminal } from '../../terminal.ts';
import { usePages } from './pager.tsx';
import classes from './remittance-file.module.css';

/** One place of a problem, in the member's language. */
interface ProblemPlace {
  readonly code: string;
  readonly place: string;
  readonly reason: string;
  readonly fix: string;
  /** The employer's own number of the employee, where the file has one. */
  readonly staffNo?: string | null;
}

interface ProblemListProps {
  readonly severity: 'fatal' | 'error' | 'warning';
  /** How many there are; `places` may be the first of them only. */
  readonly count: number;
  readonly places: readonly ProblemPlace[];
  /** So many stand under each other without scrolling, each with its reason and its fix. */
  readonly perPage: number;
  readonly onBack: () => void;
}

/** Every place of one kind of problem: the cell, what is wrong, what to do. */
export function ProblemList({ severity, count, places, perPage, onBack }: ProblemListProps): ReactNode {
  const { text } = useTerminal();
  const { items, pager } = usePages(places, perPage);
  return (
    <Page
      heading={text(severity === 'warning' ? 'file.result.look' : 'file.result.must')}
      dense
      // *Back* would leave the whole result, which still stands below this page.
      ways="leave"
      actions={
        <Button kind="main" action="overview" onPress={onBack}>
          {text('file.result.overview')}
        </Button>
      }
    >
      <ul className={classes.problems}>
        {items.map((problem, index) => (
          <Place key={`${problem.place}-${String(index)}`} problem={problem} />
        ))}
      </ul>
      {pager}
      {places.length < count && <Aside>{text('file.result.not-all', { shown: places.length, count })}</Aside>}
    </Page>
  );
}

function Place({
  problem: { code, place, reason, fix, staffNo = null },
}: {
  problem: ProblemPlace;
}): ReactNode {
  const { text } = useTerminal();
  return (
    <li className={classes.problem} data-problem={code}>
      <p className={classes.place}>
        <strong>{place}</strong>
        {staffNo !== null && <span>{text('file.result.staff-number', { staffNo })}</span>}
      </p>
      <p>{reason}</p>
      <p className={classes.fix}>{fix}</p>
    </li>
  );
}
