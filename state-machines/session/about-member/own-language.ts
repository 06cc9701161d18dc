import type { InterpretedLanguage } from '../../../domain/identity/interpretation.ts';
import { isWhole, type OwnLanguage, type PutText } from '../../../domain/notices/own-language.ts';
import { textsToPut } from '../../../domain/notices/offers.ts';
import {
  type TranslatedPart,
  type Translation,
  TRANSLATED_PARTS,
} from '../../../domain/notices/translation.ts';
import type { RegistrationAnswers } from '../../../domain/registration/answers.ts';
import type { SessionContext } from '../context/context.ts';
import type { Visit } from '../context/visit.ts';

/** After the review, one by one, in the member's own language: the page with two boxes does not ask it before. */
export const ASKED_LATER: RegistrationAnswers = { optionalUses: '' };

/** What is put before anything is collected, and what before it is declared. */
export const NOTICE_PARTS: readonly TranslatedPart[] = ['notice'];
export const CONSENT_PARTS: readonly TranslatedPart[] = TRANSLATED_PARTS.filter((part) => part !== 'notice');

/** Another card is another person, to whom nothing was put yet. */
export function heardByNobody(own: OwnLanguage | null): OwnLanguage | null {
  return own === null ? null : { ...own, texts: [] };
}

/** Whether the notice was put to whoever stands here, where it is put in their own language. */
export function knowsNotice({ own }: Visit): boolean {
  return own === null || own.texts.some(({ part }) => part === 'notice');
}

/** Whether all of it was. */
export function knowsAll({ own }: Visit): boolean {
  return own === null || isWhole(own);
}

/** The signed-off words for it; null where they are not to be had any more. */
export function textsFor(
  { outside, visit }: SessionContext,
  parts: readonly TranslatedPart[],
  language: InterpretedLanguage | undefined = visit.own?.language,
): readonly Translation[] | null {
  const { notices = [] } = outside.ports.referenceData();
  return language === undefined ? null : textsToPut(notices, language, parts);
}

/** The visit after some texts were put: each counts once, as it was put last. */
export function withPut(visit: Visit, texts: readonly PutText[]): Visit {
  const { own } = visit;
  if (own === null) return visit;
  const others = own.texts.filter(({ part }) => texts.every((text) => text.part !== part));
  return { ...visit, own: { ...own, texts: [...others, ...texts] } };
}
