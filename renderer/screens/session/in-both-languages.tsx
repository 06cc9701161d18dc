import type { ReactNode } from 'react';
import { LANGUAGE_TAGS, type MessageKey } from '../../../domain/messages/index.ts';
import type { Locale } from '../../../domain/locale.ts';
import { type Text, textIn } from '../../text/text.ts';
import classes from './stage.module.css';

/**
 * A statement to a room in which nobody has chosen a language: one section for each, the page's heading in the first.
 * What stands below the heading is written by `children`.
 */
export function InBothLanguages({
  locales,
  heading,
  children,
}: {
  readonly locales: readonly Locale[];
  readonly heading: MessageKey;
  readonly children: (text: Text, locale: Locale) => ReactNode;
}): ReactNode {
  return locales.map((locale, place) => {
    const text = textIn(locale);
    return (
      <section key={locale} lang={LANGUAGE_TAGS[locale]} className={classes.inOneLanguage}>
        {place === 0 ? (
          <h1 className={classes.statement} tabIndex={-1} data-heading="">
            {text(heading)}
          </h1>
        ) : (
          <h2 className={classes.statement}>{text(heading)}</h2>
        )}
        {children(text, locale)}
      </section>
    );
  });
}
