import type { ReactNode } from 'react';
import { MOBILE_CODE_DIGITS } from '../../../domain/identity/proof/mobile-code.ts';
import { Button } from '../../components/controls/button.tsx';
import { Caret, DrawnField, Ghost } from '../../components/keys/drawn-field.tsx';
import { NumberPad } from '../../components/keys/number-pad.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { Aside, Problem } from '../../components/page/problem.tsx';
import { useField } from '../../input/use-field.ts';
import { usePhysicalKeys } from '../../input/use-physical-keys.ts';
import { useTerminal } from '../../terminal.ts';
import { groupedMobile } from '../../text/values.ts';
import type { ScreenOf } from '../screen-of.ts';
import classes from './mobile-code.module.css';

/** The code from the message, and the ways on for whom none came: they are always there. */
export function MobileCode({ screen }: { screen: ScreenOf<'mobile-code'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const field = useField(screen.value);
  const { value } = field;
  const { error } = screen;
  const keys = {
    type: (digit: string) => {
      if (/^[0-9]$/.test(digit) && value.length < MOBILE_CODE_DIGITS) field.change(value + digit);
    },
    backspace: () => field.change(value.slice(0, -1)),
    enter: () => field.answer(),
  };
  usePhysicalKeys(keys, view.overlay === null);
  return (
    <Page
      heading={text('mobile-code.heading')}
      keys={<NumberPad onType={keys.type} onBackspace={keys.backspace} onClear={() => field.change('')} />}
      actions={
        <Button
          kind="main"
          action="continue"
          quiet={value.length < MOBILE_CODE_DIGITS}
          onPress={() => field.answer()}
        >
          {text('frame.continue')}
        </Button>
      }
    >
      {error !== null && (
        <Problem code={error} words={text(`error.${error}`)} answers={field.answers + screen.attempt} />
      )}
      {error === null && screen.sentAgain && <Note tone="teal">{text('mobile-code.sent-again')}</Note>}
      <DrawnField
        label={text('mobile-code.field')}
        spoken={Array.from(value).join(' ')}
        count={value.length}
        wrong={error !== null}
      >
        {value}
        {value.length < MOBILE_CODE_DIGITS && <Caret />}
        <Ghost>{'–'.repeat(MOBILE_CODE_DIGITS - value.length)}</Ghost>
      </DrawnField>
      {error === null && !screen.sentAgain && (
        <Aside>{text('mobile-code.help', { mobile: groupedMobile(screen.mobile) })}</Aside>
      )}
      <div className={classes.ways}>
        <Button kind="small" action="type-again" onPress={() => void send({ type: 'TYPE_NUMBER' })}>
          {text('mobile-code.none')}
        </Button>
        {screen.canSendAgain && (
          <Button kind="small" action="send-again" onPress={() => void send({ type: 'RETRY' })}>
            {text('mobile-code.again')}
          </Button>
        )}
      </div>
    </Page>
  );
}
