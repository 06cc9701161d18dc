import { useState, type ReactNode } from 'react';
import { describeRosterProblem } from '../../../domain/roster/describe.ts';
import { Button } from '../../components/controls/button.tsx';
import { FactList } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { Aside } from '../../components/page/problem.tsx';
import { useTerminal } from '../../terminal.ts';
import { DriveListing } from '../remittance-file/file-choose.tsx';
import { usePages } from '../remittance-file/pager.tsx';
import { ProblemKind } from '../remittance-file/problem-kind.tsx';
import { ProblemList } from '../remittance-file/problem-list.tsx';
import classes from '../remittance-file/remittance-file.module.css';
import { SavedNote, SaveProblems } from '../remittance-file/save-problems.tsx';
import type { ScreenOf } from '../screen-of.ts';

/** So many kinds of problems, and places of one kind, stand on a van's display without scrolling. */
const KINDS = 1;
const PLACES = 2;

/** Which file on which drive. */
export function RosterChoose({ screen }: { screen: ScreenOf<'roster-choose'> }): ReactNode {
  const { text } = useTerminal();
  const { listing, most } = screen;
  if (listing === null) {
    return <Page heading={text('roster.choose.heading')} help={text('file.choose.waiting')} />;
  }
  const noDrive = listing.at === null && listing.places.length === 0;
  return (
    <Page heading={text(noDrive ? 'file.choose.no-drive.heading' : 'roster.choose.heading')} dense>
      <DriveListing listing={listing} />
      <Aside>{text('roster.choose.limits', most)}</Aside>
    </Page>
  );
}

export function RosterTrouble({ screen }: { screen: ScreenOf<'roster-trouble'> }): ReactNode {
  const { text, send } = useTerminal();
  const { trouble, most } = screen;
  const help =
    trouble === 'file-too-large'
      ? 'roster.trouble.file-too-large.help'
      : (`file.trouble.${trouble}.help` as const);
  return (
    <Page
      heading={text(`file.trouble.${trouble}`)}
      actions={
        <Button kind="main" action="file-again" onPress={() => void send({ type: 'FILE_AGAIN' })}>
          {text('file.trouble.again')}
        </Button>
      }
    >
      <Note tone="amber" icon="warning">
        <p>{text(help, { ...most, rulesFile: '' })}</p>
      </Note>
    </Page>
  );
}

/** What was found in a list: how many people can be used, and where the rows are that stay out. Nobody's name. */
export function RosterResult({ screen }: { screen: ScreenOf<'roster-result'> }): ReactNode {
  const { view } = useTerminal();
  const [shown, setShown] = useState<string | null>(null);
  const group = screen.findings.groups.find(({ code }) => code === shown);
  return group === undefined ? (
    <Overview screen={screen} onShow={setShown} />
  ) : (
    <ProblemList
      key={group.code}
      severity={group.severity}
      count={group.count}
      places={group.problems.map((problem) => ({
        code: problem.code,
        ...describeRosterProblem(problem, view.locale),
      }))}
      perPage={PLACES}
      onBack={() => setShown(null)}
    />
  );
}

function Overview({
  screen,
  onShow,
}: {
  screen: ScreenOf<'roster-result'>;
  onShow: (code: string) => void;
}): ReactNode {
  const { text, view, send } = useTerminal();
  const { name, findings, again, saving, saved } = screen;
  const { people, held, groups } = findings;
  const { items, pager } = usePages(groups, KINDS);
  const outcome = people === 0 ? 'none' : held === 0 ? 'clean' : 'some';
  const save = groups.length > 0 && (
    <SaveProblems words="roster.result.save" saving={saving} saved={saved} aside={people > 0} />
  );
  return (
    <Page
      heading={text(`roster.result.${outcome}`, { people, held })}
      help={
        saved === null ? text(again ? 'roster.result.again' : `roster.result.${outcome}.help`) : undefined
      }
      dense
      backWords={text('file.result.other')}
      actions={
        <>
          {save}
          {people > 0 && (
            <Button
              kind="main"
              action="continue"
              disabled={saving}
              onPress={() => void send({ type: 'CONTINUE' })}
            >
              {text(held === 0 ? 'roster.result.use' : 'roster.result.use-good', { people })}
            </Button>
          )}
        </>
      }
    >
      {saved !== null && <SavedNote saved={saved} words="roster.result.saved" />}
      <FactList
        figures
        facts={[
          { key: 'file', name: text('roster.result.file'), value: name },
          { key: 'people', name: text('roster.result.people'), value: String(people) },
          ...(held > 0 ? [{ key: 'held', name: text('roster.result.held'), value: String(held) }] : []),
        ]}
      />
      {groups.length > 0 && (
        <>
          <div className={classes.cards}>
            {items.map(({ code, severity, count, problems: [first] }) => (
              <ProblemKind
                key={code}
                {...{ code, severity, count, onShow }}
                first={first && describeRosterProblem(first, view.locale)}
              />
            ))}
          </div>
          {pager}
        </>
      )}
    </Page>
  );
}

/** How the list stands: counts, and its removal. */
export function RosterHeld({ screen }: { screen: ScreenOf<'roster-held'> }): ReactNode {
  const { text, send } = useTerminal();
  const { people, registered, lists } = screen.counts;
  const row = (
    key: 'people' | 'registered' | 'expected' | 'lists',
    value: number,
  ): { readonly key: string; readonly name: string; readonly value: string } => ({
    key,
    name: text(`roster.held.${key}`),
    value: String(value),
  });
  return (
    <Page
      heading={text('roster.held.heading')}
      help={text('roster.held.help')}
      dense
      actions={
        <>
          <Button action="remove-list" onPress={() => void send({ type: 'ROSTER_REMOVE' })}>
            {text('roster.held.remove')}
          </Button>
          <Button action="file-again" onPress={() => void send({ type: 'FILE_AGAIN' })}>
            {text('roster.held.another')}
          </Button>
          <Button kind="main" action="continue" onPress={() => void send({ type: 'CONTINUE' })}>
            {text('roster.held.back')}
          </Button>
        </>
      }
    >
      <FactList
        figures
        facts={[
          row('people', people),
          row('registered', registered),
          row('expected', people - registered),
          ...(lists > 1 ? [row('lists', lists)] : []),
        ]}
      />
    </Page>
  );
}
