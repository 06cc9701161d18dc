import type { ReactNode } from 'react';
import { usePress } from '../../input/press.ts';
import { useToolName } from '../controls/covered.ts';
import classes from './keys.module.css';

export interface KeyProps {
  /** The character, or `backspace`, `clear`, `space`, `next-line`. */
  readonly name: string;
  readonly onPress: () => void;
  readonly label?: string;
  /** Tinted: does something instead of typing a character. */
  readonly tinted?: boolean;
  readonly disabled?: boolean;
  /** How many ordinary keys wide. */
  readonly span?: 2 | 3 | 4 | 5;
  readonly children: ReactNode;
}

/** One key. It never takes the caret away from a text box. */
export function Key({ name, onPress, label, tinted, disabled, span, children }: KeyProps): ReactNode {
  const press = usePress(
    () => {
      if (disabled !== true) onPress();
    },
    { keepFocus: true },
  );
  return (
    <button
      type="button"
      className={classes.key}
      data-key={useToolName(name)}
      data-tinted={tinted || undefined}
      data-span={span}
      aria-label={label}
      disabled={disabled}
      {...press}
    >
      {children}
    </button>
  );
}
