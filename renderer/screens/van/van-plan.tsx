import type { ReactNode } from 'react';
import type { PlannedStop } from '../../../domain/work-day/stops.ts';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { Note } from '../../components/page/note.tsx';
import { MachineButton } from '../../components/page/machine-button.tsx';
import { Page } from '../../components/page/page.tsx';
import { TrainingNote } from '../../components/page/training-note.tsx';
import { UnclosedDay } from '../../components/page/unclosed-day.tsx';
import { useTerminal, type Terminal } from '../../terminal.ts';
import { weekday } from '../../text/dates.ts';
import type { ScreenOf } from '../screen-of.ts';
import { reportsWords } from './reports-waiting.tsx';
import classes from './van.module.css';

/** The plan of the van's stops: today's first, the next days', or another site. */
export function VanPlan({ screen }: { screen: ScreenOf<'van-plan'> }): ReactNode {
  const terminal = useTerminal();
  const { text, send } = terminal;
  const { today, later, day, stopsClosed, sessions, fault } = screen;
  const reports = reportsWords(terminal);
  const soFar = text('van.plan.so-far', { day, stops: stopsClosed, sessions });
  return (
    <Page
      heading={text('van.plan.heading')}
      help={reports === null ? soFar : `${soFar} · ${reports}`}
      actions={
        <>
          <Button action="sign-out" onPress={() => void send({ type: 'VAN_SIGN_OUT' })}>
            {text('van.plan.sign-out')}
          </Button>
          <MachineButton />
          <Button action="end-day" onPress={() => void send({ type: 'VAN_END_DAY' })}>
            {text('van.plan.end-day')}
          </Button>
        </>
      }
    >
      <UnclosedDay of={screen} words="day.unclosed" />
      <TrainingNote of={screen.training} />
      {fault !== null && (
        <Note tone="red" icon="warning">
          {text(`van-trouble.${fault}`)}
        </Note>
      )}
      <h2 className={classes.part}>{text('van.plan.today')}</h2>
      {today.length === 0 && <Note tone="teal">{text('van.plan.none-today')}</Note>}
      <div className={classes.sides}>
        {today.map((stop) => (
          <Stop key={`${stop.placeId} ${stop.opens}`} stop={stop} terminal={terminal} date={false} />
        ))}
        <ChoiceCard
          kind="button"
          action="other-site"
          option="other-site"
          label={text('van.plan.other')}
          help={text('van.plan.other-help')}
          chosen={false}
          onChoose={() => void send({ type: 'VAN_CHOOSE_STOP', placeId: null })}
        />
      </div>
      {later.length > 0 && <h2 className={classes.part}>{text('van.plan.later')}</h2>}
      <div className={classes.sides}>
        {later.map((stop) => (
          <Stop key={`${stop.placeId} ${stop.date}`} stop={stop} terminal={terminal} date />
        ))}
      </div>
    </Page>
  );
}

function Stop({
  stop,
  terminal: { view, text, send },
  date,
}: {
  stop: PlannedStop;
  terminal: Terminal;
  date: boolean;
}): ReactNode {
  const { site, venue, partner, opens, closes, source } = stop;
  const { locale } = view;
  const words = [
    ...(date ? [weekday(locale, stop.date)] : []),
    text('van.plan.hours', { opens, closes }),
    ...(partner === null ? [] : [text('van.plan.partner', { partner: partner[locale] })]),
    venue[locale],
  ];
  return (
    <ChoiceCard
      kind="button"
      compact
      action={`stop-${stop.placeId}`}
      option={stop.placeId}
      label={site[locale]}
      help={words.join(' · ')}
      {...(source === 'sample' ? { remark: text('van.plan.sample') } : {})}
      chosen={false}
      onChoose={() => void send({ type: 'VAN_CHOOSE_STOP', placeId: stop.placeId })}
    />
  );
}
