import type { ReactNode } from 'react';
import { LANGUAGE_TAGS } from '../../../domain/messages/index.ts';
import { LOCALES, type Locale } from '../../../domain/locale.ts';
import { TerminalDrawing } from '../../components/pictures/drawings.tsx';
import { usePress } from '../../input/press.ts';
import { useTerminal } from '../../terminal.ts';
import { textIn } from '../../text/text.ts';
import type { ScreenOf } from '../screen-of.ts';
import classes from './stage.module.css';

function LanguageButton({ locale }: { locale: Locale }): ReactNode {
  const { send } = useTerminal();
  const press = usePress(() => void send({ type: 'START', locale }));
  return (
    <button
      type="button"
      className={classes.language}
      data-action={`start-${locale}`}
      lang={LANGUAGE_TAGS[locale]}
      {...press}
    >
      {textIn(locale)(`language.${locale}`)}
    </button>
  );
}

const INTENTS = { ticket: 'TICKET', menu: 'MENU', enquire: 'ENQUIRE', resume: 'RESUME' } as const;
type Way = keyof typeof INTENTS;
const WAYS: readonly Way[] = ['menu', 'enquire', 'resume'];

/** What else one may have come for, each in its own language, under the language it belongs to. */
function OtherWay({ way, locale }: { way: Way; locale: Locale }): ReactNode {
  const { send } = useTerminal();
  const text = textIn(locale);
  const press = usePress(() => void send({ type: INTENTS[way], locale }));
  return (
    <button
      type="button"
      className={classes.otherWay}
      data-action={`${way}-${locale}`}
      lang={LANGUAGE_TAGS[locale]}
      {...press}
    >
      <span>{text(`attract.${way}`)}</span>
      <span>{text(`attract.${way}-help`)}</span>
    </button>
  );
}

/** Nobody is here: what this machine does, in both languages; a touch on a language begins. */
export function Attract({ screen }: { screen: ScreenOf<'attract'> }): ReactNode {
  const { view, send } = useTerminal();
  const { chrome } = view;
  const { online, pending } = chrome.connection;
  const chinese = textIn('zh-Hant');
  const english = textIn('en');
  const begin = usePress(() => void send({ type: 'START', locale: null }));
  return (
    <>
      <main className={classes.attract}>
        <h1 className={classes.hero} tabIndex={-1} data-heading="" lang={LANGUAGE_TAGS['zh-Hant']}>
          {chinese('attract.heading')}
        </h1>
        <div className={classes.invitation}>
          <p lang={LANGUAGE_TAGS['zh-Hant']}>{chinese('attract.help')}</p>
          <p lang={LANGUAGE_TAGS.en} className={classes.inEnglish}>
            {english('attract.heading')}
          </p>
          <p lang={LANGUAGE_TAGS.en}>{english('attract.help')}</p>
        </div>
        <button
          type="button"
          className={classes.begin}
          data-action="start"
          aria-label={`${chinese('attract.start')} ${english('attract.start')}`}
          {...begin}
        >
          <TerminalDrawing />
        </button>
        <div className={classes.languages}>
          {LOCALES.map((locale) => (
            <LanguageButton key={locale} locale={locale} />
          ))}
        </div>
        <div className={classes.otherWays}>
          {(screen.tickets === true ? (['ticket', ...WAYS] as const) : WAYS).map((way) =>
            LOCALES.map((locale) => <OtherWay key={`${way}-${locale}`} way={way} locale={locale} />),
          )}
        </div>
      </main>
      <footer className={classes.foot}>
        <p className={classes.status} role="status">
          <span className={classes.lamp} data-online={online || undefined} />
          <span className={classes.bothLines}>
            {LOCALES.map((locale) => (
              <span key={locale} lang={LANGUAGE_TAGS[locale]}>
                {textIn(locale)(online ? 'attract.status' : 'attract.status-offline')}
                {pending > 0 && ` · ${textIn(locale)('connection.pending', { pending })}`}
              </span>
            ))}
          </span>
        </p>
        <p className={classes.bothLines}>
          {LOCALES.map((locale) => (
            <span key={locale} lang={LANGUAGE_TAGS[locale]}>
              {chrome.place[locale]} · {chrome.terminalId}
            </span>
          ))}
        </p>
      </footer>
    </>
  );
}
