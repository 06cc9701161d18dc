import { canonicalHkid, parseHkid } from '../../identity/document/hkid.ts';
import type { RemittanceCode } from '../problems/codes.ts';
import { REMITTANCE_LIMITS } from '../limits.ts';

/**
 * The number of an identity card as the file writes it, with its check character and without brackets, or of a passport
 * (facts/domain.md §1.1, §3a).
 *
 * @returns the code of what is wrong; null when nothing is. A right check character proves nothing about the card.
 */
export function identityFault(idType: string, text: string): RemittanceCode | null {
  if (idType === 'PASSPORT') return passportFault(text);
  const number = parseHkid(text);
  if (number.ok) return canonicalHkid(number.value) === text ? null : 'hkid-decoration';
  return number.code === 'required' ? 'hkid-characters' : number.code;
}

function passportFault(text: string): RemittanceCode | null {
  if (!/^[A-Z0-9]+$/i.test(text)) return 'passport-characters';
  if (text.length > REMITTANCE_LIMITS.passportCharacters) return 'passport-too-long';
  const asHkid = parseHkid(text);
  return asHkid.ok && /^[A-Z]/.test(text) ? 'passport-is-hkid' : null;
}

/**
 * `A12***(*)` for whatever begins as an identity card number does, right or wrong; otherwise stars alone, for it may be
 * a name (facts/domain.md §7).
 */
export function maskedNumber(idType: string, text: string): string {
  if (!/^[A-Z]{1,2}\d{3,}/i.test(text)) return '***';
  return `${text.slice(0, 3)}${idType === 'PASSPORT' ? '***' : '***(*)'}`;
}

/** A staff number only when it is plainly one: after a shift of columns anything may stand in its place. */
export function shownStaffNo(text: string, idNo: string): string | null {
  const plain = /^(?=.*\d)[A-Za-z0-9/_-]{1,20}$/.test(text);
  return plain && text !== idNo && !/^[A-Za-z]{1,2}[0-9]{6}/.test(text) && !/^\d{8}$/.test(text)
    ? text
    : null;
}
