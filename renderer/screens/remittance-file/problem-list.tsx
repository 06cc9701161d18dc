import type { ReactNode } from 'react';
import { describeProblem } from '../../../domain/remittance/problems/describe.ts';
import type { ProblemGroup, ShownProblem } from '../../../domain/remittance/summary/summarise.ts';
import { Button } from '../../components/controls/button.tsx';
import { Page } from '../../components/page/page.tsx';
import { Aside } from '../../components/page/problem.tsx';
import { useTerminal } from '../../terminal.ts';
import { usePages } from './pager.tsx';
import classes from './remittance-file.module.css';

/** So many places stand under each other without scrolling, each with its reason and its fix. */
const PLACES = 4;

/** Every place of one kind of problem: the cell, what is wrong, what to do. */
export function ProblemList({ group, onBack }: { group: ProblemGroup; onBack: () => void }): ReactNode {
  const { text } = useTerminal();
  const { severity, count, problems } = group;
  const { items, pager } = usePages(problems, PLACES);
  return (
    <Page
      heading={text(severity === 'warning' ? 'file.result.look' : 'file.result.must')}
      dense
      actions={
        <Button kind="main" action="overview" onPress={onBack}>
          {text('file.result.overview')}
        </Button>
      }
    >
      <ul className={classes.problems}>
        {items.map((problem, index) => (
          <Place
            key={`${String(problem.row)}-${String(problem.column)}-${String(index)}`}
            problem={problem}
          />
        ))}
      </ul>
      {pager}
      {problems.length < count && (
        <Aside>{text('file.result.not-all', { shown: problems.length, count })}</Aside>
      )}
    </Page>
  );
}

function Place({ problem }: { problem: ShownProblem }): ReactNode {
  const { text, view } = useTerminal();
  const { place, reason, fix } = describeProblem(problem, problem.row, view.locale);
  const { staffNo } = problem;
  return (
    <li className={classes.problem} data-problem={problem.code}>
      <p className={classes.place}>
        <strong>{place}</strong>
        {staffNo !== null && <span>{text('file.result.staff-number', { staffNo })}</span>}
      </p>
      <p>{reason}</p>
      <p className={classes.fix}>{fix}</p>
    </li>
  );
}
