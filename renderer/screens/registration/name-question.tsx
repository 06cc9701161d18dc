import { useRef, type ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { LatinKeyboard } from '../../components/keys/latin-keyboard.tsx';
import { TextField } from '../../components/keys/text-field.tsx';
import { useTextBox } from '../../components/keys/use-text-box.ts';
import { useField } from '../../input/use-field.ts';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import { QuestionPage } from './question-page.tsx';
import classes from './questions.module.css';

/** Surname; given names with the way out for people of a single name; a former name, or none after all. */
export function NameQuestion({ screen }: { screen: ScreenOf<'question'> }): ReactNode {
  const { text } = useTerminal();
  const field = useField(screen.value);
  const input = useRef<HTMLInputElement>(null);
  const keys = useTextBox(input, field.value, field.change);
  const step = screen.step === 'given-names' || screen.step === 'former-name' ? screen.step : 'surname';
  return (
    <QuestionPage
      keys={
        <LatinKeyboard layout="name" onType={keys.type} onBackspace={keys.backspace} onClear={keys.clear} />
      }
      screen={screen}
      field={field}
      incomplete={field.value.trim() === ''}
      onContinue={() => field.answer()}
    >
      <TextField
        label={text(`question.${step}.field`)}
        ref={input}
        value={field.value}
        wrong={screen.error !== null}
        onChange={(value) => field.change(value)}
        onComposing={field.composing}
        onEnter={() => field.answer()}
      />
      {step !== 'surname' && (
        <div className={classes.aside}>
          <Button
            kind="small"
            action={step === 'former-name' ? 'no-former-name' : 'single-name'}
            onPress={() => {
              field.change('');
              field.answer('');
            }}
          >
            {text(step === 'former-name' ? 'question.former-name.none' : 'question.given-names.single')}
          </Button>
        </div>
      )}
    </QuestionPage>
  );
}
