import { useState, type ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import { Icon } from '../pictures/icons.tsx';
import { useToolName } from './covered.ts';
import classes from './hold-to-show.module.css';

/** The full number, on the page only while the button is held: nobody passing by reads it. */
export function HoldToShow({ number }: { number: string }): ReactNode {
  const { text, send } = useTerminal();
  const [held, setHeld] = useState(false);
  const release = (): void => setHeld(false);
  const hold = (): void => {
    // A key that stays down repeats; it is one hold.
    if (held) return;
    setHeld(true);
    void send({ type: 'NUMBER_SHOWN' });
  };
  return (
    <div className={classes.holder}>
      <p className={classes.number} data-held={held || undefined} role="status">
        {held ? number : text('attest.number.hidden')}
      </p>
      <button
        type="button"
        className={classes.button}
        data-action={useToolName('hold-to-show')}
        data-pressed={held || undefined}
        onPointerDown={(event) => {
          if (event.button === 0) hold();
        }}
        onPointerUp={release}
        onPointerCancel={release}
        onPointerLeave={release}
        onBlur={release}
        onKeyDown={(event) => {
          if (event.key === ' ' || event.key === 'Enter') hold();
        }}
        onKeyUp={release}
      >
        <Icon name="eye" />
        {text('attest.number.hold')}
      </button>
    </div>
  );
}
