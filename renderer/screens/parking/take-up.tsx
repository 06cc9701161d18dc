import type { ReactNode } from 'react';
import type { Locale } from '../../../domain/locale.ts';
import type { HeldBy } from '../../../domain/parking/held-by.ts';
import { formatMoney } from '../../../domain/money/money.ts';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import { timeOfDay } from '../../text/dates.ts';
import { messageKey, type Text } from '../../text/text.ts';
import classes from '../finish/finish.module.css';
import type { ScreenOf } from '../screen-of.ts';

/** Slip and card opened nothing: why it may be, and the ways on. */
export function ResumeTrouble({ screen }: { screen: ScreenOf<'resume-trouble'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { fault, canRetry, heldBy } = screen;
  const retry = text(heldBy === undefined ? 'resume-trouble.retry' : 'resume-trouble.wait');
  const wrong = fault === 'not-found';
  return (
    <Page
      backWords={text('resume-trouble.check')}
      before={
        <span className={classes.sign} data-tone="amber" data-fault={fault}>
          <Icon name={wrong ? 'info' : 'warning'} size="big" />
        </span>
      }
      heading={text(`resume.${fault}`)}
      help={text(`resume.${fault}.help`)}
      actions={
        canRetry ? (
          <>
            <Button
              kind={fault === 'held' ? 'outline' : 'main'}
              action="retry"
              onPress={() => void send({ type: 'RETRY' })}
            >
              {retry}
            </Button>
            {fault === 'held' && (
              <Button kind="main" action="take-copy" onPress={() => void send({ type: 'TAKE_COPY' })}>
                {text('resume-trouble.copy')}
              </Button>
            )}
          </>
        ) : (
          <Button kind="main" action="done" onPress={() => void send({ type: 'DONE' })}>
            {text('resume-trouble.done')}
          </Button>
        )
      }
    >
      {heldBy !== undefined && (
        <Note tone="amber" icon="info">
          <p data-held-by={heldBy.terminalId}>{heldWords(heldBy, view.locale, text)}</p>
        </Note>
      )}
    </Page>
  );
}

/** Where and since when; never who. */
function heldWords({ terminalId: terminal, place, since }: HeldBy, locale: Locale, text: Text): string {
  const time = timeOfDay(locale, since);
  return place === null
    ? text('resume-trouble.held-terminal', { terminal, time })
    : text('resume-trouble.held', { place: place[locale], terminal, time });
}

/** Opened; what has to be answered again is said before it is asked. */
export function ResumeChanged({ screen }: { screen: ScreenOf<'resume-changed'> }): ReactNode {
  const { text, send } = useTerminal();
  const { kind, again, file } = screen;
  return (
    <Page
      before={
        <span className={classes.sign} data-tone="teal">
          <Icon name="info" size="big" />
        </span>
      }
      heading={text('resume-changed.heading', { what: text(messageKey(`kind.${kind}.name`)) })}
      help={again === 0 ? text('resume-changed.same') : text('resume-changed.help', { again })}
      actions={
        <Button kind="main" action="continue" onPress={() => void send({ type: 'CONTINUE' })}>
          {text('resume-changed.continue')}
        </Button>
      }
    >
      {file !== null && (
        <Note tone="amber" icon="warning">
          <p data-file-again>
            {text('resume-changed.file', {
              rows: file.rows,
              total: formatMoney(BigInt(file.total.replace('.', ''))),
            })}
          </p>
        </Note>
      )}
    </Page>
  );
}
