import type { IdentifiedMember } from '../../registration/draft.ts';

/**
 * What makes two submissions the same person's, as input of the lane's HMAC only (DESIGN.md, *Sealed means sealed*).
 * The check character is left out: it is not part of the number (facts/domain.md §1.1), so a card read and the same
 * number typed fall into one lane. Never stored, logged or sent.
 */
export function documentIdentity(identified: IdentifiedMember): string {
  const number = identified.means === 'reader' ? identified.document.number : identified.number;
  return `hkid:${number.body}`;
}
