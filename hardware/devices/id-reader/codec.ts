import {
  byteField,
  bytesOfHex,
  type Fields,
  hexField,
  readFields,
  textField,
  writeFields,
} from './wire/fields.ts';
import {
  type Frame,
  frame,
  type FramingState,
  initialFraming,
  type Problem,
  unframe,
  wipeFraming,
} from './wire/framing.ts';
import {
  AUTHENTICITY_METHODS,
  AUTHENTICITY_RESULTS,
  DEVICE_MESSAGE_TYPES,
  type DeviceMessage,
  DOCUMENT_KINDS,
  HOST_MESSAGE_TYPES,
  type HostMessage,
  NONCE_BYTES,
  READ_ERRORS,
  type ReadErrorCode,
  REPORT_TO_DEVICE,
  REPORT_TO_HOST,
  type ReportedCard,
  type ReportedDocument,
  STATUS_FLAGS,
  TAGS,
} from './wire/protocol.ts';

/**
 * The codec of the reference ID reader, both ways (PROTOCOL.md). Pure and total: bytes and a state give messages,
 * problems and the next state; no bytes make it throw, loop, or hold more than one message.
 */
export type CodecState = FramingState;

export interface Decoded<Message> {
  readonly state: CodecState;
  readonly messages: readonly Message[];
  readonly problems: readonly Problem[];
}

const MAX_NAME = 160;
const MAX_SHORT_TEXT = 80;
const MRZ_LINE = 44;

export const initialCodecState: () => CodecState = initialFraming;

/** What the reader sent to the host. */
export function decodeFromDevice(state: CodecState, bytes: Uint8Array): Decoded<DeviceMessage> {
  return decode(state, bytes, REPORT_TO_HOST, parseDeviceMessage);
}

/** What the host sent to the reader; used by simulated readers. */
export function decodeFromHost(state: CodecState, bytes: Uint8Array): Decoded<HostMessage> {
  return decode(state, bytes, REPORT_TO_DEVICE, parseHostMessage);
}

/** Ends an unfinished message: after two silent seconds, on unplug and at the end of a session. */
export function reset(state: CodecState): Decoded<never> {
  const problems: readonly Problem[] = state.partial === null ? [] : ['message-incomplete'];
  wipe(state);
  return { state: initialFraming(), messages: [], problems };
}

/** Overwrites the personal data that a state no longer in use still holds. */
export function wipe(state: CodecState): void {
  wipeFraming(state);
}

/** Reports of a message to the reader. `messageId` is 1-255 and differs from that of the message before. */
export function encodeToDevice(message: HostMessage, messageId: number): Uint8Array[] {
  const payload =
    message.type === 'arm' ? writeFields([[TAGS.nonce, bytesOfHex(message.nonce)]]) : new Uint8Array(0);
  return frame(REPORT_TO_DEVICE, HOST_MESSAGE_TYPES[message.type], messageId, payload);
}

/** Reports of a message to the host; used by simulated readers. */
export function encodeToHost(message: DeviceMessage, messageId: number): Uint8Array[] {
  return frame(REPORT_TO_HOST, DEVICE_MESSAGE_TYPES[message.type], messageId, devicePayload(message));
}

function decode<Message extends object>(
  state: CodecState,
  bytes: Uint8Array,
  reportId: number,
  parse: (received: Frame) => Message | Problem,
): Decoded<Message> {
  const unframed = unframe(state, bytes, reportId);
  const messages: Message[] = [];
  const problems: Problem[] = [...unframed.problems];
  for (const received of unframed.frames) {
    const parsed = parse(received);
    received.payload.fill(0);
    if (typeof parsed === 'string') problems.push(parsed);
    else messages.push(parsed);
  }
  return { state: unframed.state, messages, problems };
}

