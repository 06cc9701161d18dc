import type { ReactNode } from 'react';
import { LANGUAGE_TAGS } from '../../../domain/messages/index.ts';
import { LOCALES } from '../../../domain/locale.ts';
import { Page } from '../../components/page/page.tsx';
import { StaffAndMember } from '../../components/pictures/drawings.tsx';
import { useTerminal } from '../../terminal.ts';
import { textIn } from '../../text/text.ts';
import type { ScreenOf } from '../screen-of.ts';
import classes from './station.module.css';

/** The member's display between two visits: whoever stands before it may read either language. */
export function StationRest({ screen }: { screen: ScreenOf<'station-rest'> }): ReactNode {
  const { state, number, counter, reason } = screen;
  if (state === 'called' && number !== null) {
    return (
      <main className={classes.rest}>
        <h1 className={classes.number} tabIndex={-1} data-heading="" data-number="">
          {number}
        </h1>
        <p className={classes.comeTo}>
          {LOCALES.map((locale) => (
            <span key={locale} lang={LANGUAGE_TAGS[locale]}>
              {textIn(locale)('station-rest.called.help', { counter })}
            </span>
          ))}
        </p>
      </main>
    );
  }
  const words = state === 'called' ? 'open' : state === 'taken-out' ? 'closed' : state;
  return (
    <main className={classes.rest}>
      <h1 className={classes.said} tabIndex={-1} data-heading="">
        {LOCALES.map((locale) => (
          <span key={locale} lang={LANGUAGE_TAGS[locale]}>
            {textIn(locale)(`station-rest.${words}.heading`)}
          </span>
        ))}
      </h1>
      {reason !== undefined && (
        <p className={classes.soft} data-taken-out={reason}>
          {LOCALES.map((locale) => (
            <span key={locale} lang={LANGUAGE_TAGS[locale]}>
              {textIn(locale)(`taken-out.${reason}`)}
            </span>
          ))}
        </p>
      )}
      <p className={classes.soft}>
        {LOCALES.map((locale) => (
          <span key={locale} lang={LANGUAGE_TAGS[locale]}>
            {textIn(locale)(`station-rest.${words}.help`)}
          </span>
        ))}
      </p>
      <p className={classes.soft}>
        {LOCALES.map((locale) => (
          <span key={locale} lang={LANGUAGE_TAGS[locale]}>
            {textIn(locale)('station-rest.counter', { counter })}
          </span>
        ))}
      </p>
    </main>
  );
}

/** The member's window while staff do what only staff see. */
export function StaffBusy({ screen }: { screen: ScreenOf<'staff-busy'> }): ReactNode {
  const { text } = useTerminal();
  const { about } = screen;
  return (
    <Page
      middle
      ways="none"
      heading={text(`staff-busy.${about}.heading`)}
      help={text(`staff-busy.${about}.help`)}
    >
      {about === 'card' && <StaffAndMember title={text('staff-busy.picture')} />}
    </Page>
  );
}

/** Staff's window while the member's shows what is theirs alone. */
export function WithMember({ screen }: { screen: ScreenOf<'with-member'> }): ReactNode {
  const { text } = useTerminal();
  const { about } = screen;
  return (
    <Page
      middle
      ways="none"
      heading={text(`with-member.${about}.heading`)}
      help={text(`with-member.${about}.help`)}
    />
  );
}
