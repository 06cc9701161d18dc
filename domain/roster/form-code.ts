import { z } from 'zod';
import { LOCALES } from '../locale.ts';
import { fail, ok, type Failure, type Result } from '../result.ts';
import type { Brought } from './prefill.ts';
import { employmentSchema } from './prefill.ts';

/*
 * The QR code of a partner's registration form (docs/van-roster.md). It carries what its bearer would type, and of the
 * number on the card sixteen bits: enough to tell that it is another person's, too few to say whose it is.
 */

const PREFIX = 'EMPF-FORM:';
const VERSION = '1:';
/** Longest text of a code; a phone's screen shows it so that a scanner still reads it. */
export const FORM_CODE_CHARACTERS = 640;

/** What a form's code says. */
export interface FormCode extends Brought {
  /** Of the number on the card (`checkOfNumber`). */
  readonly check: string;
}

export const FORM_CODE_FAULTS = ['damaged', 'too-long', 'other-version', 'other-code'] as const;
/** Why a code fills in nothing. `other-code`: it is none of a form. */
export type FormCodeFault = (typeof FORM_CODE_FAULTS)[number];

/** As it goes from the scanner to the terminal. */
export const formCodeSchema = z.strictObject({
  check: z.string().regex(/^[0-9A-F]{4}$/),
  mobile: z
    .string()
    .regex(/^\d{8}$/)
    .nullable(),
  language: z.enum(LOCALES).nullable(),
  employment: employmentSchema.nullable(),
}) satisfies z.ZodType<FormCode>;

/** Sixteen bits of a number as payloads carry it, always the same: many codes of one person say no more than one. */
export function checkOfNumber(number: string): string {
  return hexOf(crc32(number)).slice(-4);
}

/** The text of the QR code. @throws RangeError when it would be too long */
export function formQrText(number: string, { mobile, language, employment }: Brought): string {
  const { employer, businessRegistration, casual, industryScheme } = employment ?? {};
  const fields = {
    h: checkOfNumber(number),
    m: mobile ?? undefined,
    l: language ?? undefined,
    e: employer,
    b: businessRegistration,
    c: casual === undefined ? undefined : casual ? '1' : '0',
    i: industryScheme,
  };
  const data = Object.entries(fields)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`]))
    .join('&');
  const text = `${PREFIX}${VERSION}${data}:${hexOf(crc32(data))}`;
  if (text.length > FORM_CODE_CHARACTERS) throw new RangeError('too long for a code');
  return text;
}

/** Whether a scanned text claims to be a form's: such a text is never a badge, whatever follows. */
export function isFormText(scanned: string): boolean {
  return scanned.slice(0, PREFIX.length).toUpperCase() === PREFIX;
}

/** Reads a scanned text. Total: no text makes it throw. */
export function formInQrText(scanned: string): Result<FormCode, Failure<FormCodeFault>> {
  if (!isFormText(scanned)) return fail('other-code');
  if (scanned.length > FORM_CODE_CHARACTERS) return fail('too-long');
  const rest = scanned.slice(PREFIX.length);
  if (!rest.startsWith(VERSION)) return fail(/^\d{1,3}:/.test(rest) ? 'other-version' : 'damaged');
  const [, data = '', sum = ''] = /^(.*):([0-9A-F]{8})$/.exec(rest.slice(VERSION.length)) ?? [];
  if (sum === '' || hexOf(crc32(data)) !== sum) return fail('damaged');
  const read = fieldsOf(data);
  if (read === null) return fail('damaged');
  const { h, m, l, e, b, c, i, ...unknown } = read;
  if (Object.keys(unknown).length > 0) return fail('other-version');
  const employment = {
    ...(e === undefined ? {} : { employer: e }),
    ...(b === undefined ? {} : { businessRegistration: b }),
    ...(c === undefined ? {} : { casual: c === '1' ? true : c === '0' ? false : c }),
    ...(i === undefined ? {} : { industryScheme: i }),
  };
  const parsed = formCodeSchema.safeParse({
    check: h,
    mobile: m ?? null,
    language: l ?? null,
    employment: Object.keys(employment).length === 0 ? null : employment,
  });
  return parsed.success ? ok(parsed.data) : fail('damaged');
}

type Key = 'h' | 'm' | 'l' | 'e' | 'b' | 'c' | 'i';

/** Each key once; null when something cannot be read. */
function fieldsOf(data: string): Partial<Record<Key, string>> | null {
  const fields: Record<string, string> = {};
  for (const part of data.split('&')) {
    const [, key, value] = /^([a-z])=(.*)$/.exec(part) ?? [];
    if (key === undefined || value === undefined || key in fields) return null;
    try {
      fields[key] = decodeURIComponent(value);
    } catch {
      return null;
    }
  }
  return fields;
}

const POLYNOMIAL = 0xedb88320;

/** CRC-32 (ISO 3309) of the UTF-8 form of a text. */
function crc32(text: string): number {
  let sum = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ ((sum & 1) === 1 ? POLYNOMIAL : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

function hexOf(sum: number): string {
  return sum.toString(16).toUpperCase().padStart(8, '0');
}