function parseHostMessage({ type, payload }: Frame): HostMessage | Problem {
  const fields = readFields(payload);
  if (fields === null) return 'message-content';
  switch (type) {
    case HOST_MESSAGE_TYPES.hello:
      return { type: 'hello' };
    case HOST_MESSAGE_TYPES.arm: {
      const nonce = hexField(fields, TAGS.nonce, NONCE_BYTES);
      return nonce === null ? 'message-content' : { type: 'arm', nonce };
    }
    case HOST_MESSAGE_TYPES.disarm:
      return { type: 'disarm' };
    case HOST_MESSAGE_TYPES.forget:
      return { type: 'forget' };
    default:
      return 'message-unknown';
  }
}

function parseDeviceMessage({ type, payload }: Frame): DeviceMessage | Problem {
  const fields = readFields(payload);
  if (fields === null) return 'message-content';
  switch (type) {
    case DEVICE_MESSAGE_TYPES.hello:
      return parseHello(fields) ?? 'message-content';
    case DEVICE_MESSAGE_TYPES['card-present']:
      return { type: 'card-present' };
    case DEVICE_MESSAGE_TYPES['card-removed']:
      return { type: 'card-removed' };
    case DEVICE_MESSAGE_TYPES.document: {
      const nonce = hexField(fields, TAGS.nonce, NONCE_BYTES);
      const document = parseDocument(fields);
      return nonce === null || document === null ? 'message-content' : { type: 'document', nonce, document };
    }
    case DEVICE_MESSAGE_TYPES['read-error']: {
      const nonce = hexField(fields, TAGS.nonce, NONCE_BYTES);
      const code = readErrorOf(byteField(fields, TAGS.errorCode));
      return nonce === null || code === null ? 'message-content' : { type: 'read-error', nonce, code };
    }
    case DEVICE_MESSAGE_TYPES.status: {
      const flags = byteField(fields, TAGS.statusFlags);
      if (flags === null) return 'message-content';
      return {
        type: 'status',
        armed: (flags & STATUS_FLAGS.armed) !== 0,
        cardPresent: (flags & STATUS_FLAGS.cardPresent) !== 0,
        reading: (flags & STATUS_FLAGS.reading) !== 0,
      };
    }
    default:
      return 'message-unknown';
  }
}

function parseHello(fields: Fields): DeviceMessage | null {
  const serial = textField(fields, TAGS.serial, MAX_SHORT_TEXT);
  const firmware = textField(fields, TAGS.firmware, MAX_SHORT_TEXT);
  const capabilities = byteField(fields, TAGS.capabilities);
  return serial === null || firmware === null || capabilities === null
    ? null
    : { type: 'hello', serial, firmware, capabilities };
}

function readErrorOf(value: number | null): ReadErrorCode | null {
  const codes = Object.keys(READ_ERRORS) as ReadErrorCode[];
  return codes.find((code) => READ_ERRORS[code] === value) ?? null;
}

function parseDocument(fields: Fields): ReportedDocument | null {
  const kind = byteField(fields, TAGS.documentKind);
  if (kind === DOCUMENT_KINDS.hkid) return parseCard(fields);
  if (kind !== DOCUMENT_KINDS.passport) return null;
  const first = textField(fields, TAGS.mrzLine1, MRZ_LINE);
  const second = textField(fields, TAGS.mrzLine2, MRZ_LINE);
  return first === null || second === null ? null : { kind: 'passport', mrz: [first, second] };
}

