import type { Device } from '../../device.ts';

/**
 * The boundary behind which an identity card reader is plugged in. Whatever reads the card (our reference reader over
 * HID, an OCR device, or middleware that an authority has authorised to open the chip: facts/hardware.md §2.5), the
 * terminal sees this and the events of `HardwareEvent`, nothing else.
 *
 * An adapter promises:
 * - every armed `readId` ends in at most one DOCUMENT_READ or READ_FAILED, and never in one after `disarm`, `forget`
 *   or `stop`;
 * - a document that nobody armed is dropped and counted, never kept for the next person;
 * - a document it emits went through `toIdentityDocument`, so its check digits are right;
 * - it heals by itself after unplug and replug, and says so by DEVICE_STATE;
 * - a read that is armed while the reader is absent waits for the reader; DEVICE_STATE tells meanwhile.
 */
export interface IdReaderAdapter extends Device {
  readonly name: 'id-reader';
  /** Asks for the next document, or the one already in the reader. A new id replaces the one before. */
  arm(readId: string): void;
  /** Nobody waits for a document any more. */
  disarm(): void;
}

/** What the terminal believes of a reader's own statement that the card is real. */
export interface AuthenticityPolicy {
  /**
   * True only for middleware authorised to read the chip and named in the configuration. Otherwise `passed` becomes
   * `not-performed`; `failed` is always believed.
   */
  readonly authorisedMiddleware: boolean;
}
