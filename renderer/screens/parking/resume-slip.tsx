import type { ReactNode } from 'react';
import type { Locale } from '../../../domain/locale.ts';
import type { HeldBy } from '../../../domain/parking/held-by.ts';
import { hongKongDate } from '../../../domain/time.ts';
import { Button } from '../../components/controls/button.tsx';
import { Clauses } from '../../components/page/clauses.tsx';
import { MoreTime } from '../../components/page/more-time.tsx';
import { Page } from '../../components/page/page.tsx';
import { QrCode } from '../../components/pictures/qr-code.tsx';
import { useSecondsLeft } from '../../input/use-seconds-left.ts';
import { useTerminal } from '../../terminal.ts';
import { wholeDay } from '../../text/dates.ts';
import type { Text } from '../../text/text.ts';
import finish from '../finish/finish.module.css';
import { PrintButtons, PrinterTrouble } from '../printing/print-buttons.tsx';
import type { ScreenOf } from '../screen-of.ts';
import classes from './parking.module.css';

/** That this is a copy, and beside whose place. */
function besideWords(by: HeldBy | null, locale: Locale, text: Text): string {
  if (by === null) return text('resume-slip.beside-ended');
  return text('resume-slip.beside', { place: by.place?.[locale] ?? by.terminalId });
}

/** The slip, shown once: to be photographed, or its two rows copied. */
export function ResumeSlip({ screen }: { screen: ScreenOf<'resume-slip'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const seconds = useSecondsLeft(screen.closesAt);
  const date = wholeDay(view.locale, hongKongDate(screen.expiresAt));
  return (
    <Page
      dense
      ways="none"
      heading={text('resume-slip.heading')}
      help={text('resume-slip.help')}
      actions={
        <>
          <PrintButtons />
          <Button kind="main" action="done" onPress={() => void send({ type: 'DONE' })}>
            {text('resume-slip.done')}
          </Button>
        </>
      }
      lowerStart={
        <p className={finish.small}>
          {text('resume-slip.not-submitted')}
          <br />
          {text('receipt.closes', { seconds })}
        </p>
      }
      lowerEnd={<MoreTime />}
    >
      <section className={classes.slip} aria-label={text('resume-slip.code')}>
        <QrCode content={screen.qr} title={text('resume-slip.qr')} />
        <div className={classes.rows}>
          {screen.rows.map((row, at) => (
            <p key={row} className={classes.row} data-resume-row={at + 1}>
              <span className={classes.ordinal}>{at + 1}</span>
              <span className={classes.characters}>{row}</span>
            </p>
          ))}
        </div>
      </section>
      <p className={classes.until} data-until="">
        <Clauses>{text('resume-slip.until', { date })}</Clauses>
      </p>
      <p className={finish.codeHelp} data-elsewhere={screen.elsewhere}>
        <Clauses>{text(screen.elsewhere ? 'resume-slip.anywhere' : 'resume-slip.here')}</Clauses>
      </p>
      {screen.beside !== undefined && (
        <p className={finish.codeHelp} data-beside="">
          <Clauses>{besideWords(screen.beside, view.locale, text)}</Clauses>
        </p>
      )}
      <PrinterTrouble />
    </Page>
  );
}
