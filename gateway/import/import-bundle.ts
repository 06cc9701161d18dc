import { setTimeout as pause } from 'node:timers/promises';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { BundleManifest, BundlePart, ReceiptFile } from '../../domain/wire/bundle.ts';
import { openPart } from '../../domain/wire/sealed/bundle-packing.ts';
import {
  type ProblemCode,
  type SubmissionRequest,
  submissionResponseSchema,
} from '../../domain/wire/contract.ts';
import type { AcceptResult, Incoming } from '../accept/accept.ts';
import { placeOf } from '../accept/lanes.ts';
import { pinDeviceKey } from '../audit/device-keys.ts';
import type { GatewayParts } from '../parts.ts';
import { terminalFault } from '../practice/practice.ts';
import { BETWEEN_TRIES_MS, TRIES } from './patience.ts';
import { type FolderFault, readManifest, readPart } from './bundle-folder.ts';
import { takeDayReports } from './take-day-reports.ts';
import { writeReceipts } from './receipts-file.ts';

export interface ImportedBundle {
  readonly bundleId: string;
  readonly terminalId: string;
  /** Submissions that had not been received before. */
  readonly taken: number;
  /** Received before, by network or from another bundle: the same receipt again. */
  readonly repeated: number;
  readonly refused: number;
  /** Not taken now: behind a refused one of the same member, or the gateway was busy. They stay pending there. */
  readonly waiting: number;
  readonly attachments: number;
  readonly attachmentsRefused: number;
  /** Reports of days that are held now, whichever way they came first. */
  readonly dayReports: number;
  /** Another report is held for that day, or this one cannot be believed. */
  readonly dayReportsRefused: number;
  readonly unreadableParts: readonly string[];
  /** False when the drive took no file: import it once more. */
  readonly receiptsWritten: boolean;
}

export type ImportFault =
  | FolderFault
  | 'terminal-unknown'
  | 'device-key-differs'
  | 'sealing-key-unknown'
  | 'practice-refused'
  | 'live-refused';

/** Say nothing about the submission itself. */
const PASSING: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['busy', 'idempotency-in-progress']);

/**
 * Takes a bundle in, each submission and each file in the very way in which the network would have brought it, so that
 * the same bundle twice, or a bundle and the network in either order, have one effect; reports of days likewise. A part that is missing or
 * damaged is left out and named; the others count. Puts the receipts into the bundle's folder.
 *
 * @returns what became of it; or why none of it was looked at: no manifest, one that is not signed, a terminal that is
 *   not enrolled, a device key that is not this terminal's
 */
export async function importBundle(
  parts: GatewayParts,
  folder: string,
): Promise<Result<ImportedBundle, Failure<ImportFault>>> {
  const read = await readManifest(folder);
  if (!read.ok) return read;
  const manifest = read.value;
  const { terminalId, bundleId, introduction } = manifest;
  const fault = terminalFault(terminalId, parts.mode);
  if (fault !== null) return fail(fault);
  const terminal = await parts.store.terminalNamed(terminalId);
  if (terminal === null) return fail('terminal-unknown');
  const issuedAt = parts.now().toISOString();
  const pinned = await pinDeviceKey(parts.audit, terminal, introduction, issuedAt);
  if (!pinned.ok) return pinned;

  const file: ReceiptFile = {
    v: 1,
    bundleId,
    terminalId,
    issuedAt,
    submissions: [],
    attachments: [],
    unreadableParts: [],
  };
  const counts = {
    ...{ taken: 0, repeated: 0, refused: 0, waiting: 0, attachments: 0, attachmentsRefused: 0 },
    ...{ dayReports: 0, dayReportsRefused: 0 },
  };
  const held = new Set<string>();
  for (const entry of manifest.parts) {
    const part = await openOne(parts, folder, manifest, entry);
    if (!part.ok) {
      if (part.code === 'sealing-key-unknown') return fail('sealing-key-unknown');
      file.unreadableParts.push(entry.name);
      continue;
    }
    await takeSubmissions(parts, terminalId, part.value.submissions, held, { file, counts });
    for (const attachment of part.value.attachments) {
      const receipt = await takeAttachment(parts, terminalId, attachment);
      file.attachments.push({ id: attachment.manifest.id, receipt });
      if (receipt === null) counts.attachmentsRefused += 1;
      else counts.attachments += 1;
    }
    const brought = (part.value.dayReports ?? []).map((report) => ({ introduction, report }));
    const said = await takeDayReports(parts, terminal, brought);
    if (said.length > 0) file.dayReports = [...(file.dayReports ?? []), ...said];
    for (const { taken } of said) counts[taken ? 'dayReports' : 'dayReportsRefused'] += 1;
  }
  const written = await writeReceipts(folder, parts.keys, file);
  return ok({
    bundleId,
    terminalId,
    ...counts,
    unreadableParts: file.unreadableParts,
    receiptsWritten: written.ok,
  });
}

