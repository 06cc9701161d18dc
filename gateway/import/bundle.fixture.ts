import { createHmac, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { v7 } from 'uuid';
import {
  type BundleManifest,
  type BundlePart,
  bundleFolderName,
  MANIFEST_NAME,
  receiptFileSchema,
  RECEIPTS_NAME,
  type ReceiptFile,
} from '../../domain/wire/bundle.ts';
import { sealPart } from '../../domain/wire/sealed/bundle-packing.ts';
import type { SubmissionRequest } from '../../domain/wire/contract.ts';
import { introductionText } from '../../domain/wire/device-key.ts';
import { keyInForce, signJson, verifyUnder } from '../../domain/wire/signing.ts';
import { digestOf } from '../accept/fingerprint.ts';
import { credentialDigest } from '../http/credentials.ts';
import type { SealedFile, TestTerminal } from '../testing/terminal.ts';

/** A terminal's own key. */
export interface TestDeviceKey {
  readonly publicJwk: BundleManifest['introduction']['deviceKey'];
  readonly privateJwk: JWK;
}

export function deviceKey(): TestDeviceKey {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return {
    publicJwk: { kty: 'OKP', crv: 'Ed25519', x },
    privateJwk: { kty: 'OKP', crv: 'Ed25519', x, d },
  };
}

export interface BundleContent {
  /** One list a part. */
  readonly submissions: readonly (readonly SubmissionRequest[])[];
  readonly files?: readonly SealedFile[];
  /** Compact JWS of reports of days, in one part. */
  readonly dayReports?: readonly string[];
  readonly bundleId?: string;
  readonly change?: Partial<BundleManifest>;
}

/** Writes a bundle as a terminal does (queue/transfer). @returns its folder */
export async function writeBundle(
  drive: string,
  { enrolment, keys }: TestTerminal,
  device: TestDeviceKey,
  content: BundleContent,
): Promise<string> {
  const bundleId = content.bundleId ?? v7();
  const recipient = keyInForce(keys, 'seal', keys.issuedAt);
  if (recipient === null) throw new Error('no sealing key in force');
  const folder = join(drive, bundleFolderName(enrolment.terminalId, bundleId));
  mkdirSync(folder, { recursive: true });
  const contents: BundlePart[] = [
    ...content.submissions.map((submissions) => ({ submissions: [...submissions], attachments: [] })),
    ...(content.files ?? []).map(({ manifest, sealed }) => ({
      submissions: [],
      attachments: [{ manifest, sealed: Buffer.from(sealed).toString('base64url') }],
    })),
  ];
  const { dayReports = [] } = content;
  if (dayReports.length > 0)
    contents.unshift({ submissions: [], attachments: [], dayReports: [...dayReports] });
  const parts: BundleManifest['parts'] = [];
  for (const part of contents) {
    const name = `part-${String(parts.length + 1).padStart(4, '0')}.sealed`;
    const sealed = await sealPart(part, { bundleId, name }, recipient.jwk);
    if (!sealed.ok) throw new Error(sealed.code);
    writeFileSync(join(folder, name), sealed.value);
    parts.push({
      name,
      bytes: sealed.value.byteLength,
      digest: digestOf(sealed.value),
      submissions: part.submissions.length,
      attachments: part.attachments.length,
      ...(part.dayReports === undefined ? {} : { dayReports: part.dayReports.length }),
    });
  }
  const { terminalId } = enrolment;
  const proof = createHmac('sha256', credentialDigest(enrolment.credential)).update(
    introductionText(terminalId, device.publicJwk),
  );
  const manifest: BundleManifest = {
    v: dayReports.length === 0 ? 1 : 2,
    bundleId,
    terminalId,
    createdAt: '2026-11-22T03:08:00.000Z',
    kid: recipient.kid,
    introduction: { deviceKey: device.publicJwk, proof: proof.digest('base64url') },
    parts,
    ...content.change,
  };
  writeFileSync(join(folder, MANIFEST_NAME), await signJson(manifest, 'device', device.privateJwk));
  return folder;
}

/** The receipts that an import put there, verified as a terminal does. */
export async function readReceipts(
  folder: string,
  { keys }: Pick<TestTerminal, 'keys'>,
): Promise<ReceiptFile> {
  const text = readFileSync(join(folder, RECEIPTS_NAME), 'utf8');
  const verified = await verifyUnder(text, keys, 'receipt', receiptFileSchema, (file) => file.issuedAt);
  if (!verified.ok) throw new Error(`receipts: ${verified.code}`);
  return verified.value;
}
