import { useRef, type ReactNode } from 'react';
import { LatinKeyboard } from '../../components/keys/latin-keyboard.tsx';
import { TextField } from '../../components/keys/text-field.tsx';
import { useTextBox } from '../../components/keys/use-text-box.ts';
import { useField } from '../../input/use-field.ts';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import { QuestionPage } from './question-page.tsx';

/** E-mail address; the keyboard has what such addresses need. */
export function EmailQuestion({ screen }: { screen: ScreenOf<'question'> }): ReactNode {
  const { text } = useTerminal();
  const field = useField(screen.value);
  const input = useRef<HTMLInputElement>(null);
  const keys = useTextBox(input, field.value, field.change);
  return (
    <QuestionPage
      keys={
        <LatinKeyboard layout="email" onType={keys.type} onBackspace={keys.backspace} onClear={keys.clear} />
      }
      screen={screen}
      field={field}
      incomplete={!field.value.includes('@')}
      onContinue={() => field.answer()}
    >
      <TextField
        label={text('question.email.field')}
        ref={input}
        value={field.value}
        wrong={screen.error !== null}
        onChange={field.change}
        onComposing={field.composing}
        onEnter={() => field.answer()}
      />
    </QuestionPage>
  );
}
