import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Caret, DrawnField, Ghost } from '../../components/keys/drawn-field.tsx';
import { ANY_DIGIT, ANY_LETTER, NO_KEYS, typeInto } from '../../components/keys/entry/next-keys.ts';
import { LetterAndDigitPad } from '../../components/keys/letter-and-digit-pad.tsx';
import { Page } from '../../components/page/page.tsx';
import { Problem } from '../../components/page/problem.tsx';
import { useField } from '../../input/use-field.ts';
import { usePhysicalKeys } from '../../input/use-physical-keys.ts';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';

/** A letter and three digits. */
const WHOLE = 4;

/** The number on the ticket in the member's hand. */
export function StationTicket({ screen }: { screen: ScreenOf<'station-ticket'> }): ReactNode {
  const { view, text } = useTerminal();
  const field = useField(screen.value);
  const { value } = field;
  const next =
    value === ''
      ? { ...NO_KEYS, letters: ANY_LETTER }
      : value.length < WHOLE
        ? { ...NO_KEYS, digits: ANY_DIGIT }
        : NO_KEYS;
  const keys = {
    type: (character: string) => field.change(typeInto(value, character, next)),
    backspace: () => field.change(value.slice(0, -1)),
    enter: () => field.answer(),
  };
  usePhysicalKeys(keys, view.overlay === null);
  return (
    <Page
      dense
      heading={text('station.ticket.heading')}
      help={text('station.ticket.help')}
      keys={
        <>
          <DrawnField
            label={text('station.ticket.field')}
            spoken={Array.from(value).join(' ')}
            count={value.length}
            wrong={screen.error !== null}
          >
            {value}
            {value.length < WHOLE && <Caret />}
            <Ghost>{'_'.repeat(Math.max(0, WHOLE - value.length))}</Ghost>
          </DrawnField>
          <LetterAndDigitPad
            next={next}
            onType={keys.type}
            onBackspace={keys.backspace}
            onClear={() => field.change('')}
          />
        </>
      }
      actions={
        <Button kind="main" action="call-typed" quiet={value.length < 2} onPress={() => field.answer()}>
          {text('station.ticket.call')}
        </Button>
      }
    >
      {screen.error !== null && (
        <Problem code={screen.error} words={text('station.ticket.wrong')} answers={field.answers} />
      )}
    </Page>
  );
}
