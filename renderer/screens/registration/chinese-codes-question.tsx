import type { ReactNode } from 'react';
import { MOST_CHARACTERS } from '../../../domain/registration/ccc/ccc.ts';
import { Button } from '../../components/controls/button.tsx';
import { Caret, DrawnField, Ghost } from '../../components/keys/drawn-field.tsx';
import { NumberPad } from '../../components/keys/number-pad.tsx';
import { useField } from '../../input/use-field.ts';
import { usePhysicalKeys } from '../../input/use-physical-keys.ts';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import { QuestionPage } from './question-page.tsx';
import classes from './questions.module.css';

/** In groups of four, as they stand under the name on the card. */
function grouped(digits: string): string {
  return (digits.match(/\d{1,4}/g) ?? []).join(' ');
}

/** The four-digit codes of a Chinese name, or that the card has none. */
export function ChineseCodesQuestion({ screen }: { screen: ScreenOf<'question'> }): ReactNode {
  const { view, text } = useTerminal();
  const field = useField(screen.value);
  const digits = field.value.replace(/\D/g, '');
  const keys = {
    type: (digit: string) => {
      if (/^[0-9]$/.test(digit) && digits.length < 4 * MOST_CHARACTERS) field.change(digits + digit);
    },
    backspace: () => field.change(digits.slice(0, -1)),
    enter: () => field.answer(),
  };
  usePhysicalKeys(keys, view.overlay === null);
  const open = '–'.repeat(digits.length % 4 === 0 && digits !== '' ? 0 : 4 - (digits.length % 4));
  return (
    <QuestionPage
      keys={
        <NumberPad low onType={keys.type} onBackspace={keys.backspace} onClear={() => field.change('')} />
      }
      screen={screen}
      field={field}
      incomplete={digits === '' || digits.length % 4 !== 0}
      onContinue={() => {
        // Nothing keyed is not the same as a card without a Chinese name: that is said with its own button.
        field.answer(digits === '' ? '-' : digits);
      }}
    >
      <DrawnField
        label={text('question.chinese-codes.field')}
        spoken={Array.from(digits).join(' ')}
        count={digits.length}
        wrong={screen.error !== null}
      >
        {grouped(digits)}
        <Caret />
        <Ghost>{open}</Ghost>
      </DrawnField>
      <div className={classes.aside}>
        <Button
          kind="small"
          action="no-chinese-name"
          onPress={() => {
            field.change('');
            field.answer('');
          }}
        >
          {text('question.chinese-codes.none')}
        </Button>
      </div>
    </QuestionPage>
  );
}
