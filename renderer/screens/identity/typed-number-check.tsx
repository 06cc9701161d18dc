import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import classes from './number-alone.module.css';

/**
 * The one time the full number is shown: alone, big. The letter is asked for by itself, since A, L and W pass the
 * same check character (facts/domain.md §1.1).
 */
export function TypedNumberCheck({ screen }: { screen: ScreenOf<'typed-number-check'> }): ReactNode {
  const { text, send } = useTerminal();
  const { number, prefix, lookAlikes } = screen;
  const letters = lookAlikes.join(text('typed-number-check.or'));
  return (
    <Page
      heading={text('typed-number-check.heading')}
      help={text('typed-number-check.help')}
      backWords={text('typed-number-check.no')}
      actions={
        <Button kind="main" action="continue" onPress={() => void send({ type: 'CONTINUE' })}>
          {text('typed-number-check.yes', { prefix })}
        </Button>
      }
    >
      <p className={classes.number} data-number="">
        {number}
      </p>
      <section className={classes.letter}>
        <h2 className={classes.ask}>{text('typed-number-check.letter', { prefix })}</h2>
        {lookAlikes.length > 0 && (
          <Note tone="amber">{text('typed-number-check.look-alikes', { letters })}</Note>
        )}
      </section>
    </Page>
  );
}
