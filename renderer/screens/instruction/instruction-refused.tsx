import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { FactList } from '../../components/page/fact-list.tsx';
import { Page } from '../../components/page/page.tsx';
import { WhereList } from '../../components/where/where-next.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import { refusalText } from '../../text/labels.ts';
import { messageKey } from '../../text/text.ts';
import classes from '../finish/finish.module.css';
import type { ScreenOf } from '../screen-of.ts';

/** It would be refused later: said now, with the reason and the next step. */
export function InstructionRefused({ screen }: { screen: ScreenOf<'instruction-refused'> }): ReactNode {
  const terminal = useTerminal();
  const { view, text, send } = terminal;
  const { heading, help } = refusalText(terminal, screen.refusal);
  const { where = [] } = screen;
  return (
    <Page
      ways="leave"
      before={
        <span className={classes.sign} data-tone="amber" data-refusal={screen.refusal.code}>
          <Icon name="info" size="big" />
        </span>
      }
      heading={heading}
      help={help}
      actions={
        <>
          {view.chrome.canAskStaff && (
            <Button action="ask-staff-here" onPress={() => void send({ type: 'ASK_STAFF' })}>
              {text('frame.ask-staff')}
            </Button>
          )}
          <Button kind="main" action="back" onPress={() => void send({ type: 'BACK' })}>
            {text('instruction-refused.back')}
          </Button>
        </>
      }
    >
      {where.length > 0 && (
        <>
          <h2 className={classes.label}>{text('where.heading')}</h2>
          <WhereList places={where} />
        </>
      )}
      <FactList
        facts={[
          {
            key: 'kind',
            name: text('instruction-review.kind'),
            value: text(messageKey(`kind.${screen.kind}.name`)),
          },
        ]}
      />
    </Page>
  );
}
