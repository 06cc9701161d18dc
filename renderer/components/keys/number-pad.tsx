import type { ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import { Icon } from '../pictures/icons.tsx';
import { Key } from './key.tsx';
import classes from './keys.module.css';
import { ANY_DIGIT } from './entry/next-keys.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export interface NumberPadProps {
  readonly onType: (digit: string) => void;
  readonly onBackspace: () => void;
  readonly onClear: () => void;
  /** Digits that can be typed now; all of them unless given. */
  readonly enabled?: string;
  /** Keys at the least height the look allows, where the page needs the room. */
  readonly low?: boolean;
  /** Words of a key for the decimal point, under the others; no such key unless given. */
  readonly point?: string;
}

/** Ten digits as on a telephone, *clear* and *delete one*; for money also the point. */
export function NumberPad({
  onType,
  onBackspace,
  onClear,
  enabled = ANY_DIGIT,
  low,
  point,
}: NumberPadProps): ReactNode {
  const { text } = useTerminal();
  const digit = (name: string): ReactNode => (
    <Key key={name} name={name} disabled={!enabled.includes(name)} onPress={() => onType(name)}>
      {name}
    </Key>
  );
  return (
    <div
      className={classes.pad}
      data-low={low || undefined}
      role="group"
      aria-label={text('keyboard.digits')}
    >
      {DIGITS.map(digit)}
      <Key name="clear" tinted onPress={onClear}>
        {text('key.clear')}
      </Key>
      {digit('0')}
      <Key name="backspace" tinted label={text('key.backspace')} onPress={onBackspace}>
        <Icon name="backspace" />
      </Key>
      {point !== undefined && (
        <Key name="." tinted span={3} disabled={!enabled.includes('.')} onPress={() => onType('.')}>
          {point}
        </Key>
      )}
    </div>
  );
}
