import type { ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import { Key } from './key.tsx';
import classes from './keys.module.css';
import { ANY_LETTER, type NextKeys } from './entry/next-keys.ts';
import { NumberPad } from './number-pad.tsx';

/** In the order of the alphabet: not everybody knows where a letter is on a keyboard. */
const LETTERS = Array.from(ANY_LETTER);

export interface LetterAndDigitPadProps {
  /** Keys that can come next; the others rest. */
  readonly next: NextKeys;
  readonly onType: (character: string) => void;
  readonly onBackspace: () => void;
  readonly onClear: () => void;
}

/** Letters and digits for numbers of a known shape: an identity card's, a reference, an enquiry code. */
export function LetterAndDigitPad({ next, onType, onBackspace, onClear }: LetterAndDigitPadProps): ReactNode {
  const { text } = useTerminal();
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
      <NumberPad low enabled={next.digits} onType={onType} onBackspace={onBackspace} onClear={onClear} />
    </>
  );
}
