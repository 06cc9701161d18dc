import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Clauses } from '../../components/page/clauses.tsx';
import { MoreTime } from '../../components/page/more-time.tsx';
import { Page } from '../../components/page/page.tsx';
import { Track } from '../../components/page/track.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { QrCode } from '../../components/pictures/qr-code.tsx';
import { useSecondsLeft } from '../../input/use-seconds-left.ts';
import { useTerminal } from '../../terminal.ts';
import { day, dayAndTime } from '../../text/dates.ts';
import { labelText } from '../../text/labels.ts';
import { messageKey } from '../../text/text.ts';
import { aboutKind } from '../enquiry/about-kind.ts';
import { PrintButtons, PrinterTrouble } from '../printing/print-buttons.tsx';
import type { ScreenOf } from '../screen-of.ts';
import { BillOfReceipt } from './bill.tsx';
import classes from './finish.module.css';
import { isInstruction, SIGNS, statement, stops } from './receipt-words.ts';

/** The receipt. *Kept here* (amber) and *received* (blue) never look alike; only *accepted* is green. */
export function Receipt({ screen }: { screen: ScreenOf<'receipt'> }): ReactNode {
  const terminal = useTerminal();
  const { view, text, send } = terminal;
  const seconds = useSecondsLeft(screen.closesAt);
  const { kind, state, reference, withdraws, enquiryCode: code, bill = null } = screen;
  const withdrawn = aboutKind(text, screen.withdrawsKind ?? null);
  const [tone, icon] = SIGNS[state];
  const { heading, help } = statement(screen, terminal);
  const closed = state === 'rejected' || state === 'superseded' || state === 'cancelled';
  const tell = closed
    ? []
    : [
        ...(isInstruction(kind) ? [text(messageKey(`receipt.${kind}`))] : []),
        ...screen.tell.map((label) => labelText(terminal, label)),
      ];
  const waiting = state === 'kept' || state === 'received';
  return (
    <Page
      dense
      ways="none"
      beside={
        <span className={classes.sign} data-tone={tone} data-state={state}>
          <Icon name={icon} size="big" />
        </span>
      }
      heading={heading}
      help={help}
      actions={
        <>
          <PrintButtons />
          <Button kind="main" action="done" onPress={() => void send({ type: 'DONE' })}>
            {text(view.chrome.print.offered.length > 1 ? 'receipt.done.short' : 'receipt.done')}
          </Button>
        </>
      }
      lowerStart={
        <p className={classes.small}>
          {text('receipt.hotline')}
          <br />
          {text('receipt.closes', { seconds })}
        </p>
      }
      lowerEnd={<MoreTime />}
    >
      {isInstruction(kind) && (
        <p className={classes.kind} data-kind={kind}>
          {text('receipt.about', { what: text(messageKey(`kind.${kind}.name`)) })}
        </p>
      )}
      <section className={classes.ticket} data-tone={tone}>
        <div className={classes.number}>
          <h2 className={classes.label}>{text('receipt.reference')}</h2>
          <p className={classes.reference} data-reference="">
            {reference}
          </p>
          {code !== null && (
            <>
              <h2 className={classes.label}>{text('receipt.code')}</h2>
              <p className={classes.reference} data-enquiry-code="">
                {code}
              </p>
            </>
          )}
          {withdraws !== null && (
            <p className={classes.label}>
              {withdrawn === null
                ? text('withdrawal.of', { reference: withdraws })
                : text('withdrawal.of-kind', { reference: withdraws, what: withdrawn })}
            </p>
          )}
          {code === null && <p className={classes.label}>{text('receipt.keep')}</p>}
        </div>
        <QrCode
          content={code === null ? reference : `${reference} ${code}`}
          title={text(code === null ? 'receipt.qr' : 'receipt.qr-both')}
        />
      </section>
      {code !== null && (
        <p className={classes.codeHelp}>
          <Clauses>{text('receipt.code-help')}</Clauses>
        </p>
      )}
      {bill !== null && <BillOfReceipt bill={bill} />}
      <PrinterTrouble />
      <Track
        title={text('receipt.track')}
        stops={stops(state, dayAndTime(view.locale, screen.at), text)}
        tone={tone}
        compact={isInstruction(kind)}
      />
      {tell.length > 0 && (
        <ul className={classes.tell} data-tell="">
          {tell.map((line) => (
            <li key={line}>
              <Clauses>{line}</Clauses>
            </li>
          ))}
        </ul>
      )}
      {waiting && (
        <p className={classes.noticeBy} data-notice-by="">
          <Clauses>{text('receipt.notice-by', { date: day(view.locale, screen.noticeBy) })}</Clauses>
        </p>
      )}
    </Page>
  );
}
