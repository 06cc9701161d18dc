import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import { ruleFileProblemText } from '../../../domain/remittance/problems/describe.ts';
import { RULES_FILE_NAME } from '../../../domain/terminal/ports/remittance-files.ts';
import type { ScreenOf } from '../screen-of.ts';
import classes from './remittance-file.module.css';

/** Why the file could not be read, and what to do. */
export function FileTroublePage({ screen }: { screen: ScreenOf<'file-trouble'> }): ReactNode {
  const { text, view, send } = useTerminal();
  const { trouble, places, most, companies } = screen;
  const isLargeList = companies === true && trouble === 'file-too-large';
  const help = isLargeList
    ? 'companies.trouble.file-too-large.help'
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
        <p>{text(help, { ...most, rulesFile: RULES_FILE_NAME })}</p>
      </Note>
      {places.length > 0 && (
        <ul className={classes.problems}>
          {places.map((place) => (
            <li key={place.path} className={classes.problem}>
              {ruleFileProblemText(place, view.locale)}
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
