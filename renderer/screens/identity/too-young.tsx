import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Page } from '../../components/page/page.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import finish from '../finish/finish.module.css';
import type { ScreenOf } from '../screen-of.ts';

/** The card says that its holder cannot be a member yet. */
export function TooYoung({ screen }: { screen: ScreenOf<'too-young'> }): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Page
      before={
        <span className={finish.sign} data-tone="amber">
          <Icon name="info" size="big" />
        </span>
      }
      heading={text('too-young.heading', { least: screen.least })}
      help={text('too-young.help')}
      actions={
        <Button kind="main" action="done" onPress={() => void send({ type: 'DONE' })}>
          {text('too-young.done')}
        </Button>
      }
    />
  );
}
