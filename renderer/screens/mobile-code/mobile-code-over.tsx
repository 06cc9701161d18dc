import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Page } from '../../components/page/page.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import finish from '../finish/finish.module.css';
import type { ScreenOf } from '../screen-of.ts';

/** The code counts no more: why, that nothing is lost, and the ways on. */
export function MobileCodeOver({ screen }: { screen: ScreenOf<'mobile-code-over'> }): ReactNode {
  const { text, send } = useTerminal();
  const { why, canSendAgain } = screen;
  return (
    <Page
      before={
        <span className={finish.sign} data-tone="amber" data-why={why}>
          <Icon name={why === 'expired' ? 'clock' : 'warning'} size="big" />
        </span>
      }
      heading={text(`mobile-code.${why}`)}
      help={text(`mobile-code.${why}.help`)}
      actions={
        <>
          {canSendAgain && (
            <Button action="send-again" onPress={() => void send({ type: 'RETRY' })}>
              {text('mobile-code.again')}
            </Button>
          )}
          <Button kind="main" action="type-again" onPress={() => void send({ type: 'TYPE_NUMBER' })}>
            {text('mobile-code-over.without')}
          </Button>
        </>
      }
    />
  );
}
