import { languageOffers } from '../../domain/notices/offers.ts';
import { translationOf } from '../../domain/notices/translation.ts';
import type { LanguageOffers } from '../../domain/terminal/view/own-language-view.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { Outside } from '../outside.ts';
import type { SessionContext } from '../session/context/context.ts';

/** Every language that somebody may bring, and whether signed-off words in it can be put to them here and now. */
export function offersOf({ ports }: Outside): LanguageOffers {
  const { notices = [] } = ports.referenceData();
  return languageOffers(notices, (sound) => ports.noticeSounds?.state(sound) ?? 'waiting');
}

/** While staff hold the notice before a registration; a kiosk that nobody holds has no place for what cannot be chosen. */
export function languagesOnNotice({ visit, outside }: SessionContext): {
  readonly languages?: LanguageOffers;
} {
  const { assist, purpose, correction } = visit;
  if (assist === null || purpose !== 'register' || correction !== null) return {};
  const offers = offersOf(outside);
  return offers.every(({ state }) => state === 'none') ? {} : { languages: offers };
}

/** The declaration as it was put to the member. */
export function ownDeclaration({
  visit,
  outside,
}: SessionContext): Pick<Extract<Screen, { id: 'declare' }>, 'own'> {
  const { own } = visit;
  if (own === null) return {};
  const words = translationOf(outside.ports.referenceData().notices ?? [], own.language, 'declaration');
  return words === null ? {} : { own: { language: own.language, text: words.text } };
}
