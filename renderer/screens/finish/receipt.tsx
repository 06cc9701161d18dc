import type { ReactNode } from 'react';
import type { MessageKey } from '../../../domain/messages/index.ts';
import { Button } from '../../components/controls/button.tsx';
import { Clauses } from '../../components/page/clauses.tsx';
import { Page } from '../../components/page/page.tsx';
import { Icon, type IconName, type Tone } from '../../components/pictures/icons.tsx';
import { QrCode } from '../../components/pictures/qr-code.tsx';
import { Track, type TrackStop } from '../../components/page/track.tsx';
import { useSecondsLeft } from '../../input/use-seconds-left.ts';
import { useTerminal, type Terminal } from '../../terminal.ts';
import { day, dayAndTime, timeOfDay } from '../../text/dates.ts';
import type { ScreenOf } from '../screen-of.ts';
import classes from './finish.module.css';

type ReceiptScreen = ScreenOf<'receipt'>;
type State = ReceiptScreen['state'];

const TONES = {
  kept: 'amber',
  received: 'blue',
  accepted: 'green',
  rejected: 'red',
} as const satisfies Record<State, Tone>;
const ICONS = {
  kept: 'box',
  received: 'tray',
  accepted: 'check',
  rejected: 'warning',
} as const satisfies Record<State, IconName>;

const PLATFORM: Readonly<Record<State, MessageKey>> = {
  kept: 'track.platform.waiting',
  received: 'track.platform.received',
  accepted: 'track.platform.accepted',
  rejected: 'track.platform.rejected',
};

const TRUSTEE: Readonly<Record<State, MessageKey>> = {
  kept: 'track.trustee.after',
  received: 'track.trustee.after',
  accepted: 'track.trustee.told',
  rejected: 'track.trustee.nothing',
};

/** 本機 → 積金易 → 受託人: where the submission is, and never further than it is. */
function stops(state: State, at: string, text: Terminal['text']): readonly TrackStop[] {
  const time = { time: at };
  return [
    {
      name: text('track.machine'),
      words: state === 'kept' ? text('track.machine.kept', time) : text('track.machine.sent'),
      reached: 'yes',
    },
    {
      name: text('track.platform'),
      words: text(PLATFORM[state], time),
      reached: state === 'kept' ? 'next' : 'yes',
    },
    { name: text('track.trustee'), words: text(TRUSTEE[state]), reached: 'no' },
  ];
}

/** What the heading and the line under it say; the words of facts/wording.md. */
function statement(
  screen: ReceiptScreen,
  { view, text }: Terminal,
): { heading: string; help: string | undefined } {
  switch (screen.state) {
    case 'kept':
      return { heading: text('receipt.kept.heading'), help: text('receipt.kept.help') };
    case 'received':
      return {
        heading: text('receipt.received.heading', { time: timeOfDay(view.locale, screen.at) }),
        help: undefined,
      };
    case 'accepted':
      return { heading: text('receipt.accepted.heading'), help: text('receipt.accepted.help') };
    case 'rejected': {
      const outcome = screen.outcome ?? 'payload-refused';
      return {
        heading: text('receipt.rejected.heading', { reason: text(`outcome.${outcome}`) }),
        help: `${text('receipt.rejected.help')} ${text(`outcome.${outcome}.help`)}`,
      };
    }
  }
}

/** The receipt. *Kept here* (amber) and *received* (blue) never look alike; only *accepted* is green. */
export function Receipt({ screen }: { screen: ReceiptScreen }): ReactNode {
  const terminal = useTerminal();
  const { view, text, send } = terminal;
  const seconds = useSecondsLeft(screen.closesAt);
  const { state, reference } = screen;
  const at = dayAndTime(view.locale, screen.at);
  const { heading, help } = statement(screen, terminal);
  const waiting = state === 'kept' || state === 'received';
  return (
    <Page
      dense
      ways="none"
      before={
        <span className={classes.sign} data-tone={TONES[state]} data-state={state}>
          <Icon name={ICONS[state]} size="big" />
        </span>
      }
      heading={heading}
      help={help}
      actions={
        <Button kind="main" action="done" onPress={() => void send({ type: 'DONE' })}>
          {text('receipt.done')}
        </Button>
      }
      lowerStart={<p className={classes.small}>{text('receipt.hotline')}</p>}
      lowerEnd={<p className={classes.small}>{text('receipt.closes', { seconds })}</p>}
    >
      <section className={classes.ticket} data-tone={TONES[state]}>
        <div className={classes.number}>
          <h2 className={classes.label}>{text('receipt.reference')}</h2>
          <p className={classes.reference} data-reference="">
            {reference}
          </p>
          <p className={classes.label}>{text('receipt.keep')}</p>
        </div>
        <QrCode content={reference} title={text('receipt.qr')} />
      </section>
      <Track title={text('receipt.track')} stops={stops(state, at, text)} tone={TONES[state]} />
      {waiting && (
        <p className={classes.noticeBy} data-notice-by="">
          <Clauses>{text('receipt.notice-by', { date: day(view.locale, screen.noticeBy) })}</Clauses>
        </p>
      )}
    </Page>
  );
}
