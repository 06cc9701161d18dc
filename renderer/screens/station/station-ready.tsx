import type { ReactNode } from 'react';
import { LOCALES } from '../../../domain/locale.ts';
import { LANGUAGE_TAGS } from '../../../domain/messages/index.ts';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { Note } from '../../components/page/note.tsx';
import { MachineButton } from '../../components/page/machine-button.tsx';
import { Page } from '../../components/page/page.tsx';
import { TrainingNote } from '../../components/page/training-note.tsx';
import { UnclosedDay } from '../../components/page/unclosed-day.tsx';
import { useTerminal } from '../../terminal.ts';
import { timeOfDay } from '../../text/dates.ts';
import { textIn } from '../../text/text.ts';
import type { ScreenOf } from '../screen-of.ts';
import { CannotServe } from './station-pages.tsx';
import classes from './station.module.css';

/** The counter between two people: call, type, or serve who is already here. */
export function StationReady({ screen }: { screen: ScreenOf<'station-ready'> }): ReactNode {
  const { text, send } = useTerminal();
  const { counter, waiting, tickets, trouble, nobody, cut, day, sessions } = screen;
  const canCall = tickets && screen.memberScreen && screen.frozen === null;
  return (
    <Page
      dense
      heading={text('station.ready.heading', { counter })}
      help={waiting === null ? undefined : waitingWords()}
      actions={
        <>
          <Button action="station-sign-out" onPress={() => void send({ type: 'STATION_SIGN_OUT' })}>
            {text('station.ready.sign-out')}
          </Button>
          <MachineButton />
          {screen.canEndDay && (
            <Button action="station-end-day" onPress={() => void send({ type: 'STATION_END_DAY' })}>
              {text('station.ready.end-day')}
            </Button>
          )}
        </>
      }
    >
      <CannotServe screen={screen} />
      <UnclosedDay of={screen} words="day.unclosed" />
      <TrainingNote of={screen.training} />
      {cut !== null && (
        <Note tone={cut.kept ? 'amber' : 'red'} icon="warning">
          {text(cut.kept ? 'station.cut-kept' : 'station.cut-lost')}
        </Note>
      )}
      {!tickets && <Note tone="teal">{text('station.ready.no-queue')}</Note>}
      {trouble !== null && (
        <div data-queue={trouble}>
          <Note tone="amber" icon="warning">
            {text(trouble === 'closed' ? 'station.ready.queue-closed' : 'station.ready.queue-gone')}
          </Note>
        </div>
      )}
      {nobody && <Note tone="teal">{text('station.ready.nobody')}</Note>}
      <div className={classes.choices}>
        {canCall && (
          <ChoiceCard
            kind="button"
            action="call-next"
            option="call-next"
            icon="speaker"
            label={text('station.ready.call')}
            help={text('station.ready.call-help')}
            chosen={false}
            onChoose={() => void send({ type: 'STATION_CALL_NEXT' })}
          />
        )}
        <ChoiceCard
          kind="button"
          action="type-ticket"
          option="type-ticket"
          icon="ticket"
          label={text('station.ready.type')}
          help={text('station.ready.type-help')}
          chosen={false}
          onChoose={() => void send({ type: 'STATION_TYPE_TICKET' })}
        />
        <ChoiceCard
          kind="button"
          action="without-ticket"
          option="without-ticket"
          icon="person"
          label={text('station.ready.without')}
          help={text('station.ready.without-help')}
          chosen={false}
          onChoose={() => void send({ type: 'STATION_WITHOUT_TICKET' })}
        />
        <ChoiceCard
          kind="button"
          action="cases"
          option="cases"
          icon="folder"
          label={text('station.ready.cases')}
          help={text('station.ready.cases-help')}
          chosen={false}
          onChoose={() => void send({ type: 'STATION_CASES' })}
        />
      </div>
      <p className={classes.part}>{text('station.ready.so-far', { day, sessions })}</p>
    </Page>
  );

  function waitingWords(): string {
    const { count = 0, oldestMinutes = null } = waiting ?? {};
    const many = text('station.ready.waiting', { count });
    if (oldestMinutes === null) return many;
    return `${many} · ${text('station.ready.longest', { minutes: oldestMinutes })}`;
  }
}

const WAYS = [
  ['START', 'start', 'station.called.register'],
  ['MENU', 'menu', 'station.called.menu'],
  ['ENQUIRE', 'enquire', 'station.called.enquire'],
  ['RESUME', 'resume', 'station.called.resume'],
] as const;

/** Somebody is at the counter: what for, in the language that they read. */
export function StationCalled({ screen }: { screen: ScreenOf<'station-called'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { number, purpose, appointmentAt, fromQueue, frozen, memberScreen } = screen;
  const about = [
    ...(purpose === null ? [] : [text(`station.purpose.${purpose}`)]),
    ...(appointmentAt === null
      ? []
      : [text('station.called.booked', { time: timeOfDay(view.locale, appointmentAt) })]),
  ];
  return (
    <Page
      dense
      heading={
        number === null ? text('station.called.heading-without') : text('station.called.heading', { number })
      }
      help={text('station.called.help')}
      actions={
        fromQueue ? (
          <Button action="missed" onPress={() => void send({ type: 'STATION_MISSED' })}>
            {text('station.called.missed')}
          </Button>
        ) : undefined
      }
    >
      {about.length > 0 && <Note tone="teal">{about.join(' · ')}</Note>}
      <CannotServe screen={screen} />
      <UnclosedDay of={screen} words="day.unclosed-called" />
      {frozen === null && memberScreen && (
        <div className={classes.languages}>
          {LOCALES.map((locale) => (
            <h2 key={locale} lang={LANGUAGE_TAGS[locale]}>
              {textIn(locale)(`language.${locale}`)}
            </h2>
          ))}
          {WAYS.map(([type, way, words]) =>
            LOCALES.map((locale) => (
              <ChoiceCard
                key={`${way}-${locale}`}
                kind="button"
                action={`${way}-${locale}`}
                option={`${way}-${locale}`}
                lang={LANGUAGE_TAGS[locale]}
                label={textIn(locale)(words)}
                chosen={false}
                onChoose={() => void send({ type, locale })}
              />
            )),
          )}
        </div>
      )}
    </Page>
  );
}
