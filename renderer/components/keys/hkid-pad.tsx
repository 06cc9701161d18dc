import type { ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import { Key } from './key.tsx';
import classes from './keys.module.css';
import { nextHkidKeys } from './hkid-entry.ts';
import { NumberPad } from './number-pad.tsx';

/** In the order of the alphabet: not everybody knows where a letter is on a keyboard. */
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

export interface HkidPadProps {
  readonly value: string;
  readonly onType: (character: string) => void;
  readonly onBackspace: () => void;
  readonly onClear: () => void;
}

/** Letters and digits for an identity card number; keys that cannot come next rest. */
export function HkidPad({ value, onType, onBackspace, onClear }: HkidPadProps): ReactNode {
  const { text } = useTerminal();
  const next = nextHkidKeys(value);
  return (
    <>
      <div className={classes.letters} role="group" aria-label={text('keyboard.letters')}>
        {LETTERS.map((letter) => (
          <Key
            key={letter}
            name={letter}
            disabled={!next.letters.includes(letter)}
            onPress={() => onType(letter)}
          >
            {letter}
          </Key>
        ))}
      </div>
      <NumberPad low disabled={!next.digits} onType={onType} onBackspace={onBackspace} onClear={onClear} />
    </>
  );
}
