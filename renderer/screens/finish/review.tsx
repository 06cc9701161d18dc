import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { FactList } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import { reviewFact } from './review-fact.tsx';

/**
 * Everything that would be submitted, with a way to change what did not come from the card. While staff hold the
 * session, going on to the declaration is not offered.
 */
export function Review({ screen }: { screen: ScreenOf<'review'> }): ReactNode {
  const terminal = useTerminal();
  const { view, text, send } = terminal;
  const { correcting } = screen;
  const withStaff = view.chrome.assist !== null;
  return (
    <Page
      dense
      heading={text('review.heading')}
      actions={
        withStaff ? undefined : (
          <Button kind="main" action="continue" onPress={() => void send({ type: 'CONTINUE' })}>
            {text('review.continue')}
          </Button>
        )
      }
    >
      {correcting !== null && (
        <Note tone="red">
          {text('correction.why', {
            reference: correcting.reference,
            reason: text(`outcome.${correcting.code}`),
          })}
        </Note>
      )}
      <FactList facts={screen.rows.map((row) => reviewFact(terminal, row))} />
      {withStaff ? (
        <Note tone="amber">{text('declare.staff-cannot')}</Note>
      ) : (
        <Note tone={screen.online ? 'teal' : 'amber'}>
          {text(screen.online ? 'review.info-online' : 'review.info-offline')}
        </Note>
      )}
    </Page>
  );
}
