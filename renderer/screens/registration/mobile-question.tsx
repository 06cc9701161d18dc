import type { ReactNode } from 'react';
import { Caret, DrawnField, Ghost } from '../../components/keys/drawn-field.tsx';
import { NumberPad } from '../../components/keys/number-pad.tsx';
import { useField } from '../../input/use-field.ts';
import { usePhysicalKeys } from '../../input/use-physical-keys.ts';
import { useTerminal } from '../../terminal.ts';
import { groupedMobile } from '../../text/values.ts';
import type { ScreenOf } from '../screen-of.ts';
import { QuestionPage } from './question-page.tsx';

/** Hong Kong numbers have eight digits. */
const LENGTH = 8;

/** Mobile number, or the same once more; read back as 9123 4567. */
export function MobileQuestion({ screen }: { screen: ScreenOf<'question'> }): ReactNode {
  const { view, text } = useTerminal();
  const field = useField(screen.value);
  const { value } = field;
  const step = screen.step === 'mobile-again' ? 'mobile-again' : 'mobile';
  const keys = {
    type: (digit: string) => {
      if (/^[0-9]$/.test(digit) && value.length < LENGTH) field.change(value + digit);
    },
    backspace: () => field.change(value.slice(0, -1)),
    enter: () => field.answer(),
  };
  usePhysicalKeys(keys, view.overlay === null);
  const open = '–––– ––––'.slice(groupedMobile(value).length);
  return (
    <QuestionPage
      keys={<NumberPad onType={keys.type} onBackspace={keys.backspace} onClear={() => field.change('')} />}
      screen={screen}
      field={field}
      incomplete={value.length < LENGTH}
      onContinue={() => field.answer()}
    >
      <DrawnField
        label={text(`question.${step}.field`)}
        spoken={Array.from(value).join(' ')}
        count={value.length}
        wrong={screen.error !== null}
        before="+852"
      >
        {groupedMobile(value)}
        {value.length < LENGTH && <Caret />}
        <Ghost>{open}</Ghost>
      </DrawnField>
    </QuestionPage>
  );
}
