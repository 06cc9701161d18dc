import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { Note, Promises } from '../../components/page/note.tsx';
import { TrainingNote } from '../../components/page/training-note.tsx';
import { Page } from '../../components/page/page.tsx';
import { StaffAndMember } from '../../components/pictures/drawings.tsx';
import { type Terminal, useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';

type StaffNeededScreen = ScreenOf<'staff-needed'>;

/** How the member shows who they are: a trained officer looks at the card, or they sign in with iAM Smart. */
export function StaffNeeded({ screen }: { screen: StaffNeededScreen }): ReactNode {
  const { iamSmart, prepare } = screen;
  return iamSmart === 'no' && !prepare ? <ByStaff screen={screen} /> : <Ways screen={screen} />;
}

/** The button for whoever is there: the officer who holds the session, or the member who calls one. */
function staffButton({ view, text, send }: Terminal): ReactNode {
  const { assist, canAskStaff } = view.chrome;
  if (assist?.canAttest === true) {
    return (
      <Button kind="main" action="attest-here" onPress={() => void send({ type: 'STAFF_ATTEST' })}>
        {text('staff-needed.attest')}
      </Button>
    );
  }
  if (!canAskStaff) return undefined;
  return (
    <Button kind="staff-main" action="call-staff" onPress={() => void send({ type: 'ASK_STAFF' })}>
      {text('staff-needed.call')}
    </Button>
  );
}

/** A trained officer has to look at the card before this can be submitted. */
function ByStaff({ screen }: { screen: StaffNeededScreen }): ReactNode {
  const terminal = useTerminal();
  const { text } = terminal;
  const words = screen.second === true ? 'second' : screen.reason === 'changed' ? 'changed' : null;
  return (
    <Page
      heading={text(words === null ? 'staff-needed.heading' : `staff-needed.${words}.heading`)}
      help={text(words === null ? 'staff-needed.help' : `staff-needed.${words}.help`)}
      actions={staffButton(terminal)}
    >
      <TrainingNote of={terminal.view.chrome.assist?.training} />
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

function wordsOf({ reason, onlyIamSmart, iamSmart, staff, second }: StaffNeededScreen) {
  if (second === true) return ['staff-needed.second.heading', 'staff-needed.second.help'] as const;
  if (iamSmart === 'offline') return ['staff-needed.offline.heading', 'staff-needed.offline.help'] as const;
  if (reason === 'changed' && staff)
    return ['staff-needed.changed.heading', 'staff-needed.changed.help'] as const;
  if (!onlyIamSmart) return ['staff-needed.choose.heading', 'staff-needed.choose.help'] as const;
  return staff
    ? (['staff-needed.heading', 'staff-needed.first.help'] as const)
    : (['staff-needed.only.heading', 'staff-needed.only.help'] as const);
}

/** More than one way, or another one than staff. */
function Ways({ screen }: { screen: StaffNeededScreen }): ReactNode {
  const terminal = useTerminal();
  const { view, text, send } = terminal;
  const { staff, iamSmart, prepare } = screen;
  const held = view.chrome.assist !== null;
  const [heading, help] = wordsOf(screen);
  return (
    <Page
      heading={text(heading)}
      help={text(help)}
      actions={held && staff ? staffButton(terminal) : undefined}
    >
      {iamSmart === 'offered' && !held && (
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
      {iamSmart === 'offered' && held && screen.second !== true && (
        <Note tone="amber">{text('staff-needed.not-by-staff')}</Note>
      )}
      {held && <TrainingNote of={view.chrome.assist.training} />}
      {held && screen.second === true && <Note tone="amber">{text('staff-needed.second.held')}</Note>}
      {staff && view.chrome.canAskStaff && (
        <ChoiceCard
          kind="button"
          action="call-staff"
          option="staff"
          icon="badge"
          label={text('staff-needed.by-staff')}
          help={text(screen.byTwo === true ? 'staff-needed.by-two-help' : 'staff-needed.by-staff-help')}
          chosen={false}
          onChoose={() => void send({ type: 'ASK_STAFF' })}
        />
      )}
      {prepare && (
        <ChoiceCard
          kind="button"
          action="prepare-only"
          option="prepare"
          icon="letter"
          label={text('staff-needed.without')}
          help={text('staff-needed.without-help')}
          chosen={false}
          onChoose={() => void send({ type: 'PREPARE_ONLY' })}
        />
      )}
    </Page>
  );
}
