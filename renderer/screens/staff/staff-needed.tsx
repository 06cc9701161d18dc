import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Promises } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { StaffAndMember } from '../../components/pictures/drawings.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';

/** A trained officer has to look at the card before this can be submitted. */
export function StaffNeeded({ screen }: { screen: ScreenOf<'staff-needed'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { assist, canAskStaff } = view.chrome;
  const changed = screen.reason === 'changed';
  const canAttest = assist?.canAttest === true;
  return (
    <Page
      heading={text(changed ? 'staff-needed.changed.heading' : 'staff-needed.heading')}
      help={text(changed ? 'staff-needed.changed.help' : 'staff-needed.help')}
      actions={
        canAttest ? (
          <Button kind="main" action="attest-here" onPress={() => void send({ type: 'STAFF_ATTEST' })}>
            {text('staff-needed.attest')}
          </Button>
        ) : canAskStaff ? (
          <Button kind="staff-main" action="call-staff" onPress={() => void send({ type: 'ASK_STAFF' })}>
            {text('staff-needed.call')}
          </Button>
        ) : undefined
      }
    >
      <StaffAndMember title={text('staff-needed.picture')} />
      <Promises
        lines={[
          text('staff-needed.promise.kept'),
          text('staff-needed.promise.password'),
          text('staff-needed.promise.confirm'),
        ]}
      />
    </Page>
  );
}