function parseCard(fields: Fields): ReportedCard | null {
  const number = textField(fields, TAGS.number, MAX_SHORT_TEXT);
  const surname = textField(fields, TAGS.surname, MAX_NAME);
  const givenNames = textField(fields, TAGS.givenNames, MAX_NAME);
  const dateOfBirth = textField(fields, TAGS.dateOfBirth, MAX_SHORT_TEXT);
  const authenticity = parseAuthenticity(fields);
  // A field that may be absent is still refused when it is there and is not text.
  const nameChinese = textField(fields, TAGS.nameChinese, MAX_SHORT_TEXT);
  const sex = textField(fields, TAGS.sex, 1);
  const dateOfIssue = textField(fields, TAGS.dateOfIssue, MAX_SHORT_TEXT);
  const damaged = (tag: number, value: string | null): boolean => value === null && fields.has(tag);
  if (damaged(TAGS.nameChinese, nameChinese) || damaged(TAGS.dateOfIssue, dateOfIssue)) return null;
  if (damaged(TAGS.sex, sex) || (sex !== null && sex !== 'M' && sex !== 'F')) return null;
  if (number === null || surname === null || givenNames === null || dateOfBirth === null) return null;
  if (authenticity === null) return null;
  return {
    kind: 'hkid',
    number,
    surname,
    givenNames,
    nameChinese,
    dateOfBirth,
    sex,
    dateOfIssue,
    authenticity,
  };
}

function parseAuthenticity(fields: Fields): ReportedCard['authenticity'] | null {
  const bytes = fields.get(TAGS.authenticity);
  const method = AUTHENTICITY_METHODS[bytes?.[0] ?? -1];
  const result = AUTHENTICITY_RESULTS[bytes?.[1] ?? -1];
  if (bytes === undefined || method === undefined || result === undefined) return null;
  const middleware = textField(
    new Map([[TAGS.authenticity, bytes.subarray(2)]]),
    TAGS.authenticity,
    MAX_SHORT_TEXT,
  );
  return middleware === null ? null : { method, result, middleware };
}

function devicePayload(message: DeviceMessage): Uint8Array {
  switch (message.type) {
    case 'hello':
      return writeFields([
        [TAGS.serial, message.serial],
        [TAGS.firmware, message.firmware],
        [TAGS.capabilities, Uint8Array.of(message.capabilities)],
      ]);
    case 'card-present':
    case 'card-removed':
      return new Uint8Array(0);
    case 'document':
      return writeFields([[TAGS.nonce, bytesOfHex(message.nonce)], ...documentFields(message.document)]);
    case 'read-error':
      return writeFields([
        [TAGS.nonce, bytesOfHex(message.nonce)],
        [TAGS.errorCode, Uint8Array.of(READ_ERRORS[message.code])],
      ]);
    case 'status': {
      const flags =
        (message.armed ? STATUS_FLAGS.armed : 0) |
        (message.cardPresent ? STATUS_FLAGS.cardPresent : 0) |
        (message.reading ? STATUS_FLAGS.reading : 0);
      return writeFields([[TAGS.statusFlags, Uint8Array.of(flags)]]);
    }
  }
}

function documentFields(document: ReportedDocument): (readonly [number, Uint8Array | string])[] {
  if (document.kind === 'passport') {
    return [
      [TAGS.documentKind, Uint8Array.of(DOCUMENT_KINDS.passport)],
      [TAGS.mrzLine1, document.mrz[0]],
      [TAGS.mrzLine2, document.mrz[1]],
    ];
  }
  const { authenticity } = document;
  const evidence = Uint8Array.of(
    AUTHENTICITY_METHODS.indexOf(authenticity.method),
    AUTHENTICITY_RESULTS.indexOf(authenticity.result),
    ...new TextEncoder().encode(authenticity.middleware),
  );
  const always: (readonly [number, Uint8Array | string])[] = [
    [TAGS.documentKind, Uint8Array.of(DOCUMENT_KINDS.hkid)],
    [TAGS.number, document.number],
    [TAGS.surname, document.surname],
    [TAGS.givenNames, document.givenNames],
    [TAGS.dateOfBirth, document.dateOfBirth],
    [TAGS.authenticity, evidence],
  ];
  const sometimes: readonly (readonly [number, string | null])[] = [
    [TAGS.nameChinese, document.nameChinese],
    [TAGS.sex, document.sex],
    [TAGS.dateOfIssue, document.dateOfIssue],
  ];
  for (const [tag, value] of sometimes) if (value !== null) always.push([tag, value]);
  return always;
}
