import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { FactList } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { Icon, type IconName, type Tone } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import { dayAndTime } from '../../text/dates.ts';
import classes from '../finish/finish.module.css';
import type { ScreenOf } from '../screen-of.ts';
import { CompanyOutcomes } from './company-outcomes.tsx';
import { aboutKind } from './about-kind.ts';

type Status = ScreenOf<'enquiry-result'>['status'];

/** As on a receipt: blue received, green accepted, brick where something must be done (facts/wording.md). */
const SIGNS: Readonly<Record<Status, readonly [Tone, IconName]>> = {
  kept: ['amber', 'box'],
  received: ['blue', 'tray'],
  accepted: ['green', 'check'],
  rejected: ['red', 'warning'],
  'needs-correction': ['red', 'warning'],
  superseded: ['teal', 'info'],
  cancelled: ['teal', 'close'],
};

/** Some companies of a group are registered, others are not. */
const PARTLY: readonly [Tone, IconName] = ['amber', 'info'];

/** What it was and what became of it, in status words; the ways on that there are, and which there are not. */
export function EnquiryResult({ screen }: { screen: ScreenOf<'enquiry-result'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { status, code, reference, canWithdraw, canCorrect, bill = null } = screen;
  const refused = screen.companies?.filter(({ state }) => state === 'refused').length ?? 0;
  const registered = screen.companies?.filter(({ state }) => state === 'registered').length ?? 0;
  const partly = status === 'accepted' && refused > 0;
  const [tone, icon] = partly ? PARTLY : SIGNS[status];
  const reason = code === null ? 'payload-refused' : code;
  const explained = status === 'rejected' || status === 'needs-correction';
  const about = aboutKind(text, screen.ofKind);
  const mustBeAnew = status === 'needs-correction' && !canCorrect;
  return (
    <Page
      dense={partly}
      before={
        <span className={classes.sign} data-tone={tone} data-status={status}>
          <Icon name={icon} size="big" />
        </span>
      }
      heading={
        partly
          ? text('company-outcome.some.heading', { registered, refused })
          : text(`enquiry-result.${status}.heading`, { reason: text(`outcome.${reason}`) })
      }
      help={text(
        partly
          ? 'company-outcome.some.help'
          : mustBeAnew
            ? 'enquiry-result.needs-anew.help'
            : bill !== null
              ? 'enquiry-result.accepted.help-bill'
              : status === 'kept' && view.chrome.connection.online
                ? 'enquiry-result.kept.help-online'
                : `enquiry-result.${status}.help`,
      )}
      actions={
        canCorrect ? (
          <Button kind="main" action="correct" onPress={() => void send({ type: 'CORRECT' })}>
            {text('enquiry-result.correct')}
          </Button>
        ) : (
          <Button kind="main" action="done" onPress={() => void send({ type: 'DONE' })}>
            {text('enquiry-result.done')}
          </Button>
        )
      }
    >
      <FactList
        facts={[
          ...(about === null ? [] : [{ key: 'about', name: text('enquiry-result.about'), value: about }]),
          { key: 'reference', name: text('receipt.reference'), value: reference },
          {
            key: 'received-at',
            name: text(status === 'kept' ? 'enquiry-result.kept-at' : 'enquiry-result.received-at'),
            value: dayAndTime(view.locale, screen.receivedAt),
          },
          ...(bill === null ? [] : [{ key: 'bill', name: text('bill.number'), value: bill.number }]),
        ]}
      />
      {screen.companies !== undefined && <CompanyOutcomes companies={screen.companies} />}
      {bill?.sample === true && <Note tone="amber">{text('bill.sample')}</Note>}
      {explained && <Note tone="red">{text(`outcome.${reason}.help`)}</Note>}
      {canWithdraw && (
        <ChoiceCard
          kind="button"
          action="withdraw"
          option="withdraw"
          icon="close"
          label={text('enquiry-result.withdraw')}
          help={text('enquiry-result.withdraw-help')}
          chosen={false}
          onChoose={() => void send({ type: 'WITHDRAW' })}
        />
      )}
      {(status === 'received' || status === 'kept') && !canWithdraw && (
        <Note tone="teal">{text('enquiry-result.cannot-withdraw')}</Note>
      )}
      {mustBeAnew && <Note tone="teal">{text('enquiry-result.give-anew')}</Note>}
      {canCorrect && <Note tone="teal">{text('enquiry-result.correct-how')}</Note>}
    </Page>
  );
}
