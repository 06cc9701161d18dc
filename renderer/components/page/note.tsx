import type { ReactNode } from 'react';
import { Disc, type IconName, type Tone } from '../pictures/icons.tsx';
import classes from './page.module.css';

const ICONS: Readonly<Record<Tone, IconName>> = {
  teal: 'info',
  amber: 'info',
  blue: 'tray',
  green: 'check',
  red: 'warning',
};

/** A boxed remark. Red only when something must be done; then it is read out at once. */
export function Note({
  tone,
  icon,
  children,
}: {
  tone: Tone;
  icon?: IconName;
  children: ReactNode;
}): ReactNode {
  return (
    <div className={classes.note} data-tone={tone}>
      <Disc name={icon ?? ICONS[tone]} tone={tone} />
      <div className={classes.words}>{children}</div>
    </div>
  );
}

/** Short promises, each with its tick. */
export function Promises({ lines }: { lines: readonly string[] }): ReactNode {
  return (
    <ul className={classes.promises}>
      {lines.map((line) => (
        <li key={line}>
          <Disc name="check" tone="teal" />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
}
