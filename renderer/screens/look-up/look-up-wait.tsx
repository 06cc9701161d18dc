import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Page } from '../../components/page/page.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { type Terminal, useTerminal } from '../../terminal.ts';
import finish from '../finish/finish.module.css';
import type { ScreenOf } from '../screen-of.ts';

function goOn({ text, send }: Terminal, kind: 'main' | 'outline'): ReactNode {
  return (
    <Button kind={kind} action="without-records" onPress={() => void send({ type: 'CONTINUE' })}>
      {text('look-up.go-on')}
    </Button>
  );
}

/** The records are on their way; nobody has to wait for them. */
export function LookUpAsking(): ReactNode {
  const terminal = useTerminal();
  const { text } = terminal;
  return (
    <Page
      middle
      before={<span className={finish.waiting} aria-hidden="true" />}
      heading={text('look-up.asking.heading')}
      help={text('look-up.asking.help')}
      actions={goOn(terminal, 'outline')}
    />
  );
}

/** What the platform says of a submission only is no answer to this. */
const SAID = ['offline', 'not-found', 'too-many-tries'] as const;

/** Nothing to show: why, and on without it. */
export function LookUpTrouble({ screen }: { screen: ScreenOf<'look-up-trouble'> }): ReactNode {
  const terminal = useTerminal();
  const { text, send } = terminal;
  const { fault, canRetry } = screen;
  const said = SAID.find((code) => code === fault) ?? 'unavailable';
  return (
    <Page
      before={
        <span className={finish.sign} data-tone="amber" data-fault={said}>
          <Icon name={said === 'not-found' ? 'info' : 'warning'} size="big" />
        </span>
      }
      heading={text(`look-up.trouble.${said}`)}
      help={text('look-up.trouble.help')}
      actions={
        <>
          {canRetry && (
            <Button action="retry" onPress={() => void send({ type: 'RETRY' })}>
              {text('look-up.again')}
            </Button>
          )}
          {goOn(terminal, 'main')}
        </>
      }
    />
  );
}
