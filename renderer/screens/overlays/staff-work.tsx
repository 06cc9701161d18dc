import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { FactList, type Fact } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { type Terminal, useTerminal } from '../../terminal.ts';
import { reviewFact } from '../finish/review-fact.tsx';
import { askedFact } from '../instruction/asked-fact.tsx';
import type { OverlayOf } from '../screen-of.ts';

type StaffWorkOverlay = OverlayOf<'staff-work'>;

/** The member's own again: what staff filled in, signed or noted, each with the way to put it right. */
export function StaffWork({ overlay }: { overlay: StaffWorkOverlay }): ReactNode {
  const terminal = useTerminal();
  const { text, send } = terminal;
  const { rows, asked, changes } = overlay;
  const withWayBack = (fact: Fact, row: string): Fact => ({
    ...fact,
    act: changes.includes(row) ? <ChangeTouched row={row} what={fact.name} /> : undefined,
  });
  const facts: readonly Fact[] = [
    ...rows.map((row) => withWayBack(reviewFact(terminal, row), row.change ?? row.key)),
    ...asked.map((row) => withWayBack(askedFact(terminal, row), row.page)),
    ...witnessed(terminal, overlay),
  ];
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
      {rows.length + asked.length > 0 && (
        <Note tone="amber">{text(changes.length > 0 ? 'staff-work.wrong' : 'staff-work.wrong-later')}</Note>
      )}
    </Page>
  );
}

/** What has no page of its own to go back to: the bar above asks staff. */
function witnessed({ text }: Terminal, { attestedBy, interpreter }: StaffWorkOverlay): readonly Fact[] {
  const looked = attestedBy.map((staffId) => ({
    key: `attested-${staffId}`,
    name: text('staff-work.identity'),
    value: text('staff-work.attested', { staffId }),
  }));
  if (interpreter === null) return looked;
  const { language } = interpreter;
  const value =
    language === null
      ? text('staff-work.interpreter')
      : text('staff-work.interpreted', { language: text(`van.interpreted.${language}`) });
  return [...looked, { key: 'interpreter', name: text('staff-work.interpreter-row'), value }];
}

function ChangeTouched({ row, what }: { row: string; what: string }): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Button
      kind="small"
      action="change-touched"
      option={row}
      label={text('review.change-what', { what })}
      onPress={() => void send({ type: 'CHANGE_TOUCHED', row })}
    >
      {text('review.change')}
    </Button>
  );
}
