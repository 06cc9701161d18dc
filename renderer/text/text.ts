import { createIntl, type IntlShape } from 'react-intl';
import { CATALOGUES, LANGUAGE_TAGS, type Catalogue, type MessageKey } from '../../domain/messages/index.ts';
import type { Locale } from '../../domain/locale.ts';

export type TextParameters = Readonly<Record<string, string | number>>;

/** The words for a message in one language. */
export type Text = (key: MessageKey, parameters?: TextParameters) => string;

const shapes = new Map<string, IntlShape>();
let transform: ((locale: Locale, catalogue: Catalogue) => Catalogue) | null = null;

/** Gallery only: replaces the messages, for the pseudo-locale that shows whether longer words fit. */
export function transformCatalogues(
  change: ((locale: Locale, catalogue: Catalogue) => Catalogue) | null,
): void {
  transform = change;
  shapes.clear();
}

function shapeOf(locale: Locale): IntlShape {
  const known = shapes.get(locale);
  if (known !== undefined) return known;
  const catalogue = CATALOGUES[locale];
  const shape = createIntl({
    locale: LANGUAGE_TAGS[locale],
    messages: transform === null ? catalogue : transform(locale, catalogue),
    timeZone: 'Asia/Hong_Kong',
    onError(error) {
      throw error;
    },
  });
  shapes.set(locale, shape);
  return shape;
}

/**
 * The words of a language as a function of key and parameters (ICU MessageFormat). A parameter that a message needs
 * and does not get is a bug and throws.
 */
export function textIn(locale: Locale): Text {
  const shape = shapeOf(locale);
  return (key, parameters) => shape.formatMessage({ id: key }, parameters);
}

/**
 * The key of a message whose name is put together from what the view says (`ask.<kind>.<step>.heading`). One that no
 * catalogue has is a bug and throws.
 */
export function messageKey(name: string): MessageKey {
  if (!isMessageKey(name)) throw new Error(`no message ${name}`);
  return name;
}

/** Whether the catalogues have a message of this name. */
export function isMessageKey(name: string): name is MessageKey {
  return Object.hasOwn(CATALOGUES.en, name);
}
