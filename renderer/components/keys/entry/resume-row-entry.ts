import { ENQUIRY_CODE_KEYS } from './enquiry-code-entry.ts';
import { NO_KEYS, typeInto, type NextKeys } from './next-keys.ts';

/** Characters of a row of a resume slip (domain/parking/resume-code.ts): of the same alphabet as an enquiry code. */
export const RESUME_ROW_LENGTH = 16;

/** Which keys can come next after what has been typed. */
export function nextResumeKeys(value: string): NextKeys {
  return value.length < RESUME_ROW_LENGTH ? ENQUIRY_CODE_KEYS : NO_KEYS;
}

/** What has been typed with one more character, if that character can come next. */
export function typeResumeRow(value: string, character: string): string {
  return typeInto(value, character, nextResumeKeys(value));
}
