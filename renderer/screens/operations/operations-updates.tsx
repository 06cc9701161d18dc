import type { ReactNode } from 'react';
import { UPDATE_WINDOW_STARTS, windowFrom } from '../../../domain/operations/update-window.ts';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import type { OverlayOf } from '../screen-of.ts';
import classes from './operations.module.css';

/** The hours in which a prepared update is taken up; choosing them does it. */
export function OperationsUpdates({ overlay }: { overlay: OverlayOf<'operations-updates'> }): ReactNode {
  const { text, send } = useTerminal();
  const { chosen, saving } = overlay;
  return (
    <Page
      dense
      ways="none"
      heading={text('operations-updates.heading')}
      help={text('operations-updates.help')}
      actions={
        saving ? undefined : (
          <Button kind="outline" action="staff-cancel" onPress={() => void send({ type: 'STAFF_CANCEL' })}>
            {text('operations.close')}
          </Button>
        )
      }
    >
      {saving ? (
        <Note tone="amber" icon="clock">
          {text('operations-take-out.saving')}
        </Note>
      ) : (
        <div className={classes.group}>
          {[...UPDATE_WINDOW_STARTS, null].map((from) => (
            <ChoiceCard
              key={from ?? 'never'}
              kind="button"
              action="choose-updates"
              option={from ?? 'never'}
              label={
                from === null
                  ? text('operations-updates.never')
                  : text('operations-updates.between', { ...windowFrom(from) })
              }
              chosen={(chosen?.from ?? null) === from}
              onChoose={() => void send({ type: 'CHOOSE_UPDATES', from })}
            />
          ))}
        </div>
      )}
    </Page>
  );
}
