import type { ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import { Icon } from '../pictures/icons.tsx';
import { Key } from './key.tsx';
import classes from './keys.module.css';
import type { LatinKeyboardProps } from './latin-keyboard-props.ts';
import { PagedKeyboard } from './paged-keyboard.tsx';

const DIGITS = Array.from('1234567890');
const ROWS = [Array.from('QWERTYUIOP'), Array.from('ASDFGHJKL'), Array.from('ZXCVBNM')] as const;

/**
 * English letters as on every keyboard, with what this field needs besides. Names and addresses in capitals, as on
 * the card and on letters; e-mail in small letters. Endings of e-mail addresses favour nobody's service.
 */
export function LatinKeyboard(props: LatinKeyboardProps): ReactNode {
  const { view } = useTerminal();
  // A van's display is low, its people wear gloves.
  return view.chrome.van === undefined ? <WholeKeyboard {...props} /> : <PagedKeyboard {...props} />;
}

function WholeKeyboard({ layout, onType, onBackspace, onClear, onNextLine }: LatinKeyboardProps): ReactNode {
  const { text } = useTerminal();
  const small = layout === 'email';
  const typing = (character: string, span?: 2 | 3 | 4 | 5): ReactNode => (
    <Key
      key={character}
      name={character}
      {...(span === undefined ? {} : { span })}
      onPress={() => onType(character)}
    >
      {character}
    </Key>
  );
  const letter = (name: string): ReactNode => typing(small ? name.toLowerCase() : name);
  const backspace = (
    <Key name="backspace" tinted span={3} label={text('key.backspace')} onPress={onBackspace}>
      <Icon name="backspace" />
    </Key>
  );
  const clear = (
    <Key name="clear" tinted span={layout === 'address' ? 3 : 4} onPress={onClear}>
      {text('key.clear')}
    </Key>
  );
  const space = (
    <Key name="space" span={5} onPress={() => onType(' ')}>
      {text('key.space')}
    </Key>
  );
  return (
    <div className={classes.keyboard} role="group" aria-label={text('keyboard.letters')}>
      {layout !== 'name' && <div className={classes.row}>{DIGITS.map((digit) => typing(digit))}</div>}
      <div className={classes.row}>{ROWS[0].map(letter)}</div>
      <div className={classes.row}>{ROWS[1].map(letter)}</div>
      <div className={classes.row}>
        {ROWS[2].map(letter)}
        {backspace}
      </div>
      {layout === 'name' && (
        <div className={classes.row}>
          {clear}
          {space}
          {typing('-', 2)}
          {typing("'", 2)}
        </div>
      )}
      {layout === 'email' && (
        <>
          <div className={classes.row}>
            {typing('@', 3)}
            {['.', '_', '-', '+'].map((sign) => typing(sign))}
          </div>
          <div className={classes.row}>
            {clear}
            {typing('.com', 3)}
            {typing('.hk', 3)}
            {typing('.com.hk', 4)}
          </div>
        </>
      )}
      {layout === 'address' && (
        <div className={classes.row}>
          {clear}
          {space}
          {[',', '/', '-'].map((sign) => typing(sign))}
          {onNextLine === undefined ? (
            // One line is often a company's name: "(Hong Kong)", "& Sons".
            ['(', ')', '&'].map((sign) => typing(sign))
          ) : (
            <Key name="next-line" tinted span={4} onPress={onNextLine}>
              {text('key.next-line')}
            </Key>
          )}
        </div>
      )}
    </div>
  );
}
