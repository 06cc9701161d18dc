import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { FactList } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import classes from '../session/paragraphs.module.css';
import { aboutKind } from './about-kind.ts';

/** What a withdrawal means, and what proves that it may be made, before anything is read. */
export function WithdrawNotice({ screen }: { screen: ScreenOf<'withdraw-notice'> }): ReactNode {
  const { text, send } = useTerminal();
  const { reference, ofKind } = screen;
  const what = aboutKind(text, ofKind);
  return (
    <Page
      heading={text('withdraw-notice.heading')}
      help={
        what === null ? text('withdrawal.of', { reference }) : text('withdrawal.of-kind', { reference, what })
      }
      actions={
        <Button kind="main" action="continue" onPress={() => void send({ type: 'CONTINUE' })}>
          {text('withdraw-notice.continue')}
        </Button>
      }
    >
      <div className={classes.sheet}>
        <p>{text('withdraw-notice.means')}</p>
        <p>{text('withdraw-notice.again')}</p>
        <p>{text(`withdraw-notice.${screen.proof}`)}</p>
      </div>
    </Page>
  );
}

/** The last look before it counts. While staff hold the session, confirming is not offered. */
export function WithdrawConfirm({ screen }: { screen: ScreenOf<'withdraw-confirm'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { reference, ofKind, online } = screen;
  const withStaff = view.chrome.assist !== null;
  return (
    <Page
      dense={withStaff}
      heading={text('withdraw-confirm.heading')}
      actions={
        withStaff ? undefined : (
          <Button kind="main" action="submit" onPress={() => void send({ type: 'SUBMIT' })}>
            {text(online ? 'withdraw-confirm.submit-online' : 'withdraw-confirm.submit-offline')}
          </Button>
        )
      }
    >
      <FactList
        facts={[
          {
            key: 'what',
            name: text('withdraw-confirm.what'),
            value: aboutKind(text, ofKind) ?? text('withdraw-confirm.left'),
          },
          { key: 'reference', name: text('receipt.reference'), value: reference },
        ]}
      />
      <Note tone="teal">{text('withdraw-notice.means')}</Note>
      {withStaff ? (
        <Note tone="amber">{text('declare.staff-cannot')}</Note>
      ) : (
        !online && <Note tone="amber">{text('withdraw-confirm.info-offline')}</Note>
      )}
    </Page>
  );
}
