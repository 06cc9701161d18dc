/** As on an enquiry slip: no 0, 1, I or O. 32 characters, so each is five bits. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const BITS = 5;

/** A slip has two rows of 16 characters: 15 that say something, and one that checks them. */
const ROW_CHARACTERS = 16;
const DATA_CHARACTERS = 15;
const ID_CHARACTERS = 4;
const SECRET_BYTES = 16;
/** Sixteen bytes of secret, and three for the four characters of the id. */
export const RESUME_RANDOM_BYTES = SECRET_BYTES + 3;

const QR_PREFIX = 'EMPF-RESUME:';
const QR_VERSION = '1:';

/** What the code of a slip says. */
export interface ResumeCode {
  /** Names the draft to staff and in the audit log; no secret, and no way to the draft. */
  readonly draftId: string;
  /** 128 random bits: the draft's key is derived from it. In memory only, never on a disk (DESIGN.md, *Resume*). */
  readonly secret: Uint8Array;
  /** Made in practice: it opens nothing elsewhere. */
  readonly practice: boolean;
}

/**
 * A new code, 32 characters without spaces.
 * @param practice marks it as made in practice
 * @param random at least {@link RESUME_RANDOM_BYTES} random bytes
 * @throws RangeError when there are fewer
 */
export function resumeCodeFrom(random: Uint8Array, practice = false): string {
  if (random.byteLength < RESUME_RANDOM_BYTES) throw new RangeError('nineteen random bytes are needed');
  const id = [...random.subarray(SECRET_BYTES, RESUME_RANDOM_BYTES)].reduce(
    (sum, byte) => sum * 256 + byte,
    0,
  );
  const letters = valuesOf(BigInt(id) & 0xfffffn, ID_CHARACTERS);
  const secret = random.subarray(0, SECRET_BYTES).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  // 26 characters carry 130 bits; of the two that are over the last marks practice and the other is zero.
  const mark = practice ? 1n : 0n;
  const data = [...letters, ...valuesOf((secret << 2n) | mark, 2 * DATA_CHARACTERS - ID_CHARACTERS)];
  return [data.slice(0, DATA_CHARACTERS), data.slice(DATA_CHARACTERS)]
    .map((row, index) => textOf([...row, checkOf(row, index)]))
    .join('');
}

/**
 * One row as typed: any case, spaces and hyphens anywhere.
 * @param index 0 for the first row, 1 for the second: one typed in place of the other is found out
 * @returns its sixteen characters, or null when something in it is wrong
 */
export function parseResumeRow(typed: string, index: 0 | 1): string | null {
  const text = squeezed(typed);
  const values = Array.from(text, (character) => ALPHABET.indexOf(character));
  if (values.length !== ROW_CHARACTERS || values.includes(-1)) return null;
  const check = values.at(-1);
  return check === checkOf(values.slice(0, DATA_CHARACTERS), index) ? text : null;
}

/** What a whole code says, both rows after one another as typed or scanned; null when something in it is wrong. */
export function parseResumeCode(text: string): ResumeCode | null {
  const code = squeezed(text);
  const first = parseResumeRow(code.slice(0, ROW_CHARACTERS), 0);
  const second = parseResumeRow(code.slice(ROW_CHARACTERS), 1);
  if (first === null || second === null) return null;
  const data = [first, second].map((row) => row.slice(0, DATA_CHARACTERS)).join('');
  const whole = Array.from(data.slice(ID_CHARACTERS)).reduce(
    (sum, character) => (sum << BigInt(BITS)) | BigInt(ALPHABET.indexOf(character)),
    0n,
  );
  if ((whole & 2n) !== 0n) return null;
  const bits = whole >> 2n;
  const secret = Uint8Array.from({ length: SECRET_BYTES }, (_, at) =>
    Number((bits >> BigInt(8 * (SECRET_BYTES - 1 - at))) & 0xffn),
  );
  return { draftId: data.slice(0, ID_CHARACTERS), secret, practice: (whole & 1n) === 1n };
}

/** As a slip shows it, a text for each row: `K7M2 9XQA …`. */
export function resumeRows(code: string): readonly [string, string] {
  const row = (from: number): string =>
    (code.slice(from, from + ROW_CHARACTERS).match(/.{1,4}/g) ?? []).join(' ');
  return [row(0), row(ROW_CHARACTERS)];
}

/** The text of the slip's QR code. Nothing of a person is in it. */
export function resumeQrText(code: string): string {
  return `${QR_PREFIX}${QR_VERSION}${code}`;
}

/**
 * Whether a scanned text claims to be a resume slip's. Such a text is never a badge, whatever follows; and what is not
 * one is never a slip.
 */
export function isResumeText(scanned: string): boolean {
  return scanned.toUpperCase().startsWith(QR_PREFIX);
}

/** The code in a scanned slip; null when it is not of a version we know or something in it is wrong. */
export function codeInQrText(scanned: string): string | null {
  const text = scanned.toUpperCase();
  const prefix = `${QR_PREFIX}${QR_VERSION}`;
  if (!text.startsWith(prefix)) return null;
  const code = squeezed(text.slice(prefix.length));
  return parseResumeCode(code) === null ? null : code;
}

function squeezed(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
}

function valuesOf(bits: bigint, characters: number): readonly number[] {
  return Array.from({ length: characters }, (_, at) =>
    Number((bits >> BigInt(BITS * (characters - 1 - at))) & 31n),
  );
}

function textOf(values: readonly number[]): string {
  return values.map((value) => ALPHABET.charAt(value)).join('');
}

/** x⁵ + x² + 1, primitive over GF(2): the powers of 2 run through all 31 elements of GF(32) that are not zero. */
const POLYNOMIAL = 0b100101;

/**
 * A weighted sum over GF(32), each place with a weight of its own: finds every single wrong character and every two that
 * changed places, and is another for each row.
 */
function checkOf(data: readonly number[], row: number): number {
  let weight = 1;
  let sum = row;
  for (const value of data) {
    weight = doubled(weight);
    sum ^= times(value, weight);
  }
  return sum;
}

function doubled(value: number): number {
  const shifted = value << 1;
  return shifted > 31 ? shifted ^ POLYNOMIAL : shifted;
}

function times(left: number, right: number): number {
  let product = 0;
  let factor = left;
  for (let rest = right; rest > 0; rest >>= 1) {
    if ((rest & 1) === 1) product ^= factor;
    factor = doubled(factor);
  }
  return product;
}
