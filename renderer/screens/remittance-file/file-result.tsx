import { useState, type ReactNode } from 'react';
import type { AccountTotal } from '../../../domain/remittance/summary/summarise.ts';
import { describeProblem } from '../../../domain/remittance/problems/describe.ts';
import { Button } from '../../components/controls/button.tsx';
import { FactList } from '../../components/page/fact-list.tsx';
import { Page } from '../../components/page/page.tsx';
import { Aside } from '../../components/page/problem.tsx';
import { useTerminal, type Terminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import { usePages } from './pager.tsx';
import { ProblemKind } from './problem-kind.tsx';
import { ProblemList } from './problem-list.tsx';
import { SavedNote, SaveProblems } from './save-problems.tsx';
import { UnsavedRows } from './unsaved-rows.tsx';
import classes from './remittance-file.module.css';

type Result = ScreenOf<'file-result'>;

/** So many kinds of problems stand under the totals without scrolling. */
const KINDS = 2;
/** Places of one kind, each with its reason and its fix. */
const PLACES = 4;
const MOST_ACCOUNTS = 3;

/** What was found: what goes and what stays, totals, then each kind of problem, then each place of a kind. */
export function FileResult({ screen }: { screen: Result }): ReactNode {
  const { view } = useTerminal();
  const [shown, setShown] = useState<string | null>(null);
  if (screen.unsaved === true) return <UnsavedRows screen={screen} />;
  const group = screen.findings.groups.find(({ code }) => code === shown);
  return group === undefined ? (
    <Overview screen={screen} onShow={setShown} />
  ) : (
    <ProblemList
      key={group.code}
      severity={group.severity}
      count={group.count}
      places={group.problems.map((problem) => ({
        ...{ code: problem.code, staffNo: problem.staffNo },
        ...describeProblem(problem, problem.row, view.locale),
      }))}
      perPage={PLACES}
      onBack={() => setShown(null)}
    />
  );
}

function Overview({ screen, onShow }: { screen: Result; onShow: (code: string) => void }): ReactNode {
  const terminal = useTerminal();
  const { text, view } = terminal;
  const mock = view.chrome.mockRun === true;
  const { name, findings, going, byRules, saving, saved } = screen;
  const { rows, held, accounts, groups } = findings;
  const outcome = going === 0 ? 'held' : held === 0 ? 'clean' : 'some';
  const clean = outcome === 'clean';
  const words = resultWords(outcome, mock);
  const counts = { going, held };
  const { items, pager } = usePages(groups, KINDS);
  const count = (key: string, label: string, value: number) => ({ key, name: label, value: String(value) });
  return (
    <Page
      heading={text(words.heading, counts)}
      help={saved === null ? text(words.help) : undefined}
      dense
      backWords={text(clean ? 'file.result.other' : 'file.result.check-again')}
      actions={
        <>
          {outcome === 'held' && <SaveProblems saving={saving} saved={saved} />}
          {!mock && outcome !== 'held' && (
            <UseFile
              words={text(clean ? 'file.result.use' : 'file.result.use-going', counts)}
              saving={saving}
            />
          )}
          {mock && (clean || saved?.ok === true) && <Finish />}
        </>
      }
    >
      {saved !== null && <SavedNote saved={saved} words="file.result.saved" />}
      <FactList
        figures
        facts={[
          { key: 'file', name: text('file.result.file'), value: name },
          ...(outcome === 'some' ? [] : [count('rows', text('file.result.rows'), rows)]),
          ...(outcome === 'held' && held > 0 ? [count('held', text('file.result.to-correct'), held)] : []),
          ...accounts.slice(0, MOST_ACCOUNTS).map((account, place) => ({
            // Covered for staff: two may look alike.
            key: `account-${String(place)}`,
            name: accountName(terminal, account),
            value: `HK$${account.total.replace(/\B(?=(?:\d{3})+\.)/g, ',')}`,
          })),
        ]}
      />
      {clean && <Aside>{text(byRules ? 'file.result.by-rules' : 'file.result.no-rules')}</Aside>}
      {groups.length > 0 && (
        <>
          <div className={classes.cards}>
            {items.map(({ code, severity, count: found, problems: [first] }) => (
              <ProblemKind
                key={code}
                {...{ code, severity, onShow }}
                count={found}
                first={first && describeProblem(first, first.row, view.locale)}
              />
            ))}
          </div>
          {pager}
          {outcome === 'some' && (
            <div className={classes.aside}>
              <SaveProblems aside rows={held} saving={saving} saved={saved} />
            </div>
          )}
        </>
      )}
    </Page>
  );
}

function UseFile({ words, saving }: { words: string; saving: boolean }): ReactNode {
  const { send } = useTerminal();
  return (
    <Button kind="main" action="continue" disabled={saving} onPress={() => void send({ type: 'CONTINUE' })}>
      {words}
    </Button>
  );
}

/** The file is let go of; nothing was sent. */
function Finish(): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Button kind="main" action="finish-check" onPress={() => void send({ type: 'DONE' })}>
      {text('file.result.mock-finish')}
    </Button>
  );
}

function resultWords(outcome: 'held' | 'some' | 'clean', mock: boolean) {
  if (outcome === 'some') return { heading: 'file.result.some', help: 'file.result.some.help' } as const;
  if (outcome === 'clean') {
    return mock
      ? ({ heading: 'file.result.mock-clean', help: 'file.result.mock-clean.help' } as const)
      : ({ heading: 'file.result.clean', help: 'file.result.clean.help' } as const);
  }
  return {
    heading: 'file.result.held',
    help: mock ? 'file.result.mock-held.help' : 'file.result.held.help',
  } as const;
}

function accountName({ text }: Pick<Terminal, 'text'>, { account, company, rows }: AccountTotal): string {
  if (company === account) return text('file.result.mock-total', { account, rows });
  return company === null
    ? text('file.result.other-total', { account, rows })
    : text('file.result.payer-total', { payer: company, account, rows });
}
