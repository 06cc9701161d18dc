import { useState, type ReactNode } from 'react';
import { NEW_PIN_DIGITS } from '../../../domain/identity/new-pin.ts';
import { Button } from '../../components/controls/button.tsx';
import { Caret, DrawnField } from '../../components/keys/drawn-field.tsx';
import { NumberPad } from '../../components/keys/number-pad.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { usePhysicalKeys } from '../../input/use-physical-keys.ts';
import { useTerminal } from '../../terminal.ts';
import type { OverlayOf } from '../screen-of.ts';
import classes from './overlays.module.css';

const { least, most } = NEW_PIN_DIGITS;

/** A new PIN, then the same again: dots only, both gone with the page, never in a draft. */
export function StaffNewPin({ overlay }: { overlay: OverlayOf<'staff-new-pin'> }): ReactNode {
  const { text, send } = useTerminal();
  const { start, refusal, saving } = overlay;
  const [first, setFirst] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const long = typed.length >= least;
  const go = (): void => {
    if (!long || saving) return;
    setTyped('');
    if (first === null) {
      setFirst(typed);
      return;
    }
    // Whatever is wrong with it, it is typed anew from the beginning.
    setFirst(null);
    void send({ type: 'NEW_PIN', pin: first, again: typed });
  };
  const keys = {
    type: (digit: string) => {
      if (/^[0-9]$/.test(digit) && typed.length < most && !saving) setTyped(typed + digit);
    },
    backspace: () => setTyped(typed.slice(0, -1)),
    enter: go,
  };
  usePhysicalKeys(keys, true);
  const again = first !== null;
  return (
    <Page
      keys={<NumberPad onType={keys.type} onBackspace={keys.backspace} onClear={() => setTyped('')} />}
      ways="none"
      heading={text(again ? 'new-pin.again' : 'new-pin.heading')}
      help={text(start && !again ? 'new-pin.start' : 'new-pin.help', { least })}
      actions={
        <>
          <Button narrow action="staff-cancel" onPress={() => void send({ type: 'STAFF_CANCEL' })}>
            {text('staff-pin.cancel')}
          </Button>
          <Button kind="main" action="new-pin" quiet={!long} disabled={saving} onPress={go}>
            {text(saving ? 'new-pin.saving' : again ? 'new-pin.save' : 'new-pin.next')}
          </Button>
        </>
      }
    >
      <DrawnField
        label={text('new-pin.field')}
        spoken={null}
        count={typed.length}
        wrong={refusal !== null && !again}
      >
        <span className={classes.dots}>
          {Array.from(typed, (_digit, place) => (
            <span key={place} className={classes.dot} />
          ))}
        </span>
        <Caret />
      </DrawnField>
      {refusal !== null && !again && (
        <div role="alert" data-refusal={refusal}>
          <Note tone="red">{text(`new-pin.${refusal}`)}</Note>
        </div>
      )}
    </Page>
  );
}
