import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import { dayAndTime } from '../../text/dates.ts';
import menu from '../instruction/menu.module.css';
import type { ScreenOf } from '../screen-of.ts';
import { aboutKind } from './about-kind.ts';

/** More than these stand two in a row. */
const IN_ONE_ROW = 4;

/** What the holder of the card left: kind, day and status words, and whose card it is, masked. */
export function EnquiryList({ screen }: { screen: ScreenOf<'enquiry-list'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { items, maskedNumber, more } = screen;
  const many = items.length > IN_ONE_ROW;
  return (
    <Page
      dense={many}
      heading={text('enquiry-list.heading')}
      help={text('enquiry-list.help', { number: maskedNumber })}
      actions={
        <Button kind="main" action="done" onPress={() => void send({ type: 'DONE' })}>
          {text('enquiry-result.done')}
        </Button>
      }
    >
      <div className={menu.cards} data-many={many || undefined}>
        {items.map(({ id, ofKind, status, receivedAt }) => (
          <ChoiceCard
            key={id}
            kind="button"
            action="choose-left"
            option={id}
            compact={many}
            label={aboutKind(text, ofKind) ?? text('enquiry-list.of-no-kind')}
            help={text('enquiry-list.line', {
              day: dayAndTime(view.locale, receivedAt),
              status: text(`enquiry-list.${status}`),
            })}
            chosen={false}
            onChoose={() => void send({ type: 'CHOOSE_LEFT', id })}
          />
        ))}
      </div>
      <Note tone="teal">{text(more ? 'enquiry-list.more' : 'enquiry-list.missing')}</Note>
    </Page>
  );
}
