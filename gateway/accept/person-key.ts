import { createHmac, type KeyObject } from 'node:crypto';
import type { Understood } from './kinds/kind-rules.ts';

/**
 * Recognises the same person twice without keeping the number: HMAC-SHA-256 of the document id under a key of the
 * gateway. A plain hash would not do, since all identity card numbers can be tried in minutes.
 */
export function personKeyOf(documentId: string, key: KeyObject): Uint8Array {
  return createHmac('sha256', key).update('empf-gateway/person/v1\n').update(documentId).digest();
}

/** Tells whether somebody is on record with the same name and birth date, without keeping either. */
export function detailsKeyOf(documentId: string, details: string, key: KeyObject): Uint8Array {
  return createHmac('sha256', key)
    .update('empf-gateway/details/v1\n')
    .update(`${documentId}\n${details}`)
    .digest();
}

/** Finds the rules of an employer account in a scheme again without keeping which account it is. */
export function employerKeyOf(
  { account, scheme }: { readonly account: string; readonly scheme: string },
  key: KeyObject,
): Uint8Array {
  return createHmac('sha256', key)
    .update('empf-gateway/employer/v1\n')
    .update(`${account}\n${scheme}`)
    .digest();
}

/** Tells whether a company is registered already, without keeping which it is. */
export function companyKeyOf(businessRegistration: string, key: KeyObject): Uint8Array {
  return createHmac('sha256', key).update('empf-gateway/company/v1\n').update(businessRegistration).digest();
}

/**
 * Recognises the slip of what nobody was identified for (ADR 0016): HMAC-SHA-256 of its id and its code under the same
 * key. A plain hash would not do, since forty bits can be tried in hours.
 */
function slipKeyOf(id: string, code: string, key: KeyObject): Uint8Array {
  return createHmac('sha256', key).update('empf-gateway/slip/v1\n').update(`${id}\n${code}`).digest();
}

/**
 * Whose a submission is: the person's, or of whoever has its slip; null for what belongs to nobody. A withdrawal by
 * slip belongs to who has the slip of what it withdraws.
 */
export function ownerKeyOf(
  { member, withdraws, withdrawsWith, enquiryCode }: Understood,
  id: string,
  key: KeyObject,
): Uint8Array | null {
  if (member !== null) return personKeyOf(member.documentId, key);
  if (withdraws !== null) return withdrawsWith === null ? null : slipKeyOf(withdraws, withdrawsWith, key);
  return enquiryCode === null ? null : slipKeyOf(id, enquiryCode, key);
}