async function openOne(
  parts: GatewayParts,
  folder: string,
  { bundleId, kid }: BundleManifest,
  entry: BundleManifest['parts'][number],
): Promise<Result<BundlePart, Failure<string>>> {
  const sealed = readPart(folder, entry);
  if (!sealed.ok) return sealed;
  const key = await parts.keys.sealingKey(kid, parts.mode === 'practice' ? 'seal-practice' : 'seal');
  if (!key.ok) return key;
  return openPart(sealed.value, { bundleId, name: entry.name }, key.value);
}

type Counts = { -readonly [Name in 'taken' | 'repeated' | 'refused' | 'waiting']: number };

interface Book {
  readonly file: ReceiptFile;
  readonly counts: Counts;
}

/** One part's submissions; a lane in which something was not taken stays held through the whole bundle. */
async function takeSubmissions(
  parts: GatewayParts,
  terminalId: string,
  submissions: readonly SubmissionRequest[],
  held: Set<string>,
  { file, counts }: Book,
): Promise<void> {
  // A terminal answers for what is its own only.
  const items = submissions.map((request): Placed =>
    request.envelope.terminalId === terminalId
      ? { place: placeOf(request.envelope), incoming: { request } }
      : { place: null, incoming: { refused: 'terminal-unknown', place: null } },
  );
  const results = await acceptPatiently(parts, items, held);
  for (const [index, { envelope }] of submissions.entries()) {
    const result = results[index];
    if (result?.ok === true) {
      const { receipt } = submissionResponseSchema.parse(JSON.parse(result.value.answer.response));
      const { outcome } = result.value.answer;
      file.submissions.push({ taken: true, id: envelope.id, receipt, outcome });
      counts[result.value.first ? 'taken' : 'repeated'] += 1;
      continue;
    }
    const code = result?.code ?? 'internal';
    const place = items[index]?.place ?? null;
    if (place !== null) held.add(place);
    file.submissions.push({ taken: false, id: envelope.id, code });
    counts[PASSING.has(code) ? 'waiting' : 'refused'] += 1;
  }
}

interface Placed {
  readonly place: string | null;
  readonly incoming: Incoming;
}

/**
 * The gateway may run at the same time: what it holds up is tried again before it is left for another import. Behind a
 * refused one of its lane nothing is taken, however often it is tried.
 */
async function acceptPatiently(
  { accepting }: GatewayParts,
  items: readonly Placed[],
  held: ReadonlySet<string>,
): Promise<readonly AcceptResult[]> {
  const before = [...held].map((place): Incoming => ({ refused: 'busy', place }));
  for (let tried = 1; ; tried += 1) {
    const all = await accepting.acceptAll([...before, ...items.map(({ incoming }) => incoming)]);
    const results = all.slice(before.length);
    const stuck = new Set(held);
    for (const [index, result] of results.entries()) {
      const place = items[index]?.place ?? null;
      if (!result.ok && !PASSING.has(result.code) && place !== null) stuck.add(place);
    }
    const worthATry = results.some((result, index) => {
      const place = items[index]?.place ?? null;
      return !result.ok && PASSING.has(result.code) && place !== null && !stuck.has(place);
    });
    if (!worthATry || tried === TRIES) return results;
    await pause(BETWEEN_TRIES_MS);
  }
}

async function takeAttachment(
  { attachments }: GatewayParts,
  terminalId: string,
  { manifest, sealed }: BundlePart['attachments'][number],
): Promise<string | null> {
  if (manifest.terminalId !== terminalId) return null;
  const bytes = new Uint8Array(Buffer.from(sealed, 'base64url'));
  for (let tried = 1; ; tried += 1) {
    const state = await attachments.acceptWhole(manifest, bytes);
    if (state.ok) return state.value.receipt;
    if (state.code !== 'busy' || tried === TRIES) return null;
    await pause(BETWEEN_TRIES_MS);
  }
}
