import type { AuthenticityEvidence } from '../../../../domain/identity/document/document.ts';

/** The numbers of PROTOCOL.md. Changing one is a new protocol version. */
export const USAGE_PAGE = 0xff45;
export const USAGE = 0x01;

/**
 * A report is 64 bytes with its id, so that it fits one packet of a full-speed interrupt endpoint and a reader needs
 * no reassembly below ours.
 */
export const REPORT_BYTES = 64;
export const HEADER_BYTES = 12;
export const CHUNK_BYTES = REPORT_BYTES - HEADER_BYTES;
/** Bounds what a faulty reader can make us hold: the longest real document is under 700 bytes. */
export const MAX_MESSAGE_BYTES = 2048;
export const NONCE_BYTES = 8;

export const REPORT_TO_HOST = 0x01;
export const REPORT_TO_DEVICE = 0x02;
/** High nibble: this protocol. Low nibble: its version. */
export const MARK = 0xe1;

/** The report descriptor (PROTOCOL.md §2), byte for byte. */
export const REPORT_DESCRIPTOR: Uint8Array = Uint8Array.from([
  0x06, 0x45, 0xff, 0x09, 0x01, 0xa1, 0x01, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08, 0x95, 0x3f, 0x85, 0x01,
  0x09, 0x02, 0x81, 0x02, 0x85, 0x02, 0x09, 0x03, 0x91, 0x02, 0xc0,
]);

/** What the host may say. A read is armed with a nonce that the answer must repeat. */
export const HOST_MESSAGE_TYPES = { hello: 0x01, arm: 0x02, disarm: 0x03, forget: 0x04 } as const;
/** What the reader may say. */
export const DEVICE_MESSAGE_TYPES = {
  hello: 0x81,
  'card-present': 0x82,
  'card-removed': 0x83,
  document: 0x84,
  'read-error': 0x85,
  status: 0x86,
} as const;

export const TAGS = {
  nonce: 0x01,
  documentKind: 0x02,
  errorCode: 0x03,
  serial: 0x04,
  firmware: 0x05,
  capabilities: 0x06,
  statusFlags: 0x07,
  number: 0x10,
  surname: 0x11,
  givenNames: 0x12,
  nameChinese: 0x13,
  dateOfBirth: 0x14,
  sex: 0x15,
  dateOfIssue: 0x16,
  authenticity: 0x20,
  mrzLine1: 0x30,
  mrzLine2: 0x31,
} as const;
/** Tags from here on are extensions that a host which does not know them skips. */
export const FIRST_OPTIONAL_TAG = 0x80;

export const DOCUMENT_KINDS = { hkid: 1, passport: 2 } as const;
export const READ_ERRORS = {
  unreadable: 1,
  'removed-while-reading': 2,
  'not-a-document-we-know': 3,
  'middleware-down': 4,
  faulted: 5,
} as const;
export type ReadErrorCode = keyof typeof READ_ERRORS;

export const CAPABILITIES = { hkid: 0x01, mrz: 0x02, chipAuthenticity: 0x04 } as const;
export const STATUS_FLAGS = { armed: 0x01, cardPresent: 0x02, reading: 0x04 } as const;
export const AUTHENTICITY_METHODS = [
  'none',
  'chip',
] as const satisfies readonly AuthenticityEvidence['method'][];
export const AUTHENTICITY_RESULTS = [
  'not-performed',
  'passed',
  'failed',
] as const satisfies readonly AuthenticityEvidence['result'][];

/** What a reader says is printed, as text; nothing in it has been checked against any rule yet. */
export interface ReportedCard {
  readonly kind: 'hkid';
  /** Body and check character, without brackets. */
  readonly number: string;
  readonly surname: string;
  readonly givenNames: string;
  readonly nameChinese: string | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as printed. */
  readonly dateOfBirth: string;
  readonly sex: 'M' | 'F' | null;
  readonly dateOfIssue: string | null;
  readonly authenticity: AuthenticityEvidence;
}

interface ReportedPassport {
  readonly kind: 'passport';
  readonly mrz: readonly [string, string];
}

export type ReportedDocument = ReportedCard | ReportedPassport;

export type HostMessage =
  | { readonly type: 'hello' }
  | { readonly type: 'arm'; readonly nonce: string }
  | { readonly type: 'disarm' }
  | { readonly type: 'forget' };

export type DeviceMessage =
  | {
      readonly type: 'hello';
      readonly serial: string;
      readonly firmware: string;
      readonly capabilities: number;
    }
  | { readonly type: 'card-present' }
  | { readonly type: 'card-removed' }
  | { readonly type: 'document'; readonly nonce: string; readonly document: ReportedDocument }
  | { readonly type: 'read-error'; readonly nonce: string; readonly code: ReadErrorCode }
  | {
      readonly type: 'status';
      readonly armed: boolean;
      readonly cardPresent: boolean;
      readonly reading: boolean;
    };
