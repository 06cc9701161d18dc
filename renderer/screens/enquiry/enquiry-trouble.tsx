import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Page } from '../../components/page/page.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import classes from '../finish/finish.module.css';
import type { ScreenOf } from '../screen-of.ts';

/** It could not be looked up, or fetched: why, that nothing is changed by it, and the ways on. */
export function EnquiryTrouble({ screen }: { screen: ScreenOf<'enquiry-trouble'> }): ReactNode {
  const { text, send } = useTerminal();
  const { fault, canRetry } = screen;
  const notFound = fault === 'not-found' || fault === 'not-here';
  return (
    <Page
      before={
        <span className={classes.sign} data-tone="amber" data-fault={fault}>
          <Icon name={notFound ? 'info' : 'warning'} size="big" />
        </span>
      }
      heading={text(`enquiry.${fault}`)}
      help={text(`enquiry.${fault}.help`)}
      actions={
        canRetry ? (
          <Button kind="main" action="retry" onPress={() => void send({ type: 'RETRY' })}>
            {text(notFound ? 'enquiry-trouble.check' : 'enquiry-trouble.retry')}
          </Button>
        ) : (
          <Button kind="main" action="done" onPress={() => void send({ type: 'DONE' })}>
            {text('enquiry-trouble.done')}
          </Button>
        )
      }
    />
  );
}
