import type { ReactNode } from 'react';
import { TICKET_PURPOSES, type TicketPurpose } from '../../../domain/terminal/ports/tickets.ts';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { DrawnField, InFours } from '../../components/keys/drawn-field.tsx';
import {
  ENQUIRY_CODE_LENGTH,
  nextEnquiryCodeKeys,
  typeEnquiryCode,
} from '../../components/keys/entry/enquiry-code-entry.ts';
import { LetterAndDigitPad } from '../../components/keys/letter-and-digit-pad.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { Aside, Problem } from '../../components/page/problem.tsx';
import type { IconName } from '../../components/pictures/icons.tsx';
import { useField } from '../../input/use-field.ts';
import { usePhysicalKeys } from '../../input/use-physical-keys.ts';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';

const WAYS = [
  { way: 'take', icon: 'ticket' },
  { way: 'appointment', icon: 'clock' },
] as const;

/** With or without an appointment; who has a ticket already holds it before the scanner. */
export function TicketChoice(): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Page heading={text('ticket-choice.heading')} help={text('ticket-choice.help')}>
      {WAYS.map(({ way, icon }) => (
        <ChoiceCard
          key={way}
          kind="button"
          action={`ticket-${way}`}
          option={way}
          icon={icon}
          label={text(`ticket-choice.${way}`)}
          help={text(`ticket-choice.${way}-help`)}
          chosen={false}
          onChoose={() => void send({ type: 'TICKET_WAY', way })}
        />
      ))}
      <Note tone="teal">{text('ticket-choice.look')}</Note>
    </Page>
  );
}

const ICONS: Readonly<Record<TicketPurpose, IconName>> = {
  registration: 'join',
  instruction: 'funds',
  contribution: 'coins',
  enquiry: 'message',
  employer: 'document',
};

/** One tap: the ticket comes at once. */
export function TicketPurposePage(): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Page heading={text('ticket-purpose.heading')} help={text('ticket-purpose.help')}>
      {TICKET_PURPOSES.map((purpose) => (
        <ChoiceCard
          key={purpose}
          kind="button"
          action={`ticket-for-${purpose}`}
          option={purpose}
          icon={ICONS[purpose]}
          label={text(`ticket-purpose.${purpose}`)}
          chosen={false}
          onChoose={() => void send({ type: 'TICKET_FOR', purpose })}
        />
      ))}
    </Page>
  );
}

/** The reference of an appointment. Its QR code before the scanner goes on from here by itself. */
export function TicketReference({ screen }: { screen: ScreenOf<'ticket-reference'> }): ReactNode {
  const { view, text } = useTerminal();
  const { error } = screen;
  const field = useField(screen.value.replaceAll(/[\s-]/g, ''));
  const { value } = field;
  const keys = {
    type: (character: string) => field.change(typeEnquiryCode(value, character)),
    backspace: () => field.change(value.slice(0, -1)),
    enter: () => field.answer(),
  };
  usePhysicalKeys(keys, view.overlay === null);
  return (
    <Page
      dense
      heading={text('ticket-reference.heading')}
      keys={
        <>
          <DrawnField
            label={text('ticket-reference.field')}
            spoken={Array.from(value).join(' ')}
            count={value.length}
            wrong={error !== null}
          >
            <InFours value={value} length={ENQUIRY_CODE_LENGTH} />
          </DrawnField>
          <LetterAndDigitPad
            next={nextEnquiryCodeKeys(value)}
            onType={keys.type}
            onBackspace={keys.backspace}
            onClear={() => field.change('')}
          />
        </>
      }
      actions={
        <Button
          kind="main"
          action="continue"
          quiet={value.length < ENQUIRY_CODE_LENGTH}
          onPress={() => field.answer()}
        >
          {text('ticket-reference.check-in')}
        </Button>
      }
    >
      {error === null ? (
        <Aside>{text('ticket-reference.help')}</Aside>
      ) : (
        <Problem code={error} words={text(`error.${error}`)} answers={field.answers} />
      )}
    </Page>
  );
}
