import { useState, type ReactNode } from 'react';
import type { StaffPerson } from '../../../domain/terminal/ports/staff.ts';
import { Button } from '../../components/controls/button.tsx';
import { FactList, type Fact } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { type Terminal, useTerminal } from '../../terminal.ts';
import type { OverlayOf } from '../screen-of.ts';

/** Who may sign in here: a supervisor unlocks a PIN, or blocks a badge that was lost. Blocking asks once. */
export function StaffPeople({ overlay }: { overlay: OverlayOf<'staff-people'> }): ReactNode {
  const terminal = useTerminal();
  const { text, send } = terminal;
  const { people, self, change } = overlay;
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <Page
      dense
      ways="none"
      heading={text('staff-people.heading')}
      help={text('staff-people.help')}
      actions={
        asked === null ? (
          <Button kind="main" action="staff-cancel" onPress={() => void send({ type: 'STAFF_CANCEL' })}>
            {text('staff-people.close')}
          </Button>
        ) : (
          <>
            <Button action="keep-badge" onPress={() => setAsked(null)}>
              {text('staff-people.keep')}
            </Button>
            <Button
              kind="grave"
              action="block-badge-confirm"
              onPress={() => {
                setAsked(null);
                void send({ type: 'BLOCK_BADGE', staffId: asked });
              }}
            >
              {text('staff-people.block-confirm', { staffId: asked })}
            </Button>
          </>
        )
      }
    >
      {asked !== null && <Note tone="red">{text('staff-people.block-means', { staffId: asked })}</Note>}
      {asked === null && change !== null && (
        <div role="status" data-change={change}>
          <Note tone={change === 'done' ? 'green' : 'red'}>{text(`staff-people.${change}`)}</Note>
        </div>
      )}
      <FactList facts={people.map((person) => factOf(terminal, person, self, setAsked))} />
    </Page>
  );
}

function factOf(
  { text, send }: Terminal,
  { staffId, role, standing }: StaffPerson,
  self: string,
  ask: (staffId: string) => void,
): Fact {
  const own = staffId === self;
  const act = own ? undefined : standing === 'locked' ? (
    <Button
      kind="small"
      action="unlock"
      option={staffId}
      onPress={() => void send({ type: 'UNLOCK_STAFF', staffId })}
    >
      {text('staff-people.unlock')}
    </Button>
  ) : standing === 'active' ? (
    <Button kind="small" action="block-badge" option={staffId} onPress={() => ask(staffId)}>
      {text('staff-people.block')}
    </Button>
  ) : undefined;
  return {
    key: staffId,
    name: `${staffId} ${text(`role.${role}`)}`,
    value: own ? text('staff-people.self') : text(`staff-people.standing.${standing}`),
    none: standing === 'inactive',
    act,
  };
}
