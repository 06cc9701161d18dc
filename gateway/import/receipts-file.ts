import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { type ReceiptFile, receiptFileSchema, RECEIPTS_NAME } from '../../domain/wire/bundle.ts';
import { KEYS_NAME } from '../../domain/wire/sealed/bundle-packing.ts';
import { verifyUnder } from '../../domain/wire/signing.ts';
import type { KeyRing } from '../keys/key-ring.ts';

/**
 * Signs the receipts and puts them into the bundle's folder, with the key document beside them. What an earlier import
 * of the same bundle had told, and this one could not (a part that has become unreadable since), stays in it.
 *
 * @returns `no-signing-key`; `receipts-not-written` when the drive takes no file: what was taken stays taken, and the
 *   same import brings the same receipts once more
 */
export async function writeReceipts(
  folder: string,
  keys: Pick<KeyRing, 'sign' | 'current'>,
  content: ReceiptFile,
): Promise<Result<null, Failure<'no-signing-key' | 'receipts-not-written'>>> {
  const current = await keys.current();
  const earlier = await readEarlier(folder, current.document, content.bundleId);
  const whole = earlier === null ? content : withEarlier(content, earlier);
  const signed = await keys.sign(whole, 'receipt', content.issuedAt);
  if (!signed.ok) return signed;
  try {
    replaceFile(folder, KEYS_NAME, current.jws);
    replaceFile(folder, RECEIPTS_NAME, signed.value.jws);
    return ok(null);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return fail('receipts-not-written');
    throw error;
  }
}

async function readEarlier(
  folder: string,
  document: Awaited<ReturnType<KeyRing['current']>>['document'],
  bundleId: string,
): Promise<ReceiptFile | null> {
  let text: string;
  try {
    text = readFileSync(join(folder, RECEIPTS_NAME), 'utf8').trim();
  } catch {
    return null;
  }
  const verified = await verifyUnder(text, document, 'receipt', receiptFileSchema, (file) => file.issuedAt);
  return verified.ok && verified.value.bundleId === bundleId ? verified.value : null;
}

function withEarlier(content: ReceiptFile, earlier: ReceiptFile): ReceiptFile {
  if (content.terminalId !== earlier.terminalId) return content;
  const told = new Set([...content.submissions, ...content.attachments].map(({ id }) => id));
  const now = content.dayReports ?? [];
  const then = earlier.dayReports ?? [];
  const reports = [...now, ...then.filter(({ digest }) => !now.some((one) => one.digest === digest))];
  return {
    ...content,
    submissions: [...content.submissions, ...earlier.submissions.filter(({ id }) => !told.has(id))],
    attachments: [...content.attachments, ...earlier.attachments.filter(({ id }) => !told.has(id))],
    ...(reports.length === 0 ? {} : { dayReports: reports }),
  };
}

/** As a whole or not at all, whenever the drive is pulled out; never through a link that lies there. */
function replaceFile(folder: string, name: string, text: string): void {
  const unfinished = join(folder, `${name}.unfinished`);
  rmSync(unfinished, { force: true });
  const file = openSync(unfinished, 'wx', 0o600);
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.byteLength;) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, join(folder, name));
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch {
    // Some drivers of foreign file systems sync folders by themselves and know no call for it.
  } finally {
    closeSync(handle);
  }
}
