import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Caret, DrawnField, Ghost } from '../../components/keys/drawn-field.tsx';
import {
  ENQUIRY_CODE_LENGTH,
  nextEnquiryCodeKeys,
  typeEnquiryCode,
} from '../../components/keys/entry/enquiry-code-entry.ts';
import { LetterAndDigitPad } from '../../components/keys/letter-and-digit-pad.tsx';
import type { NextKeys } from '../../components/keys/entry/next-keys.ts';
import {
  isWholeReference,
  nextReferenceKeys,
  referenceParts,
  typeReference,
} from '../../components/keys/entry/reference-entry.ts';
import { Page } from '../../components/page/page.tsx';
import { Aside, Problem } from '../../components/page/problem.tsx';
import { useField } from '../../input/use-field.ts';
import { usePhysicalKeys } from '../../input/use-physical-keys.ts';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';

interface Typed {
  readonly next: (value: string) => NextKeys;
  readonly type: (value: string, character: string) => string;
  readonly isWhole: (value: string) => boolean;
  readonly draw: (value: string) => ReactNode;
}

/** Caret and open places of one group of characters; the caret stands in the group that is being typed. */
function Places({ typed, of, current }: { typed: string; of: number; current: boolean }): ReactNode {
  return (
    <>
      {typed}
      {current && <Caret />}
      <Ghost>{'_'.repeat(Math.max(0, of - typed.length))}</Ghost>
    </>
  );
}

const REFERENCE: Typed = {
  next: nextReferenceKeys,
  type: typeReference,
  isWhole: isWholeReference,
  draw: (value) => {
    const { terminal, letters, digits, check } = referenceParts(value);
    const inTerminal = terminal.length < 5;
    return (
      <>
        <Places typed={terminal} of={5} current={inTerminal} />
        <Ghost>-</Ghost>
        <Places typed={letters + digits} of={5} current={!inTerminal && digits.length < 4} />
        <Ghost>-</Ghost>
        <Places typed={check} of={1} current={digits.length >= 4 && check === ''} />
      </>
    );
  },
};

const CODE: Typed = {
  next: nextEnquiryCodeKeys,
  type: typeEnquiryCode,
  isWhole: (value) => value.length === ENQUIRY_CODE_LENGTH,
  draw: (value) => (
    <>
      <Places typed={value.slice(0, 4)} of={4} current={value.length < 4} />
      <Ghost> </Ghost>
      <Places
        typed={value.slice(4)}
        of={4}
        current={value.length >= 4 && value.length < ENQUIRY_CODE_LENGTH}
      />
    </>
  ),
};

type TypedScreen = ScreenOf<'enquiry-reference' | 'enquiry-code'>;

function EnquiryTyped({ screen, typed, act }: { screen: TypedScreen; typed: Typed; act: string }): ReactNode {
  const { view, text } = useTerminal();
  // Hyphens and spaces are drawn, not typed.
  const field = useField(screen.value.replaceAll(/[\s-]/g, ''));
  const { value } = field;
  const { id, error } = screen;
  const keys = {
    type: (character: string) => field.change(typed.type(value, character)),
    backspace: () => field.change(value.slice(0, -1)),
    enter: () => field.answer(),
  };
  usePhysicalKeys(keys, view.overlay === null);
  return (
    <Page
      dense
      heading={text(`${id}.heading`)}
      keys={
        <>
          <DrawnField
            label={text(`${id}.field`)}
            spoken={Array.from(value).join(' ')}
            count={value.length}
            wrong={error !== null}
          >
            {typed.draw(value)}
          </DrawnField>
          <LetterAndDigitPad
            next={typed.next(value)}
            onType={keys.type}
            onBackspace={keys.backspace}
            onClear={() => field.change('')}
          />
        </>
      }
      actions={
        <Button kind="main" action="continue" quiet={!typed.isWhole(value)} onPress={() => field.answer()}>
          {act}
        </Button>
      }
    >
      {error === null ? (
        <Aside>{text(`${id}.help`)}</Aside>
      ) : (
        <Problem code={error} words={text(`error.${error}`)} answers={field.answers} />
      )}
    </Page>
  );
}

/** The number that was told when something was left. */
export function EnquiryReference({ screen }: { screen: ScreenOf<'enquiry-reference'> }): ReactNode {
  const { text } = useTerminal();
  return <EnquiryTyped screen={screen} typed={REFERENCE} act={text('frame.continue')} />;
}

/** The code that was shown with it, once. */
export function EnquiryCode({ screen }: { screen: ScreenOf<'enquiry-code'> }): ReactNode {
  const { text } = useTerminal();
  return <EnquiryTyped screen={screen} typed={CODE} act={text('enquiry-code.ask')} />;
}
