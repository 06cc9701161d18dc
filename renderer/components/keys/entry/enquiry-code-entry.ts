import { NO_KEYS, typeInto, type NextKeys } from './next-keys.ts';

/** Characters of an enquiry code (domain/service/enquiry-code.ts): none that is taken for another. */
export const ENQUIRY_CODE_KEYS: NextKeys = { letters: 'ABCDEFGHJKLMNPQRSTUVWXYZ', digits: '23456789' };

export const ENQUIRY_CODE_LENGTH = 8;

/** Which keys can come next after what has been typed. */
export function nextEnquiryCodeKeys(value: string): NextKeys {
  return value.length < ENQUIRY_CODE_LENGTH ? ENQUIRY_CODE_KEYS : NO_KEYS;
}

/** What has been typed with one more character, if that character can come next. */
export function typeEnquiryCode(value: string, character: string): string {
  return typeInto(value, character, nextEnquiryCodeKeys(value));
}
