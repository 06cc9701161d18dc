import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import classes from '../session/paragraphs.module.css';

const WAYS = [
  { by: 'code', icon: 'pencil' },
  { by: 'document', icon: 'badge' },
] as const;

/** With the slip, or with the card where it is lost; without a network only what is kept here, with the slip. */
export function EnquiryChoice({ screen: { online } }: { screen: ScreenOf<'enquiry-choice'> }): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Page heading={text('enquiry-choice.heading')} help={text('enquiry-choice.help')}>
      {WAYS.filter(({ by }) => online || by === 'code').map(({ by, icon }) => (
        <ChoiceCard
          key={by}
          kind="button"
          action={`enquire-by-${by}`}
          option={by}
          icon={icon}
          label={text(`enquiry-choice.${by}`)}
          help={text(`enquiry-choice.${by}-help`)}
          chosen={false}
          onChoose={() => void send({ type: 'ENQUIRE_BY', by })}
        />
      ))}
      {!online && <Note tone="amber">{text('enquiry-choice.offline')}</Note>}
    </Page>
  );
}

const PARAGRAPHS = ['use', 'shown', 'without-card', 'other-way'] as const;

/** What the card is read for, before it is (PDPO data protection principle 1). */
export function EnquiryNotice(): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Page
      heading={text('enquiry-notice.heading')}
      actions={
        <Button kind="main" action="continue" onPress={() => void send({ type: 'CONTINUE' })}>
          {text('enquiry-notice.continue')}
        </Button>
      }
    >
      <div className={classes.sheet}>
        {PARAGRAPHS.map((paragraph) => (
          <p key={paragraph}>{text(`enquiry-notice.${paragraph}`)}</p>
        ))}
      </div>
    </Page>
  );
}
