import { type ReactNode, useState } from 'react';
import { Button } from '../../../components/controls/button.tsx';
import { HoldToShow } from '../../../components/controls/hold-to-show.tsx';
import { useField } from '../../../input/use-field.ts';
import { useTerminal } from '../../../terminal.ts';
import { AskPage, type AskScreen } from './ask-page.tsx';
import { TextAsk } from './text-ask.tsx';

/**
 * Somebody else's identity number that was given before, while staff hold the session: on the page only while the button
 * is held. It stays as it is, or is typed anew.
 */
export function CoveredNumber({ screen, given }: { screen: AskScreen<'text'>; given: string }): ReactNode {
  const { text } = useTerminal();
  const [typing, setTyping] = useState(false);
  const field = useField('');
  if (typing || screen.error !== null) return <TextAsk screen={screen} />;
  return (
    <AskPage
      screen={screen}
      answers={field.answers}
      incomplete={false}
      onContinue={() => field.answer(given)}
      act={text('ask.covered.keep')}
      otherWay={
        <Button action="type-anew" onPress={() => setTyping(true)}>
          {text('ask.covered.anew')}
        </Button>
      }
    >
      <HoldToShow number={given} />
    </AskPage>
  );
}
