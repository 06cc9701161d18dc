import type { ReactNode } from 'react';
import { LANGUAGE_TAGS } from '../../../domain/messages/index.ts';
import { LOCALES } from '../../../domain/locale.ts';
import { Clauses } from '../../components/page/clauses.tsx';
import { Disc, Icon } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import { textIn } from '../../text/text.ts';
import type { ScreenOf } from '../screen-of.ts';
import { Nearest } from './nearest.tsx';
import { InBothLanguages } from './in-both-languages.tsx';
import classes from './stage.module.css';

/**
 * Out of service, in both languages, and why, for staff. That kept items are safe is said only after an integrity
 * check passed.
 */
export function OutOfService({ screen }: { screen: ScreenOf<'out-of-service'> }): ReactNode {
  const { view } = useTerminal();
  return (
    <main className={classes.outOfService}>
      <span className={classes.sign} data-tone="amber">
        <Icon name="warning" size="big" />
      </span>
      <InBothLanguages locales={LOCALES} heading="out-of-service.heading">
        {(text, locale) => (
          <>
            <p className={classes.direction}>
              <Clauses>{text('out-of-service.statement')}</Clauses>
              <Nearest places={screen.where ?? []} locale={locale} />
            </p>
            {screen.keptItemsSafe && (
              <p className={classes.safe}>
                <Disc name="check" tone="teal" />
                {text('out-of-service.kept-safe')}
              </p>
            )}
          </>
        )}
      </InBothLanguages>
      <section className={classes.reasons}>
        <h2 className={classes.forStaff}>
          {LOCALES.map((locale) => (
            <span key={locale} lang={LANGUAGE_TAGS[locale]}>
              {textIn(locale)('out-of-service.reasons')}
            </span>
          ))}
          <span>{view.chrome.terminalId}</span>
        </h2>
        <ul>
          {screen.reasons.map(({ code, params }) => (
            <li key={code} data-reason={code}>
              {LOCALES.map((locale) => (
                <p key={locale} lang={LANGUAGE_TAGS[locale]}>
                  {textIn(locale)(`out-of-service.${code}`, { field: '–', ...params })}
                </p>
              ))}
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}
