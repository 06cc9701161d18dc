import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { FactList, type Fact } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import { reviewFact } from '../finish/review-fact.tsx';
import { askedFact } from '../instruction/asked-fact.tsx';
import type { OverlayOf } from '../screen-of.ts';

/** The member's own again: what staff filled in, each marked. It is put right on the page it was asked on. */
export function StaffWork({ overlay }: { overlay: OverlayOf<'staff-work'> }): ReactNode {
  const terminal = useTerminal();
  const { text, send } = terminal;
  const { rows, asked, attestedBy, interpreter } = overlay;
  const facts: readonly Fact[] = [
    ...rows.map((row) => reviewFact(terminal, row)),
    ...asked.map((row) => askedFact(terminal, row)),
  ].map((fact) => ({ ...fact, act: undefined }));
  return (
    <Page
      dense
      ways="leave"
      heading={text('staff-work.heading')}
      help={text('staff-work.help')}
      actions={
        <Button kind="main" action="confirm-touched" onPress={() => void send({ type: 'CONFIRM_TOUCHED' })}>
          {text('staff-work.seen')}
        </Button>
      }
    >
      <FactList facts={facts} />
      {attestedBy !== null && <Note tone="teal">{text('staff-work.attested', { staffId: attestedBy })}</Note>}
      {interpreter && <Note tone="teal">{text('staff-work.interpreter')}</Note>}
      <Note tone="amber">{text('staff-work.wrong')}</Note>
    </Page>
  );
}
