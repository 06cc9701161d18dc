import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Caret, DrawnField, Ghost } from '../../components/keys/drawn-field.tsx';
import { hkidParts, isWholeHkid, nextHkidKeys, typeHkid } from '../../components/keys/entry/hkid-entry.ts';
import { LetterAndDigitPad } from '../../components/keys/letter-and-digit-pad.tsx';
import { Page } from '../../components/page/page.tsx';
import { Aside, Problem } from '../../components/page/problem.tsx';
import { useField } from '../../input/use-field.ts';
import { usePhysicalKeys } from '../../input/use-physical-keys.ts';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';

/** The number as it grows, with its brackets and the places still open. */
function HkidSoFar({ value }: { value: string }): ReactNode {
  const { prefix, digits, check } = hkidParts(value);
  const letterOpen = prefix === '';
  const next = <Caret />;
  return (
    <>
      {prefix}
      {letterOpen && next}
      {letterOpen && <Ghost>–</Ghost>}
      <Ghost> </Ghost>
      {digits}
      {!letterOpen && digits.length < 6 && next}
      <Ghost>{'–'.repeat(6 - digits.length)}</Ghost>
      <Ghost> (</Ghost>
      {check}
      {digits.length === 6 && check === '' && next}
      {check === '' && <Ghost>–</Ghost>}
      <Ghost>)</Ghost>
    </>
  );
}

/** Typing the number because the reader could not read it. */
export function TypedNumber({ screen }: { screen: ScreenOf<'typed-number'> }): ReactNode {
  const { view, text } = useTerminal();
  const field = useField(screen.value);
  const { value } = field;
  const keys = {
    type: (character: string) => field.change(typeHkid(value, character)),
    backspace: () => field.change(value.slice(0, -1)),
    enter: () => field.answer(),
  };
  usePhysicalKeys(keys, view.overlay === null);
  return (
    <Page
      keys={
        <>
          <DrawnField
            label={text('typed-number.field')}
            spoken={Array.from(value).join(' ')}
            count={value.length}
            wrong={screen.error !== null}
          >
            <HkidSoFar value={value} />
          </DrawnField>
          <LetterAndDigitPad
            next={nextHkidKeys(value)}
            onType={keys.type}
            onBackspace={keys.backspace}
            onClear={() => field.change('')}
          />
        </>
      }
      dense
      heading={text('typed-number.heading')}
      actions={
        <Button kind="main" action="continue" quiet={!isWholeHkid(value)} onPress={() => field.answer()}>
          {text('typed-number.continue')}
        </Button>
      }
    >
      {screen.error === null ? (
        <Aside>{text('typed-number.help')}</Aside>
      ) : (
        <Problem code={screen.error} words={text(`error.${screen.error}`)} answers={field.answers} />
      )}
    </Page>
  );
}
