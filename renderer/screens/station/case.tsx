import type { ReactNode } from 'react';
import { LOCALES } from '../../../domain/locale.ts';
import { hongKongDate } from '../../../domain/time.ts';
import type { StationCase } from '../../../domain/terminal/ports/cases.ts';
import { LANGUAGE_TAGS } from '../../../domain/messages/index.ts';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { type Fact, FactList } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { type Terminal, useTerminal } from '../../terminal.ts';
import { dayAndTime, timeOfDay, wholeDay } from '../../text/dates.ts';
import { textIn } from '../../text/text.ts';
import type { ScreenOf } from '../screen-of.ts';
import { kindsOf, nameOfCase, TONES } from './case-words.ts';
import classes from './cases.module.css';

/** One case: how it stands, why, what to do, and what was done. */
export function Case({ screen }: { screen: ScreenOf<'case'> }): ReactNode {
  const terminal = useTerminal();
  const { text, send } = terminal;
  const { case: one, way, actions, fault } = screen;
  return (
    <Page
      dense
      heading={text('case.heading', { name: nameOfCase(text, one), state: text(`case-state.${one.state}`) })}
      help={nextStep(terminal, one)}
    >
      {fault !== null && (
        <Note tone="red" icon="warning">
          {text(`cases-trouble.${fault}`)}
        </Note>
      )}
      {one.reason !== null && (
        <Note tone={TONES[one.state]} icon="info">
          <p data-reason={one.reason}>{text('case.reason', { reason: text(`outcome.${one.reason}`) })}</p>
          <p>{text(`outcome.${one.reason}.help`)}</p>
        </Note>
      )}
      {way !== null && (
        <section className={classes.goOn} aria-label={text(`case.go-on.${way}`)}>
          <h2>{text(`case.go-on.${way}`)}</h2>
          <div>
            {LOCALES.map((locale) => (
              <ChoiceCard
                key={locale}
                kind="button"
                action="case-go-on"
                option={locale}
                lang={LANGUAGE_TAGS[locale]}
                label={textIn(locale)(`language.${locale}`)}
                chosen={false}
                onChoose={() => void send({ type: 'CASE_GO_ON', locale })}
              />
            ))}
          </div>
        </section>
      )}
      <FactList facts={factsOf(terminal, one)} />
      {actions.length > 0 && (
        <section className={classes.notes} aria-label={text('case.note')}>
          <h2>{text('case.note')}</h2>
          <div>
            {actions.map((action) => (
              <Button
                key={action}
                kind="small"
                action="note-case"
                option={action}
                onPress={() => void send({ type: 'CASE_NOTE', action })}
              >
                {text(`case-action.${action}`)}
              </Button>
            ))}
          </div>
        </section>
      )}
    </Page>
  );
}

function nextStep({ view, text }: Terminal, { state, until }: StationCase): string {
  if (state !== 'parked' || until === null) return text(`case-next.${state}`);
  return text('case-next.parked-until', { date: wholeDay(view.locale, hongKongDate(until)) });
}

function isSameDay(one: string, other: string): boolean {
  return hongKongDate(one) === hongKongDate(other);
}

function factsOf({ view, text }: Terminal, one: StationCase): readonly Fact[] {
  const { reference, openedAt, endedAt, staffId, noted } = one;
  const none = text('case.none');
  const at = (instant: string): string => dayAndTime(view.locale, instant);
  return [
    { key: 'kinds', name: text('case.row.kinds'), value: kindsOf(text, one) },
    {
      key: 'reference',
      name: text('case.row.reference'),
      value: reference ?? none,
      none: reference === null,
    },
    {
      key: 'times',
      name: text('case.row.times'),
      value:
        endedAt === null
          ? at(openedAt)
          : text('case.from-to', {
              from: at(openedAt),
              to: isSameDay(openedAt, endedAt) ? timeOfDay(view.locale, endedAt) : at(endedAt),
            }),
    },
    { key: 'staff', name: text('case.row.staff'), value: staffId ?? none, none: staffId === null },
    ...(noted === null
      ? []
      : [
          {
            key: 'noted',
            name: text('case.row.noted'),
            value: text('case.noted', {
              action: text(`case-action.${noted.action}`),
              staffId: noted.by,
              at: at(noted.at),
            }),
          },
        ]),
  ];
}
