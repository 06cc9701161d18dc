import type { ReactNode } from 'react';
import { LANGUAGE_TAGS } from '../../../domain/messages/index.ts';
import { LOCALES } from '../../../domain/locale.ts';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import { textIn } from '../../text/text.ts';
import type { ScreenOf } from '../screen-of.ts';
import classes from './stage.module.css';

const TICKET = { way: 'ticket', type: 'TICKET' } as const;
/** What else one may have come for than registering. */
const WAYS = [
  { way: 'menu', type: 'MENU' },
  { way: 'enquire', type: 'ENQUIRE' },
  { way: 'resume', type: 'RESUME' },
] as const;

/** Each language in its own script; asked in all of them. */
export function Language({ screen }: { screen: ScreenOf<'language'> }): ReactNode {
  const { send } = useTerminal();
  return (
    <Page
      heading={LOCALES.map((locale) => (
        <span key={locale} lang={LANGUAGE_TAGS[locale]}>
          {textIn(locale)('language.heading')}
          <br />
        </span>
      ))}
    >
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
      <section className={classes.other}>
        {(screen.tickets === true ? [TICKET, ...WAYS] : WAYS).map(({ way, type }) =>
          LOCALES.map((locale) => (
            <ChoiceCard
              key={locale}
              kind="button"
              action={`${way}-${locale}`}
              option={`${way}-${locale}`}
              compact
              lang={LANGUAGE_TAGS[locale]}
              label={textIn(locale)(`attract.${way}`)}
              help={textIn(locale)(`attract.${way}-help`)}
              chosen={false}
              onChoose={() => void send({ type, locale })}
            />
          )),
        )}
      </section>
    </Page>
  );
}
