import type { ReactNode } from 'react';
import type { PrefillBar } from '../../../domain/terminal/view/van-view.ts';
import { useTerminal } from '../../terminal.ts';
import classes from './frame.module.css';

/** What was read and is used, in contrast to a code that fills in nothing. */
const GOES_ON = new Set(['qr-held', 'qr-used', 'qr-twice', 'qr-nothing-open']);

/** In a van: what a code says that was just held before the scanner. */
export function PrefillLine({ note }: { note: NonNullable<PrefillBar['note']> }): ReactNode {
  const { text } = useTerminal();
  return (
    <p
      className={classes.prefill}
      role="status"
      data-prefill={note}
      data-tone={GOES_ON.has(note) ? 'teal' : 'amber'}
    >
      {text(`prefill.note.${note}`)}
    </p>
  );
}
