import { useState, type ReactNode } from 'react';
import type { ListProblemGroup } from '../../../domain/company-list/check-list.ts';
import type { ListProblem } from '../../../domain/company-list/codes.ts';
import { describeListProblem } from '../../../domain/company-list/describe.ts';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { FactList } from '../../components/page/fact-list.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import { usePages } from './pager.tsx';
import { SavedNote, SaveProblems } from './save-problems.tsx';
import classes from './remittance-file.module.css';

type Result = ScreenOf<'companies-result'>;

/** So many kinds of problems stand under the counts without scrolling. */
const KINDS = 2;
const PLACES = 4;

/** What was found in a list of companies: who can go, who stays, then each kind of problem and each place of a kind. */
export function CompaniesResult({ screen }: { screen: Result }): ReactNode {
  const [shown, setShown] = useState<string | null>(null);
  const group = screen.findings.groups.find(({ code }) => code === shown);
  return group === undefined ? (
    <Overview screen={screen} onShow={setShown} />
  ) : (
    <Places key={group.code} group={group} onBack={() => setShown(null)} />
  );
}

function Overview({ screen, onShow }: { screen: Result; onShow: (code: string) => void }): ReactNode {
  const { text, send } = useTerminal();
  const { name, findings, good, saving, saved } = screen;
  const { held, groups } = findings;
  const { items, pager } = usePages(groups, KINDS);
  const outcome = good === 0 ? 'none' : held === 0 ? 'clean' : 'some';
  const counts = { good, held };
  const count = (key: string, label: string, value: number) => ({ key, name: label, value: String(value) });
  return (
    <Page
      heading={text(`companies.result.${outcome}`, counts)}
      help={saved === null ? text(`companies.result.${outcome}.help`) : undefined}
      dense
      backWords={text(outcome === 'clean' ? 'file.result.other' : 'file.result.check-again')}
      actions={
        good === 0 ? (
          <SaveProblems saving={saving} saved={saved} />
        ) : (
          <Button
            kind="main"
            action="continue"
            disabled={saving}
            onPress={() => void send({ type: 'CONTINUE' })}
          >
            {text(held === 0 ? 'companies.result.use' : 'companies.result.use-good', counts)}
          </Button>
        )
      }
    >
      {saved !== null && <SavedNote saved={saved} words="companies.result.saved" />}
      <FactList
        figures
        facts={[
          { key: 'file', name: text('companies.result.file'), value: name },
          count('good', text('companies.result.good'), good),
          ...(held > 0 ? [count('held', text('companies.result.held'), held)] : []),
        ]}
      />
      {groups.length > 0 && (
        <>
          <div className={classes.cards}>
            {items.map((group) => (
              <Kind key={group.code} group={group} onShow={onShow} />
            ))}
          </div>
          {pager}
          {good > 0 && (
            <div className={classes.aside}>
              <SaveProblems aside saving={saving} saved={saved} />
            </div>
          )}
        </>
      )}
    </Page>
  );
}

function Kind({ group, onShow }: { group: ListProblemGroup; onShow: (code: string) => void }): ReactNode {
  const { text, view } = useTerminal();
  const { code, severity, problems } = group;
  const [first] = problems;
  if (first === undefined) return null;
  const { reason, place } = describeListProblem(first, view.locale);
  const must = text(severity === 'warning' ? 'file.result.look' : 'file.result.must');
  return (
    <ChoiceCard
      kind="button"
      compact
      action="show-problems"
      option={code}
      icon={severity === 'warning' ? 'info' : 'warning'}
      label={reason}
      help={`${must} · ${text('file.result.count', { count: problems.length, place })}`}
      chosen={false}
      onChoose={() => onShow(code)}
    />
  );
}

function Places({ group, onBack }: { group: ListProblemGroup; onBack: () => void }): ReactNode {
  const { text } = useTerminal();
  const { severity, problems } = group;
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
        {items.map((problem) => (
          <Place key={`${String(problem.row)}-${String(problem.column)}`} problem={problem} />
        ))}
      </ul>
      {pager}
    </Page>
  );
}

function Place({ problem }: { problem: ListProblem }): ReactNode {
  const { view } = useTerminal();
  const { place, reason, fix } = describeListProblem(problem, view.locale);
  return (
    <li className={classes.problem} data-problem={problem.code}>
      <p className={classes.place}>
        <strong>{place}</strong>
      </p>
      <p>{reason}</p>
      <p className={classes.fix}>{fix}</p>
    </li>
  );
}
