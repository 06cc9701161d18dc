import type { ReactNode } from 'react';
import { INTERPRETED_LANGUAGES } from '../../../domain/identity/interpretation.ts';
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
import { textIn } from '../../text/text.ts';
import type { ScreenOf } from '../screen-of.ts';
import { LanguageChoice } from '../own-language/language-choice.tsx';
import classes from './van.module.css';

/** The next person may come: in which language they read. */
export function VanReady({ screen }: { screen: ScreenOf<'van-ready'> }): ReactNode {
  const { text, send } = useTerminal();
  const { next, served, frozen, cut, readerReady, roster, earlyCode } = screen;
  return (
    <Page
      heading={text('van.ready.heading', { number: next })}
      help={frozen === null ? text('van.ready.help') : undefined}
      actions={
        <>
          <Button action="sign-out" onPress={() => void send({ type: 'VAN_SIGN_OUT' })}>
            {text('van.plan.sign-out')}
          </Button>
          {roster !== undefined && (
            <Button action="workers-list" onPress={() => void send({ type: 'VAN_ROSTER' })}>
              {text('van.ready.list')}
            </Button>
          )}
          <MachineButton />
          <Button action="close-stop" onPress={() => void send({ type: 'VAN_CLOSE_STOP' })}>
            {text('van.ready.close')}
          </Button>
        </>
      }
    >
      <UnclosedDay of={screen} words="day.unclosed-at-stop" />
      <TrainingNote of={screen.training} />
      {cut !== null && (
        <Note tone={cut.kept ? 'amber' : 'red'} icon="warning">
          {text(cut.kept ? 'van.ready.cut-kept' : 'van.ready.cut-lost', { number: cut.number })}
        </Note>
      )}
      {earlyCode === true && (
        <Note tone="amber" icon="warning">
          {text('van.ready.early-code')}
        </Note>
      )}
      {!readerReady && (
        <Note tone="red" icon="warning">
          {text('van.ready.reader')}
        </Note>
      )}
      {frozen !== null && (
        <Note tone="red" icon="warning">
          <strong>{text('van.ready.frozen')}</strong>
          <p>{text(`freeze.${frozen}`)}</p>
        </Note>
      )}
      {frozen === null && (
        <div className={classes.sides}>
          {LOCALES.map((locale) => (
            <ChoiceCard
              key={locale}
              kind="button"
              action={`start-${locale}`}
              option={locale}
              lang={LANGUAGE_TAGS[locale]}
              label={textIn(locale)(`language.${locale}`)}
              chosen={false}
              onChoose={() => void send({ type: 'START', locale })}
            />
          ))}
          <ChoiceCard
            kind="button"
            action="other-language"
            option="other-language"
            label={text('van.ready.other')}
            help={text('van.ready.other-help')}
            chosen={false}
            onChoose={() => void send({ type: 'VAN_OTHER_LANGUAGE' })}
          />
        </div>
      )}
      <p className={classes.part}>{text('van.ready.served', { count: served })}</p>
      {roster !== undefined && (
        <p className={classes.part} data-list={roster === null ? 'none' : 'held'}>
          {roster === null
            ? text('van.ready.list-none')
            : text('van.ready.list-counts', { ...roster, expected: roster.people - roster.registered })}
        </p>
      )}
    </Page>
  );
}

/** A language of the person's own: signed-off words in it, an interpreter, or a call-back. */
export function VanLanguage({ screen: { offers } }: { screen: ScreenOf<'van-language'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { locale } = view;
  return (
    <Page heading={text('van.language.heading')} help={text('van.language.help')}>
      <h2 className={classes.part}>
        {text(
          offers.some(({ state }) => state === 'offered')
            ? 'van.language.signed-off'
            : 'van.language.no-words',
        )}
      </h2>
      <LanguageChoice
        offers={offers}
        onChoose={(language) => void send({ type: 'VAN_OWN_LANGUAGE', language, locale })}
      />
      <h2 className={classes.part}>{text('van.language.interpreted')}</h2>
      <div className={classes.languages}>
        {INTERPRETED_LANGUAGES.map((language) => (
          <Button
            key={language}
            wide
            action={`interpreted-${language}`}
            onPress={() => void send({ type: 'VAN_INTERPRETED', language, locale })}
          >
            {text(`van.interpreted.${language}`)}
          </Button>
        ))}
      </div>
      <ChoiceCard
        kind="button"
        action="call-back"
        option="call-back"
        icon="phone"
        label={text('van.language.call-back')}
        help={text('van.language.call-back-help')}
        chosen={false}
        onChoose={() => void send({ type: 'VAN_CALL_BACK', locale })}
      />
    </Page>
  );
}
