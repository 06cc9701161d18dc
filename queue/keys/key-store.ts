import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isPracticeTerminal } from '../../domain/practice/practice-terminal.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { Enrolment, KeyDocument, PublicKey } from '../../domain/wire/contract.ts';
import type { Introduction } from '../../domain/wire/device-key.ts';
import { keyInForce, verifyKeyDocument } from '../../domain/wire/signing.ts';
import { openDeviceKey } from './device-key.ts';
import { isFileFault, readPrivate, tryWritePrivate, writePrivate } from './private-file.ts';
import { sealingDaysLeft } from './sealing-days.ts';
import { openTimeMark, type TimeMark } from './time-mark.ts';

const LANE_KEY_BYTES = 32;
const FILES = {
  laneKey: 'lane-key',
  keyDocument: 'key-document',
  timeMark: 'time-mark',
  epoch: 'epoch',
  deviceKey: 'device-key',
} as const;

/**
 * What the terminal knows and keeps to itself, in a folder of its own (0700, files 0600): the lane key, the newest key
 * document, the time mark with the budget clock, the epoch of the reference numbers, and its own signing key. Nothing
 * in it opens a submission.
 */
export interface KeyStore {
  /** The newest key document that was verified under the pinned root key. */
  document(): KeyDocument;
  /** The platform's key to seal to, or null when none is in force. */
  sealingKey(): PublicKey | null;
  /** Days for which there will be one without a newer key document, by trusted time or else by the lower bound. */
  sealingKeyDaysLeft(): number;
  /** Takes a newer key document; an equal or older version changes nothing. */
  offer(jws: string): Promise<Result<KeyDocument, Failure<'keys-not-trusted' | 'keys-not-newer'>>>;
  /** HMAC-SHA256 of a document's number under the lane key, cut to 16 bits: enough to keep one member's order. */
  laneOf(documentId: string): number;
  /**
   * A new lane key, so that lanes of different days cannot be compared. Only while nothing is pending; not at all while
   * the disk takes no file.
   */
  rotateLaneKey(): void;
  /** Makes the platform believe `signWithDevice` (domain/wire/device-key.ts); the same at every start. */
  introduction(): Introduction;
  /** Compact JWS under the terminal's own key, kid `device`. */
  signWithDevice(content: unknown): Promise<string>;
  readonly time: TimeMark;
  /** Epoch to give a database that has to be created: one this terminal never used. */
  nextEpoch(): number;
  /** Notes the epoch in use; no reference number may be given out when it answers false. */
  noteEpoch(epoch: number): boolean;
}

export interface KeyStoreOptions {
  readonly folder: string;
  readonly enrolment: Pick<Enrolment, 'rootKey' | 'keyDocument' | 'terminalId' | 'credential'>;
  readonly uptime?: () => number;
  readonly wall?: () => number;
}

/**
 * @returns `configuration` when the enrolment's own key document is not signed by its root key; `disk-full` or
 * `storage-fault` when the folder cannot be used
 */
export async function openKeyStore(
  options: KeyStoreOptions,
): Promise<Result<KeyStore, Failure<'configuration' | 'disk-full' | 'storage-fault'>>> {
  const { folder, enrolment } = options;
  const enrolled = await verifyKeyDocument(enrolment.keyDocument, enrolment.rootKey);
  if (!enrolled.ok) return fail('configuration', { field: 'keyDocument' });
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    const cached = readPrivate(join(folder, FILES.keyDocument));
    const jws = cached === null ? null : new TextDecoder().decode(cached);
    const newest = await newestOf(enrolled.value, jws, enrolment.rootKey);
    return ok(keyStore(options, newest));
  } catch (error) {
    if (!isFileFault(error)) throw error;
    return error.code === 'ENOSPC' ? fail('disk-full') : fail('storage-fault', { what: 'key-folder' });
  }
}

async function newestOf(
  enrolled: KeyDocument,
  cached: string | null,
  rootKey: Enrolment['rootKey'],
): Promise<KeyDocument> {
  if (cached === null) return enrolled;
  const verified = await verifyKeyDocument(cached, rootKey);
  return verified.ok && verified.value.version > enrolled.version ? verified.value : enrolled;
}

function keyStore(options: KeyStoreOptions, newest: KeyDocument): KeyStore {
  const path = (name: keyof typeof FILES): string => join(options.folder, FILES[name]);
  const uptime = options.uptime ?? (() => performance.now());
  const wall = options.wall ?? (() => Date.now());
  const time = openTimeMark({ path: path('timeMark'), uptime, wall });
  const device = openDeviceKey(path('deviceKey'), options.enrolment);
  let current = newest;
  // In practice nothing is sealed to a key that opens what is real, nor the other way round.
  const use = isPracticeTerminal(options.enrolment.terminalId) ? 'seal-practice' : 'seal';
  time.floor(current.issuedAt);
  const keptLaneKey = readPrivate(path('laneKey'));
  let laneKey = keptLaneKey?.byteLength === LANE_KEY_BYTES ? keptLaneKey : newLaneKey();

  function newLaneKey(): Uint8Array {
    const key = new Uint8Array(randomBytes(LANE_KEY_BYTES));
    writePrivate(path('laneKey'), key);
    return key;
  }

  function lastEpoch(): number {
    const bytes = readPrivate(path('epoch'));
    const number = bytes === null ? 0 : Number(new TextDecoder().decode(bytes));
    return Number.isSafeInteger(number) && number > 0 ? number : 0;
  }

  return {
    document: () => current,
    sealingKey() {
      const now = keyInForce(current, use, time.now().instant);
      const bound = time.lowerBound();
      // A wall clock that jumped to a wrong year must not stop the terminal from keeping what people bring.
      return now ?? (bound === null ? null : keyInForce(current, use, new Date(bound).toISOString()));
    },
    sealingKeyDaysLeft: () => sealingDaysLeft(current, use, time.passed() ?? time.now().instant),
    async offer(jws) {
      const verified = await verifyKeyDocument(jws, options.enrolment.rootKey);
      if (!verified.ok) return fail('keys-not-trusted', { fault: verified.code });
      if (verified.value.version <= current.version) return fail('keys-not-newer');
      // A full disk must not keep a revocation from taking effect: it counts from now on, and is fetched again later.
      tryWritePrivate(path('keyDocument'), jws);
      current = verified.value;
      time.note(current.issuedAt);
      return ok(current);
    },
    laneOf(documentId) {
      return createHmac('sha256', laneKey).update(documentId).digest().readUInt16BE(0);
    },
    rotateLaneKey() {
      const key = new Uint8Array(randomBytes(LANE_KEY_BYTES));
      if (tryWritePrivate(path('laneKey'), key)) laneKey = key;
    },
    introduction: () => device.introduction(),
    signWithDevice: (content) => device.sign(content),
    time,
    nextEpoch: () => lastEpoch() + 1,
    noteEpoch: (epoch) => epoch <= lastEpoch() || tryWritePrivate(path('epoch'), String(epoch)),
  };
}
