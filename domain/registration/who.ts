import type { WhoItIs } from '../identity/differing/difference.ts';
import { printedForm } from '../identity/document/partial-date.ts';
import type { RegistrationAnswers } from './answers.ts';
import type { IdentifiedMember } from './draft.ts';

/** Who stands here: by the document, or by what was typed where the reader could not read; null while that is not there. */
export function whoStandsHere(
  identified: IdentifiedMember,
  answers: Pick<RegistrationAnswers, 'surname' | 'givenNames' | 'dateOfBirth'>,
): WhoItIs | null {
  if (identified.means === 'reader') {
    const { surname, givenNames, dateOfBirth } = identified.document;
    return { ...asRecorded(surname, givenNames), dateOfBirth: printedForm(dateOfBirth) };
  }
  const { surname, givenNames = '', dateOfBirth } = answers;
  if (surname === undefined) return null;
  return { surname, givenNames, ...(dateOfBirth === undefined ? {} : { dateOfBirth }) };
}

/** A card with a single name may give it in either field; the platform's record needs it as the surname. */
export function asRecorded(
  surname: string,
  givenNames: string,
): { readonly surname: string; readonly givenNames: string } {
  return surname.trim() === ''
    ? { surname: givenNames.trim(), givenNames: '' }
    : { surname: surname.trim(), givenNames: givenNames.trim() };
}
