import { useState, type ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import { Icon } from '../pictures/icons.tsx';
import { Key } from './key.tsx';
import classes from './keys.module.css';
import type { LatinKeyboardProps } from './latin-keyboard-props.ts';

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const DIGITS = Array.from('1234567890');
const SIGNS: Readonly<Record<LatinKeyboardProps['layout'], readonly string[]>> = {
  name: ['-', "'"],
  email: ['@', '.', '_', '-', '+', '.com', '.hk', '.com.hk'],
  address: [',', '/', '-', '(', ')', '&'],
};

/**
 * The keyboard of a low, wide display: fewer keys at a time, each as large as a glove needs, letters in the order of the
 * alphabet; digits and signs are the other page of it.
 */
export function PagedKeyboard({
  layout,
  onType,
  onBackspace,
  onClear,
  onNextLine,
}: LatinKeyboardProps): ReactNode {
  const { text } = useTerminal();
  const [page, setPage] = useState<'letters' | 'digits'>('letters');
  const small = layout === 'email';
  const shown =
    page === 'letters'
      ? LETTERS.map((letter) => (small ? letter.toLowerCase() : letter))
      : [...(layout === 'name' ? [] : DIGITS), ...SIGNS[layout]];
  return (
    <div
      className={classes.paged}
      role="group"
      aria-label={text(page === 'letters' ? 'keyboard.letters' : 'keyboard.digits')}
    >
      {shown.map((character) => (
        <Key
          key={character}
          name={character}
          {...(character.length > 1 ? { span: 2 as const } : {})}
          onPress={() => onType(character)}
        >
          {character}
        </Key>
      ))}
      <Key name="backspace" tinted span={2} label={text('key.backspace')} onPress={onBackspace}>
        <Icon name="backspace" />
      </Key>
      <Key
        name="other-page"
        tinted
        span={2}
        onPress={() => setPage(page === 'letters' ? 'digits' : 'letters')}
      >
        {page === 'letters' ? (layout === 'name' ? "- '" : '123') : small ? 'abc' : 'ABC'}
      </Key>
      <Key name="space" span={onNextLine === undefined ? 3 : 2} onPress={() => onType(' ')}>
        {text('key.space')}
      </Key>
      {onNextLine !== undefined && (
        <Key name="next-line" tinted span={2} onPress={onNextLine}>
          {text('key.next-line')}
        </Key>
      )}
      <Key name="clear" tinted span={2} onPress={onClear}>
        {text('key.clear')}
      </Key>
    </div>
  );
}
