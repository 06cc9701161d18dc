import { createHmac, type KeyObject } from 'node:crypto';

/*
 * All numbers, and all codes, can be tried in a second: nothing of either is kept but under a key of the gateway.
 */
function keyed(key: KeyObject, ...parts: readonly string[]): Uint8Array {
  return createHmac('sha256', key).update(parts.join('\n')).digest();
}

/** A number of one code: two codes to one number cannot be brought together by whoever sees them. */
export function numberInCode(mobile: string, codeId: string, key: KeyObject): Uint8Array {
  return keyed(key, 'empf-gateway/mobile-in-code/v1', codeId, mobile);
}

/** The same number again and again, to count what is sent to it. */
export function numberKeyOf(mobile: string, key: KeyObject): Uint8Array {
  return keyed(key, 'empf-gateway/mobile/v1', mobile);
}

export function codeHash(code: string, codeId: string, key: KeyObject): Uint8Array {
  return keyed(key, 'empf-gateway/mobile-code/v1', codeId, code);
}
