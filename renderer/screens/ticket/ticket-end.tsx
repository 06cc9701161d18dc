import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { WhereList } from '../../components/where/where-next.tsx';
import { useTerminal } from '../../terminal.ts';
import { dayAndTime } from '../../text/dates.ts';
import type { Text } from '../../text/text.ts';
import classes from '../finish/finish.module.css';
import type { ScreenOf } from '../screen-of.ts';

/** Before anything is given back, since it cannot be undone. */
export function TicketConfirm({ screen: { number } }: { screen: ScreenOf<'ticket-confirm'> }): ReactNode {
  const { text, send } = useTerminal();
  const about = number === null ? 'ticket-confirm-booking' : 'ticket-confirm';
  return (
    <Page
      backWords={text(`${about}.no`)}
      heading={text(`${about}.heading`, { number: number ?? '' })}
      help={text(`${about}.help`)}
      actions={
        <Button kind="main" action="continue" onPress={() => void send({ type: 'CONTINUE' })}>
          {text(`${about}.yes`)}
        </Button>
      }
    />
  );
}

export function TicketCancelled({ screen }: { screen: ScreenOf<'ticket-cancelled'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { number, appointmentAt } = screen;
  const about = appointmentAt === null ? 'ticket-cancelled' : 'ticket-cancelled-booking';
  return (
    <Page
      before={
        <span className={classes.sign} data-tone="teal">
          <Icon name="check" size="big" />
        </span>
      }
      heading={text(`${about}.heading`, { number: number ?? '' })}
      help={text(`${about}.help`, {
        at: appointmentAt === null ? '' : dayAndTime(view.locale, appointmentAt),
      })}
      actions={
        <Button kind="main" action="done" onPress={() => void send({ type: 'DONE' })}>
          {text('ticket-cancelled.done')}
        </Button>
      }
    />
  );
}

type Trouble = ScreenOf<'ticket-trouble'>;

/** What to do about it; with its ticket's number, an appointment that was used needs no other words. */
function helpOf({ fault, number }: Trouble, text: Text, words: Readonly<Record<string, string>>): string {
  if (fault === 'used' && number !== null) return text('ticket-trouble.used.number', words);
  return text(`ticket-trouble.${fault}.help`, words);
}

/** Nothing came of it: why, and the ways on; who to ask always stands there. */
export function TicketTrouble({ screen }: { screen: Trouble }): ReactNode {
  const { view, text, send } = useTerminal();
  const { fault, from, until, number, place, canRetry, canTake, canCancel, where = [] } = screen;
  const moment = (iso: string | null): string => (iso === null ? '' : dayAndTime(view.locale, iso));
  const words = {
    from: moment(from),
    until: moment(until),
    number: number ?? '',
    place: place?.[view.locale] ?? '',
  };
  return (
    <Page
      before={
        <span className={classes.sign} data-tone="amber" data-fault={fault}>
          <Icon name={fault === 'too-early' ? 'clock' : 'info'} size="big" />
        </span>
      }
      heading={text(`ticket-trouble.${fault}`, words)}
      help={helpOf(screen, text, words)}
      actions={
        <>
          {canCancel && (
            <Button action="ticket-cancel" onPress={() => void send({ type: 'TICKET_CANCEL' })}>
              {text('ticket-trouble.cancel')}
            </Button>
          )}
          {canTake && (
            <Button
              kind={fault === 'too-early' || fault === 'used' ? 'outline' : 'main'}
              action="ticket-take"
              onPress={() => void send({ type: 'TICKET_WAY', way: 'take' })}
            >
              {text('ticket-trouble.take')}
            </Button>
          )}
          {canRetry && (
            <Button kind="main" action="retry" onPress={() => void send({ type: 'RETRY' })}>
              {text('ticket-trouble.retry')}
            </Button>
          )}
          {!canRetry && (!canTake || fault === 'too-early' || fault === 'used') && (
            <Button kind="main" action="done" onPress={() => void send({ type: 'DONE' })}>
              {text('ticket-trouble.done')}
            </Button>
          )}
        </>
      }
    >
      {fault === 'too-early' && (
        <Note tone="teal" icon="info">
          {text(
            canCancel ? 'ticket-trouble.too-early.may-cancel' : 'ticket-trouble.too-early.cannot-cancel',
            words,
          )}
        </Note>
      )}
      {where.length > 0 && <WhereList places={where} />}
    </Page>
  );
}
