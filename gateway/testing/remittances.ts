import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { checkCharacter } from '../../domain/identity/document/hkid.ts';
import type { SubmissionRequest } from '../../domain/wire/contract.ts';
import { type Cells, existing, fileOf } from '../../domain/remittance/row.fixture.ts';
import { adultNumber } from './people.ts';
import type { SealedFile, TestTerminal } from './terminal.ts';

/** The invented company of `row.fixture.ts`. */
export const BAKERY = { name: 'Lantern Street Bakery Ltd', account: '3777463656273', scheme: 'bea-value' };

/** The row of one of as many invented employees as wanted, of whom each has 2,000 of mandatory contributions. */
export function employeeRow(index: number, changes: Cells = {}): Cells {
  const body = `C${String(index).padStart(6, '0')}`;
  return existing({
    idNo: `${body}${checkCharacter(body)}`,
    staffNo: `E-${String(index)}`,
    ...changes,
  });
}

export function rowsOf(...rows: readonly Cells[]): string {
  return fileOf(...rows);
}

/** What an employer states of `count` rows of {@link employeeRow}. */
function statedOf(count: number) {
  const times = (amount: number) => `${String(amount * count)}.00`;
  return {
    payer: { name: BAKERY.name, employerAccount: BAKERY.account, group: [] as string[] },
    scheme: BAKERY.scheme,
    schemeRegistrationNo: 'MT00298',
    periods: [{ start: '2026-11-01', end: '2026-11-30' }],
    totals: {
      ...{ relevantIncome: times(20_000), ermc: times(1000), eemc: times(1000) },
      ...{ ervc: '0.00', ervc2: '0.00', eevc: '0.00' },
      ...{ employerSurcharge: '0.00', employeeSurcharge: '0.00', total: times(2000) },
    },
    dueDay: '2026-12-10',
    payBy: 'cheque',
  };
}

export interface Remittance {
  readonly submission: SubmissionRequest;
  readonly file: SealedFile;
}

/** A payload of the catalogue around some details. */
export function instructionOf(kind: string, details: object): object {
  const { schemaVersion, person, identification, consents } = adultNumber(1);
  return {
    ...{ schemaVersion, kind, person, identification },
    consents: { notice: consents.notice, declaration: consents.declaration },
    ...{ referenceDataVersion: 1, details },
  };
}

/**
 * A remittance by file as a terminal leaves it; `change` alters what it states of rows that would be right, `fileChange`
 * what it states of the file itself. `sealedFor`: another submission that the file is sealed for.
 */
export async function remittance(
  terminal: TestTerminal,
  content: string | Uint8Array,
  count: number,
  change: object = {},
  fileChange: object = {},
  sealedFor?: string,
): Promise<Remittance> {
  const rows = Buffer.from(content);
  const id = v7();
  const file = await terminal.attach(rows, sealedFor ?? id, { mediaType: 'text/csv', submissionId: id });
  const facts = {
    ...{ id: file.manifest.id, layout: 'remittance-47', rows: count, rules: null },
    bytes: rows.byteLength,
    digest: createHash('sha256').update(rows).digest('base64url'),
    ...fileChange,
  };
  const details = { ...statedOf(count), file: facts, ...change };
  const { id: fileId, digest } = file.manifest;
  const submission = await terminal.seal(instructionOf('employer-remittance', details), {
    ...{ id, kind: 'employer-remittance', attachments: [{ id: fileId, digest }] },
  });
  return { submission, file };
}
