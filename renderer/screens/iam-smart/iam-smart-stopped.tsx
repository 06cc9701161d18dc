import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Page } from '../../components/page/page.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import finish from '../finish/finish.module.css';
import type { ScreenOf } from '../screen-of.ts';

/** It came to nothing: why, that nothing is lost, and the ways on. */
export function IamSmartStopped({ screen }: { screen: ScreenOf<'iam-smart-stopped'> }): ReactNode {
  const { text, send } = useTerminal();
  const { why, canRetry } = screen;
  return (
    <Page
      before={
        <span className={finish.sign} data-tone="amber" data-why={why}>
          <Icon name={why === 'expired' ? 'clock' : 'warning'} size="big" />
        </span>
      }
      heading={text(`iam-smart.${why}`)}
      help={text(`iam-smart.${why}.help`)}
      backWords={text('iam-smart-stopped.back')}
      actions={
        canRetry ? (
          <Button kind="main" action="retry" onPress={() => void send({ type: 'RETRY' })}>
            {text('iam-smart-stopped.retry')}
          </Button>
        ) : undefined
      }
    />
  );
}
