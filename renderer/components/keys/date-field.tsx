import type { ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import classes from './date-field.module.css';
import { Caret, Ghost } from './drawn-field.tsx';
import { dateParts, type DateEntry } from './entry/date-entry.ts';

export interface DateFieldProps {
  readonly label: string;
  readonly entry: DateEntry;
  readonly wrong: boolean;
}

/** A date while it is typed: day, month and year apart, in the order of Hong Kong's papers. */
export function DateField({ label, entry, wrong }: DateFieldProps): ReactNode {
  const { text } = useTerminal();
  const parts = dateParts(entry);
  const typing = parts.find(({ digits, length }) => digits.length < length)?.part;
  return (
    <div className={classes.parts} data-wrong={wrong || undefined} data-field="">
      <p className="unseen" role="status">
        {label} {entry.digits === '' ? text('field.empty') : parts.map((part) => part.digits).join(' ')}
      </p>
      {parts.map(({ part, digits, length }) => (
        <div
          key={part}
          className={classes.part}
          data-part={part}
          data-typing={part === typing || undefined}
          aria-hidden="true"
        >
          <span className={classes.label}>{text(`question.date-of-birth.${part}`)}</span>
          <span className={classes.digits}>
            {digits}
            {part === typing && <Caret />}
            <Ghost>{'–'.repeat(length - digits.length)}</Ghost>
          </span>
        </div>
      ))}
    </div>
  );
}
