import { parseReference } from '../../../domain/reference.ts';
import { attachmentManifestSchema } from '../../../domain/wire/attachment.ts';
import type { AuditRow } from '../../../domain/wire/audit-upload.ts';
import type { Envelope } from '../../../domain/wire/contract.ts';
import { chainLink } from '../../audit/audit-chain.ts';
import { digestOf } from '../../store/digest.ts';
import { storedEnvelope } from '../../store/submission.ts';
import { SUBMISSION_STATES } from '../../store/submission-states.ts';
import type { FileImage, StoredPage } from '../pages/file-image.ts';
import { type Cell, cellsOf } from '../pages/leaf-page.ts';
import { type Layout, type Row, rowOf } from '../pages/layouts.ts';
import { decodeRecord } from '../pages/record.ts';
import { type BesideRow, besideRowOf } from './beside.ts';

/** Whoever takes what is found; a row may be found several times, in several versions. */
export interface Finder {
  /** Envelope and sealed bytes that belong together: the digest was computed. */
  content(found: FoundContent): void;
  /** What is known about a submission but its content. */
  state(found: FoundRow): void;
  attachment(found: FoundRow): void;
  /** An entry whose hash is right. */
  audit(row: AuditRow, rank: number): void;
  counters(values: ReadonlyMap<string, number>, rank: number): void;
  fact(name: string, value: string, rank: number): void;
  /** A row of what is kept beside the submissions (`beside.ts`). */
  beside(row: BesideRow, rank: number): void;
}

export interface FoundContent {
  readonly envelope: Envelope;
  readonly rank: number;
  /** Reads the bytes from the disk once more. */
  sealed(): Uint8Array | null;
}

export interface FoundRow {
  readonly row: Row;
  /** Greater is newer; below 0, perhaps never committed (`file-image.ts`). */
  readonly rank: number;
}

/**
 * Reads every row out of a damaged database, page by page and without its trees: a row is found as long as its own
 * bytes are whole, whatever happened to the header, the schema, the indexes and the pages above it. What is found is
 * believed for what it proves itself: sealed bytes by their digest, audit entries by their hash.
 */
export function carve(image: FileImage, layouts: readonly Layout[], finder: Finder): void {
  for (const page of image.pages()) {
    const counters = new Map<string, number>();
    let index = -1;
    for (const cell of cellsOf(page)) {
      index += 1;
      if (takeBeside(cell, page.rank, finder)) continue;
      if (cell.rowid === null) takePair(cell, page.rank, counters, finder);
      else takeCell(page, cell, index, layouts, finder);
    }
    if (counters.has('sequence') && counters.has('audit')) finder.counters(counters, page.rank);
  }
}

function takeBeside(cell: Cell, rank: number, finder: Finder): boolean {
  for (const payload of cell.payloads()) {
    const values = decodeRecord(payload);
    const row = values === null ? null : besideRowOf(values);
    if (row === null) continue;
    finder.beside(row, rank);
    return true;
  }
  return false;
}

/** Counters and facts: tables of a name and a value, without row ids. */
function takePair(cell: Cell, rank: number, counters: Map<string, number>, finder: Finder): void {
  for (const payload of cell.payloads()) {
    const [name, value, more] = decodeRecord(payload) ?? [];
    if (typeof name !== 'string' || more !== undefined) continue;
    if (typeof value === 'number' && value >= 0) counters.set(name, value);
    if (typeof value === 'string') finder.fact(name, value, rank);
    return;
  }
}

function takeCell(
  page: StoredPage,
  cell: Cell,
  index: number,
  layouts: readonly Layout[],
  finder: Finder,
): void {
  for (const row of rowsOf(cell, layouts)) {
    if (takeAudit(row, page.rank, finder) || takeAttachment(row, page.rank, finder)) return;
    const isState = isStateRow(row);
    if (isState) finder.state({ row: withoutContent(row), rank: page.rank });
    const envelope = contentOf(row);
    if (envelope !== null) {
      const { again } = page;
      const sealed = (): Uint8Array | null => contentAgain(again(), index, layouts, envelope);
      finder.content({ envelope, rank: page.rank, sealed });
      return;
    }
    // A row of the first schema whose content goes on in other pages: the next way of putting it together may be right.
    if (isState && row['sealed'] === undefined) return;
  }
}

/** The cell in every reading that fits a table. */
function* rowsOf(cell: Cell, layouts: readonly Layout[]): Iterable<Row> {
  if (cell.rowid === null) return;
  for (const payload of cell.payloads()) {
    const values = decodeRecord(payload);
    if (values === null) continue;
    for (const layout of layouts) {
      const row = rowOf(layout, cell.rowid, values);
      if (row !== null) yield row;
    }
  }
}

/** The envelope, when it is one, says it is this row's, and the sealed bytes are those it names. */
function contentOf(row: Row): Envelope | null {
  const { envelope: text, sealed, sequence } = row;
  if (typeof text !== 'string' || !(sealed instanceof Uint8Array)) return null;
  const envelope = storedEnvelope(text);
  if (envelope === null || envelope.sequence !== sequence) return null;
  if (!parseReference(envelope.reference).ok) return null;
  return digestOf(sealed) === envelope.digest ? envelope : null;
}

function contentAgain(
  page: StoredPage,
  index: number,
  layouts: readonly Layout[],
  envelope: Envelope,
): Uint8Array | null {
  const cell = [...cellsOf(page)][index];
  if (cell === undefined) return null;
  for (const row of rowsOf(cell, layouts)) {
    const { sealed } = row;
    if (contentOf(row)?.id === envelope.id && sealed instanceof Uint8Array) return Uint8Array.from(sealed);
  }
  return null;
}

function isStateRow(row: Row): boolean {
  const { id, digest, state } = row;
  return (
    typeof id === 'string' &&
    id.length === 36 &&
    typeof digest === 'string' &&
    SUBMISSION_STATES.some((known) => known === state)
  );
}

/** Rows are kept in memory while the file is read; their contents need not be. */
function withoutContent(row: Row): Row {
  const { sealed: _sealed, envelope: _envelope, ...rest } = row;
  return rest;
}

function takeAudit(row: Row, rank: number, finder: Finder): boolean {
  const { number, entry, previous, hash } = row;
  if (typeof number !== 'number' || typeof entry !== 'string') return false;
  if (typeof previous !== 'string' || typeof hash !== 'string') return false;
  if (chainLink(previous, entry) !== hash) return false;
  finder.audit({ number, entry, previous, hash }, rank);
  return true;
}

function takeAttachment(row: Row, rank: number, finder: Finder): boolean {
  const { manifest: text, id } = row;
  if (typeof text !== 'string') return false;
  try {
    const manifest = attachmentManifestSchema.safeParse(JSON.parse(text));
    if (!manifest.success || manifest.data.id !== id) return false;
    finder.attachment({ row, rank });
    return true;
  } catch {
    return false;
  }
}
