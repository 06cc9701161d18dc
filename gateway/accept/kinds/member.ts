import type { z } from 'zod';
import type { IdentificationEvidence } from '../../../domain/assurance.ts';
import { maskHkid, parseHkid } from '../../../domain/identity/document/hkid.ts';
import { letters } from '../../../domain/identity/differing/difference.ts';
import type { personSchema } from '../../../domain/registration/payload.ts';
import type { Understood } from './kind-rules.ts';

/**
 * Who a payload is from.
 * @param hkid body and check character; the check character is not part of the number, and not of who somebody is
 *   (facts/domain.md §1.1)
 */
export function memberOf(hkid: string, evidence: IdentificationEvidence): NonNullable<Understood['member']> {
  const body = hkid.slice(0, -1);
  return {
    evidence,
    documentId: documentIdOf(body),
    maskedNumber: maskHkid({ body, check: hkid.slice(-1) }),
  };
}

/**
 * Name and birth date as they are compared with what is on record: letters and figures count, case and the width of
 * spaces do not (`domain/identity/differing/difference.ts`).
 */
export function detailsOf({
  surname,
  givenNames,
  dateOfBirth,
}: Pick<z.infer<typeof personSchema>, 'surname' | 'givenNames' | 'dateOfBirth'>): string {
  return [letters(surname), letters(givenNames), dateOfBirth.derived].join('\n');
}

/** What a person is recognised by, from a number without its check character. */
export function documentIdOf(body: string): string {
  return `hkid:${body}`;
}

/** False when the check character is not that of the number: a regular terminal does not send it. */
export function isWellFormed(hkid: string): boolean {
  return parseHkid(hkid).ok;
}
