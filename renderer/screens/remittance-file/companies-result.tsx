import { useState, type ReactNode } from 'react';
import { describeListProblem } from '../../../domain/company-list/describe.ts';
import { Button } from '../../components/controls/button.tsx';
import { FactList } from '../../components/page/fact-list.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import { usePages } from './pager.tsx';
import { ProblemKind } from './problem-kind.tsx';
import { ProblemList } from './problem-list.tsx';
import { SavedNote, SaveProblems } from './save-problems.tsx';
import classes from './remittance-file.module.css';

type Result = ScreenOf<'companies-result'>;

/** So many kinds of problems stand under the counts without scrolling. */
const KINDS = 2;
const PLACES = 4;

/** What was found in a list of companies: who can go, who stays, then each kind of problem and each place of a kind. */
export function CompaniesResult({ screen }: { screen: Result }): ReactNode {
  const { view } = useTerminal();
  const [shown, setShown] = useState<string | null>(null);
  const group = screen.findings.groups.find(({ code }) => code === shown);
  return group === undefined ? (
    <Overview screen={screen} onShow={setShown} />
  ) : (
    <ProblemList
      key={group.code}
      severity={group.severity}
      count={group.problems.length}
      places={group.problems.map((problem) => ({
        code: problem.code,
        ...describeListProblem(problem, view.locale),
      }))}
      perPage={PLACES}
      onBack={() => setShown(null)}
    />
  );
}

function Overview({ screen, onShow }: { screen: Result; onShow: (code: string) => void }): ReactNode {
  const { text, view, send } = useTerminal();
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
            {items.map(({ code, severity, problems: [first, ...more] }) => (
              <ProblemKind
                key={code}
                {...{ code, severity, onShow }}
                count={1 + more.length}
                first={first && describeListProblem(first, view.locale)}
              />
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
