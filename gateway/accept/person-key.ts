import { createHmac, type KeyObject } from 'node:crypto';

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
