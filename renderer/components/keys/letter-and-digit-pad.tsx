import { useState, type ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import { Icon } from '../pictures/icons.tsx';
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
  const { view, text } = useTerminal();
  // Not both fit on a van's low display: the page of what comes next, and where both may, letters first.
  const paged = view.chrome.van !== undefined;
  const [wantsDigits, setWantsDigits] = useState(false);
  const either = next.letters !== '' && next.digits !== '';
  const digits = next.letters === '' || (either && wantsDigits);
  const turn = either && (
    <Key name="other-page" tinted span={3} onPress={() => setWantsDigits(!digits)}>
      {digits ? 'ABC' : '123'}
    </Key>
  );
  if (paged && digits) {
    return (
      <>
        <NumberPad low enabled={next.digits} onType={onType} onBackspace={onBackspace} onClear={onClear} />
        {turn}
      </>
    );
  }
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
        {paged && (
          <Key name="backspace" tinted label={text('key.backspace')} onPress={onBackspace}>
            <Icon name="backspace" />
          </Key>
        )}
      </div>
      {paged ? (
        turn
      ) : (
        <NumberPad low enabled={next.digits} onType={onType} onBackspace={onBackspace} onClear={onClear} />
      )}
    </>
  );
}
