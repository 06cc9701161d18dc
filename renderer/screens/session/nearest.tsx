import type { ReactNode } from 'react';
import type { Locale } from '../../../domain/locale.ts';
import type { WhereNext } from '../../../domain/reference-data/look-up/where-next.ts';
import { openingText } from '../../components/where/where-next.tsx';
import { textIn } from '../../text/text.ts';

/** The one nearest place, in a language that nobody chose. */
export function Nearest(props: {
  readonly places: readonly WhereNext[];
  readonly locale: Locale;
}): ReactNode {
  const { places, locale } = props;
  const [nearest] = places;
  if (nearest === undefined) return null;
  const text = textIn(locale);
  return (
    <span data-place={nearest.id}>
      {locale === 'en' && ' '}
      {text('where.nearest', {
        name: nearest.name[locale],
        when: openingText(locale, text, nearest),
      })}
    </span>
  );
}
