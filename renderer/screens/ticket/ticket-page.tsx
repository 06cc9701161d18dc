import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Clauses } from '../../components/page/clauses.tsx';
import { Page } from '../../components/page/page.tsx';
import { QrCode } from '../../components/pictures/qr-code.tsx';
import { useTerminal } from '../../terminal.ts';
import { dayAndTime, timeOfDay } from '../../text/dates.ts';
import finish from '../finish/finish.module.css';
import { PrintButtons, PrinterTrouble } from '../printing/print-buttons.tsx';
import type { ScreenOf } from '../screen-of.ts';
import classes from './ticket.module.css';

const NEXT = {
  waiting: 'ticket.next',
  called: null,
  missed: 'ticket.missed-next',
  served: 'ticket.over-next',
  cancelled: 'ticket.over-next',
} as const;

/** The ticket as it stands now: its number as large as it goes, how many come first, what happens next. */
export function TicketPage({ screen }: { screen: ScreenOf<'ticket'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { number, purpose, state, ahead, counter, appointmentAt, asOf, stale } = screen;
  const next = NEXT[state];
  const time = timeOfDay(view.locale, asOf);
  return (
    <Page
      dense
      ways="none"
      heading={text(`ticket.heading.${state}`, { counter: counter ?? '' })}
      actions={
        <>
          {screen.canCancel && (
            <Button action="ticket-cancel" onPress={() => void send({ type: 'TICKET_CANCEL' })}>
              {text('ticket.cancel')}
            </Button>
          )}
          <PrintButtons />
          <Button kind="main" action="done" onPress={() => void send({ type: 'DONE' })}>
            {text('ticket.done')}
          </Button>
        </>
      }
      lowerStart={<p className={finish.small}>{text('ticket.day')}</p>}
    >
      <section className={classes.ticket} data-state={state} aria-label={text('ticket.number')}>
        <p className={classes.number} data-ticket-number={number}>
          {number}
        </p>
        <p className={classes.purpose}>{text(`ticket-purpose.${purpose}`)}</p>
        {appointmentAt !== null && (
          <p className={classes.purpose}>
            {text('ticket.appointment', { at: dayAndTime(view.locale, appointmentAt) })}
          </p>
        )}
      </section>
      {state === 'waiting' && (
        <p className={classes.ahead} role="status" data-ahead={ahead}>
          {text('ticket.ahead', { ahead })}
          <span className={classes.asOf} data-stale={stale || undefined}>
            {text(stale ? 'ticket.stale' : 'ticket.as-of', { time })}
          </span>
        </p>
      )}
      {next !== null && (
        <p className={classes.next}>
          <Clauses>{text(next)}</Clauses>
        </p>
      )}
      {state === 'waiting' && (
        <section className={classes.again}>
          <QrCode content={screen.qr} title={text('ticket.qr')} />
          <p>
            <Clauses>{text('ticket.photograph')}</Clauses> <Clauses>{text('ticket.look-again')}</Clauses>
          </p>
        </section>
      )}
      <PrinterTrouble />
    </Page>
  );
}
