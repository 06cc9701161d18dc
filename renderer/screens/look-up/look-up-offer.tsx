import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';

/** Shall the platform's records be shown? Going on without them is always one of the ways. */
export function LookUpOffer({ screen }: { screen: ScreenOf<'look-up-offer'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { what, online, staff, iamSmart, proven } = screen;
  const { assist, canAskStaff } = view.chrome;
  const held = assist !== null;
  const done = proven && held && screen.second !== true;
  return (
    <Page
      heading={text(online ? `look-up.${what}.heading` : 'look-up.offline.heading')}
      help={text(online ? `look-up.${what}.help` : 'look-up.offline.help')}
      actions={
        done ? (
          <Button kind="main" action="hand-back-here" onPress={() => void send({ type: 'HAND_BACK' })}>
            {text('assist.hand-back')}
          </Button>
        ) : assist?.canAttest === true ? (
          <Button kind="main" action="attest-here" onPress={() => void send({ type: 'STAFF_ATTEST' })}>
            {text('staff-needed.attest')}
          </Button>
        ) : undefined
      }
    >
      {done && <Note tone="amber">{text('look-up.after-hand-back')}</Note>}
      {held && screen.second === true && <Note tone="amber">{text('staff-needed.second.held')}</Note>}
      {online && iamSmart && !held && (
        <ChoiceCard
          kind="button"
          action="iam-smart"
          option="iam-smart"
          icon="phone"
          label={text('staff-needed.by-iam-smart')}
          help={text('staff-needed.by-iam-smart-help')}
          chosen={false}
          onChoose={() => void send({ type: 'IAM_SMART' })}
        />
      )}
      {staff && canAskStaff && (
        <ChoiceCard
          kind="button"
          action="call-staff"
          option="staff"
          icon="badge"
          label={text('staff-needed.by-staff')}
          help={text(screen.byTwo === true ? 'staff-needed.by-two-help' : 'look-up.by-staff-help')}
          chosen={false}
          onChoose={() => void send({ type: 'ASK_STAFF' })}
        />
      )}
      <ChoiceCard
        kind="button"
        action="without-records"
        option="without"
        icon="letter"
        label={text(`look-up.without.${what}`)}
        help={text(`look-up.without.${what}-help`)}
        chosen={false}
        onChoose={() => void send({ type: 'CONTINUE' })}
      />
    </Page>
  );
}
