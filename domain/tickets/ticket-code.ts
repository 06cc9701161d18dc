import { parseEnquiryCode } from '../service/enquiry-code.ts';

/** As on an enquiry slip: no 0, 1, I or O. 32 characters, five bits each: 26 of them are 130 bits. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const TICKET_CODE_CHARACTERS = 26;
const CODE = new RegExp(`^[${ALPHABET}]{${String(TICKET_CODE_CHARACTERS)}}$`);

const PREFIXES = { ticket: 'EMPF-TICKET:', booking: 'EMPF-BOOKING:' } as const;
const VERSION = '1:';

/** What a QR code of a ticket or of a booking says. */
export interface ScannedTicket {
  readonly of: keyof typeof PREFIXES;
  /** Random; whoever holds it may look at that one thing and cancel it. Nothing of a person is in it. */
  readonly code: string;
}

/** How somebody shows that a booking is theirs: with its QR code, or with the reference they were told. */
export type BookingProof =
  { readonly by: 'code'; readonly code: string } | { readonly by: 'reference'; readonly reference: string };

/**
 * A new code of a ticket or a booking.
 * @param random at least {@link TICKET_CODE_CHARACTERS} random bytes
 * @throws RangeError when there are fewer
 */
export function ticketCodeFrom(random: Uint8Array): string {
  if (random.byteLength < TICKET_CODE_CHARACTERS) throw new RangeError('twenty-six random bytes are needed');
  return Array.from(random.subarray(0, TICKET_CODE_CHARACTERS), (byte) =>
    ALPHABET.charAt(byte % ALPHABET.length),
  ).join('');
}

function isTicketCode(text: string): boolean {
  return CODE.test(text);
}

/** The text of the QR code. */
export function ticketQrText({ of, code }: ScannedTicket): string {
  return `${PREFIXES[of]}${VERSION}${code}`;
}

/** Whether a scanned text claims to be a ticket's or a booking's: such a text is never a badge, whatever follows. */
export function isTicketText(scanned: string): boolean {
  const text = scanned.toUpperCase();
  return Object.values(PREFIXES).some((prefix) => text.startsWith(prefix));
}

/** What a scanned text says; null when it is not of a version we know or something in it is wrong. */
export function ticketInQrText(scanned: string): ScannedTicket | null {
  const text = scanned.toUpperCase();
  for (const kind of ['ticket', 'booking'] as const) {
    const prefix = `${PREFIXES[kind]}${VERSION}`;
    const code = text.slice(prefix.length);
    if (text.startsWith(prefix) && isTicketCode(code)) return { of: kind, code };
  }
  return null;
}

/**
 * The reference of a booking as typed: eight characters of the alphabet of an enquiry code, any case, spaces and hyphens
 * anywhere.
 * @returns null when it cannot be one
 */
export function parseBookingReference(typed: string): string | null {
  return parseEnquiryCode(typed);
}
