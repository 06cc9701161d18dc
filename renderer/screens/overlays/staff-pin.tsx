import { useState, type ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Caret, DrawnField } from '../../components/keys/drawn-field.tsx';
import { NumberPad } from '../../components/keys/number-pad.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { usePhysicalKeys } from '../../input/use-physical-keys.ts';
import { useTerminal } from '../../terminal.ts';
import type { OverlayOf } from '../screen-of.ts';
import classes from './overlays.module.css';

/** Lengths the intent allows (domain/terminal/intent/intent.ts). */
const SHORTEST = 4;
const LONGEST = 12;

/** The PIN of staff whose badge was scanned: dots only, gone with the page, never in a draft. */
export function StaffPin({ overlay }: { overlay: OverlayOf<'staff-pin'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { refusal, checking, canSnooze } = overlay;
  const [pin, setPin] = useState('');
  const long = pin.length >= SHORTEST;
  const signIn = (): void => {
    if (!long || checking) return;
    // Gone from the page as soon as it is sent: a refused PIN is typed anew.
    setPin('');
    void send({ type: 'STAFF_PIN', pin });
  };
  const keys = {
    type: (digit: string) => {
      if (/^[0-9]$/.test(digit) && pin.length < LONGEST && !checking) setPin(pin + digit);
    },
    backspace: () => setPin(pin.slice(0, -1)),
    enter: signIn,
  };
  usePhysicalKeys(keys, true);
  return (
    <Page
      keys={<NumberPad onType={keys.type} onBackspace={keys.backspace} onClear={() => setPin('')} />}
      ways="none"
      heading={text('staff-pin.heading')}
      help={view.sessionId === null ? undefined : text('staff-pin.help')}
      actions={
        <>
          <Button narrow action="staff-cancel" onPress={() => void send({ type: 'STAFF_CANCEL' })}>
            {text('staff-pin.cancel')}
          </Button>
          <Button kind="main" action="staff-sign-in" quiet={!long} disabled={checking} onPress={signIn}>
            {text(checking ? 'staff-pin.checking' : 'staff-pin.sign-in')}
          </Button>
        </>
      }
    >
      <DrawnField label={text('staff-pin.field')} spoken={null} count={pin.length} wrong={refusal !== null}>
        <span className={classes.dots}>
          {Array.from(pin, (_digit, place) => (
            <span key={place} className={classes.dot} />
          ))}
        </span>
        <Caret />
      </DrawnField>
      {canSnooze && (
        <Button kind="staff" action="staff-snooze" onPress={() => void send({ type: 'STAFF_SNOOZE' })}>
          {text('staff-pin.snooze')}
        </Button>
      )}
      {refusal !== null && (
        <div role="alert" data-refusal={refusal}>
          <Note tone="red">{text(`staff.${refusal}`, { seconds: overlay.waitSeconds ?? 0 })}</Note>
        </div>
      )}
    </Page>
  );
}
