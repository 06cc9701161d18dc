import { useEffect, useState, type RefObject } from 'react';
import { bringLettersFor } from '../../text/own-fonts.ts';

/** `missing`: a file of the program cannot be read, and what is drawn may be boxes. */
export type Letters = 'waiting' | 'there' | 'missing';

/** How far the letters of `words`, which `element` holds, are ready to be drawn. */
export function useLetters(element: RefObject<HTMLElement | null>, words: string): Letters {
  const [known, setKnown] = useState<{ readonly of: string; readonly letters: Letters } | null>(null);
  useEffect(() => {
    const holder = element.current;
    if (holder === null) return undefined;
    let wanted = true;
    const found = (letters: Letters): void => {
      if (wanted) setKnown({ of: words, letters });
    };
    bringLettersFor(holder).then(
      () => found('there'),
      () => found('missing'),
    );
    return () => {
      wanted = false;
    };
  }, [element, words]);
  return known?.of === words ? known.letters : 'waiting';
}
