import type { ReactNode } from 'react';
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
 * No visit may begin for now: why, that nothing is lost, where to go instead. Nobody has chosen a language, so both
 * are there; the switch puts the other one first.
 */
export function NotToday({ screen }: { screen: ScreenOf<'not-today'> }): ReactNode {
  const { view } = useTerminal();
  const locales = [view.locale, ...LOCALES.filter((locale) => locale !== view.locale)];
  return (
    <main className={classes.notToday} data-reason={screen.reason}>
      <span className={classes.sign} data-tone="amber">
        <Icon name="clock" size="big" />
      </span>
      <InBothLanguages
        locales={locales}
        heading={screen.takenOut === undefined ? 'not-today.heading' : 'not-today.heading-taken-out'}
      >
        {(text, locale) => (
          <>
            <p className={classes.why}>
              <Clauses>
                {text(
                  screen.takenOut === undefined ? `freeze.${screen.reason}` : `taken-out.${screen.takenOut}`,
                )}
              </Clauses>
            </p>
            <p className={classes.where}>
              <Clauses>{text('not-today.where')}</Clauses>
              <Nearest places={screen.where ?? []} locale={locale} />
            </p>
            {screen.nothingLost && (
              <p className={classes.safe}>
                <Disc name="check" tone="teal" />
                <span>
                  <Clauses>{text('not-today.nothing-lost')}</Clauses>
                </span>
              </p>
            )}
          </>
        )}
      </InBothLanguages>
      <section className={classes.reasons}>
        <p className={classes.forStaff}>
          {view.chrome.assist === null && <span>{textIn(view.locale)('not-today.staff')}</span>}
          <span>{view.chrome.terminalId}</span>
        </p>
      </section>
    </main>
  );
}
