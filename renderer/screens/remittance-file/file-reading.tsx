import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Page } from '../../components/page/page.tsx';
import { WorkBar } from '../../components/page/work-bar.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import classes from './remittance-file.module.css';

/** How far reading has come, and a way to stop it. */
export function FileReading({
  screen,
}: {
  screen: Pick<ScreenOf<'file-reading'>, 'name' | 'progress'>;
}): ReactNode {
  const { text, send } = useTerminal();
  const { name, progress } = screen;
  const { done, rows } = progress;
  return (
    <Page
      heading={text('file.reading.heading')}
      help={text('file.reading.help')}
      middle
      actions={
        <Button action="file-stop" onPress={() => void send({ type: 'FILE_STOP' })} wide>
          {text('file.reading.stop')}
        </Button>
      }
    >
      <p className={classes.name}>{name}</p>
      <WorkBar done={done} of={100} label={text('file.reading.progress', { percent: done })}>
        <span>{text('file.reading.progress', { percent: done })}</span>
        {rows > 0 && <span>{text('file.reading.rows', { rows })}</span>}
      </WorkBar>
    </Page>
  );
}
