import { useRef, type ReactNode } from 'react';
import type { InterpretedLanguage } from '../../../domain/identity/interpretation.ts';
import { OWN_NAMES } from '../../../domain/notices/languages.ts';
import classes from './own-language.module.css';
import { useLetters } from './use-letters.ts';

/**
 * Signed-off words, a paragraph a line, in the script and direction of their language.
 * @param end what follows the last of them, as soon as they are drawn in letters and not in boxes
 */
export function OwnWords({
  language,
  text,
  end,
}: {
  readonly language: InterpretedLanguage;
  readonly text: string;
  readonly end?: ReactNode;
}): ReactNode {
  const holder = useRef<HTMLDivElement>(null);
  const letters = useLetters(holder, text);
  return (
    <>
      <div
        ref={holder}
        className={classes.sheet}
        lang={language}
        dir={OWN_NAMES[language].direction}
        data-own-words=""
        data-letters={letters}
      >
        {text.split('\n').map((paragraph, place) => (
          // Two paragraphs of a translation may be alike; they never change their order.
          <p key={place}>{paragraph}</p>
        ))}
      </div>
      {letters === 'there' && end}
    </>
  );
}
