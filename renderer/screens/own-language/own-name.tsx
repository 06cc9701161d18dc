import { useRef, type ReactNode } from 'react';
import type { InterpretedLanguage } from '../../../domain/identity/interpretation.ts';
import { OWN_NAMES } from '../../../domain/notices/languages.ts';
import classes from './own-language.module.css';
import { useLetters } from './use-letters.ts';

/** A language by its own name in its own script. */
export function OwnName({ language }: { readonly language: InterpretedLanguage }): ReactNode {
  const { name, direction } = OWN_NAMES[language];
  const holder = useRef<HTMLSpanElement>(null);
  const letters = useLetters(holder, name);
  return (
    <span ref={holder} className={classes.ownName} lang={language} dir={direction} data-letters={letters}>
      {name}
    </span>
  );
}
