import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ok } from '../../domain/result.ts';
import type { PrintJob } from './printer-port.ts';
import { createSimulatedPrinter } from './simulated-printer.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'empf-printer-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const job: PrintJob = { kind: 'receipt', html: '<main></main>', output: 'slips', printer: 'till' };
const never = new AbortController().signal;
const pdfOf = ({ html }: PrintJob): Promise<Uint8Array> => Promise.resolve(Buffer.from(`%PDF ${html}`));

it('what is printed lands in the folder, in order, for this user alone', async () => {
  const printer = createSimulatedPrinter(folder, pdfOf);
  expect(await printer.print(job, never)).toEqual(ok(null));
  await printer.print({ ...job, kind: 'statutory-declaration', output: 'documents' }, never);
  const files = readdirSync(folder).sort();
  expect(files).toEqual(['0001-slips-receipt.pdf', '0002-documents-statutory-declaration.pdf']);
  expect(readFileSync(join(folder, files[0] ?? ''), 'utf8')).toBe('%PDF <main></main>');
  expect(statSync(join(folder, files[0] ?? '')).mode & 0o777).toBe(0o600);
});

it('has the trouble that a person or a test writes beside it', async () => {
  const printer = createSimulatedPrinter(folder, pdfOf);
  expect(await printer.status('till')).toBe('ready');
  writeFileSync(join(folder, 'trouble'), 'out-of-paper\n');
  expect(await printer.status('till')).toBe('out-of-paper');
  rmSync(join(folder, 'trouble'));
  expect(await printer.status('till')).toBe('ready');
});

it('is not there without a folder', async () => {
  expect(await createSimulatedPrinter(null, pdfOf).status('till')).toBe('not-found');
});
