import type { ReactNode } from 'react';
import type { InterpretedLanguage } from '../../../domain/identity/interpretation.ts';
import { OWN_NAMES } from '../../../domain/notices/languages.ts';
import classes from './own-language.module.css';

/** Signed-off words, a paragraph a line, in the script and direction of their language. */
export function OwnWords({
  language,
  text,
}: {
  readonly language: InterpretedLanguage;
  readonly text: string;
}): ReactNode {
  return (
    <div className={classes.sheet} lang={language} dir={OWN_NAMES[language].direction} data-own-words="">
      {text.split('\n').map((paragraph, place) => (
        // Two paragraphs of a translation may be alike; they never change their order.
        <p key={place}>{paragraph}</p>
      ))}
    </div>
  );
}
