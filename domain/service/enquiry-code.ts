import { z } from 'zod';

/** No 0, 1, I or O: on a slip they are taken for one another. 32 characters, so eight of them are 40 bits. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CHARACTERS = 8;

export const enquiryCodeSchema = z.string().regex(/^[2-9A-HJ-NP-Z]{8}$/);

/**
 * The random code on a slip: with the reference it lets the member ask what became of a submission (DESIGN.md, *Sealed
 * means sealed*). It is shown once, sealed into the payload and kept nowhere else.
 * @param random at least eight random bytes
 * @throws RangeError when there are fewer
 */
export function enquiryCodeFrom(random: Uint8Array): string {
  if (random.byteLength < CHARACTERS) throw new RangeError('eight random bytes are needed');
  return Array.from(random.subarray(0, CHARACTERS), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join(
    '',
  );
}

/** In two groups of four, as it is shown: `K7M2 9XQA`. */
export function formatEnquiryCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** The code as typed: any case, spaces and hyphens anywhere; null when it is none. */
export function parseEnquiryCode(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
  return enquiryCodeSchema.safeParse(text).success ? text : null;
}
