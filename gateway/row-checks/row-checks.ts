import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import { detailsSchema, type FileDetails } from '../../domain/catalogue/kinds/employer-remittance/details.ts';
import type { VoluntaryRuleSet } from '../../domain/contributions/voluntary/schema.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { hongKongDate } from '../../domain/time.ts';
import type { Outcome } from '../../domain/wire/contract.ts';
import { openAttachment } from '../../domain/wire/sealed/attachment-sealing.ts';
import { parseJson } from '../accept/parse-json.ts';
import { employerKeyOf } from '../accept/person-key.ts';
import { type Processing, processAt } from '../accept/processing.ts';
import { rulesIn } from '../enquiry/employer-rules.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { ReferenceDataPublication } from '../reference-data/publication.ts';
import type { RowVerdict } from '../store/row-check-store.ts';
import type { Store } from '../store/store.ts';
import type { StoredSubmission } from '../store/submission-store.ts';
import { checkRows, ROWS_DIFFER } from './check-rows.ts';

/** What may be said of a check. */
interface RowsChecked {
  readonly reference: string;
  /** Null while an acceptance waits for the time of its processing. */
  readonly outcome: Outcome | null;
  /** Rows that were held back. */
  readonly held: number;
}

/** Opens and checks the rows of employers' files in memory, one file after the other, before anything is accepted. */
export interface RowChecks {
  /**
   * Checks what has all its files and was not checked, however it came here: also what a killed process left. While
   * another call is at it this one does nothing.
   * @throws after the last one, when the platform's own trouble kept one of them unchecked; that is tried again by the
   *   next process
   */
  run(): Promise<readonly RowsChecked[]>;
  /** Breaks off what is under way; nothing of it was written. */
  stop(): Promise<void>;
}

interface Parts {
  readonly store: Store;
  readonly keys: KeyRing;
  readonly referenceData: Pick<ReferenceDataPublication, 'newest'>;
  readonly now: () => Date;
  readonly processing: Processing;
}

const payloadSchema = z.object({ details: detailsSchema });
/** 1 MiB: as much as is read from the database before others are served. */
const CHUNKS_AT_ONCE = 16;

export function createRowChecks(parts: Parts): RowChecks {
  const { store, keys, referenceData, now, processing } = parts;
  /** Left to the next process: to try again and again would be all that this one does. */
  const unchecked = new Set<string>();
  let stopped = false;
  let running: Promise<readonly RowsChecked[]> | null = null;

  async function checkAll(): Promise<readonly RowsChecked[]> {
    const checked: RowsChecked[] = [];
    const faults: unknown[] = [];
    let next = await store.nextUnchecked(0);
    for (; next !== null && !stopped; next = await store.nextUnchecked(next.arrival)) {
      const { envelope } = next.submission;
      if (unchecked.has(envelope.reference)) continue;
      try {
        const one = await checkOne(next.submission);
        if (one !== null) checked.push(one);
      } catch (error) {
        unchecked.add(envelope.reference);
        faults.push(error);
      }
    }
    if (faults.length > 0) throw faults[0];
    return checked;
  }

  /** @returns null when it was broken off, or another process has the database for too long: the next run takes it up */
  async function checkOne(submission: StoredSubmission): Promise<RowsChecked | null> {
    const verdict = await verdictOn(submission);
    if (verdict === 'stopped') return null;
    const { terminalId, id, reference } = submission.envelope;
    const at = now();
    const settled = await store.settleRows(
      { terminalId, id },
      verdict,
      at.toISOString(),
      processAt(processing, at),
    );
    return settled.ok ? { reference, outcome: settled.value, held: verdict.held } : null;
  }

  async function verdictOn(submission: StoredSubmission): Promise<RowVerdict | 'stopped'> {
    const details = await detailsOf(submission);
    // By form: every employee stands in the payload, which was read as it arrived.
    if (!('file' in details)) return { outcome: null, held: 0 };
    const against = await rulesFor(details);
    if (!against.ok) return ROWS_DIFFER;
    const rows = await openRows(submission, details.file.id);
    if (rows === 'stopped') return rows;
    if (rows === null) return ROWS_DIFFER;
    try {
      return await checkRows(rows, details, {
        data: await referenceData.newest(),
        ruleSet: against.value,
        today: hongKongDate(submission.envelope.capturedAt),
        stopped: () => stopped,
      });
    } finally {
      rows.fill(0);
    }
  }

  async function detailsOf({ envelope, sealed }: StoredSubmission): Promise<z.infer<typeof detailsSchema>> {
    const opened = await keys.open(sealed, envelope);
    if (!opened.ok) throw new Error('what was opened as it arrived cannot be opened');
    const payload = parseJson(opened.value, payloadSchema);
    opened.value.fill(0);
    if (!payload.ok) throw new Error('what was read as it arrived cannot be read');
    return payload.value.details;
  }

  /**
   * The description that the terminal held the rows against; where that was not accepted after all the newest that is
   * (ADR 0023). `none-of-theirs`: there is none under that id for this account and scheme.
   */
  async function rulesFor({
    payer,
    scheme,
    heldAgainst,
  }: FileDetails): Promise<Result<VoluntaryRuleSet | null, Failure<'none-of-theirs'>>> {
    if (heldAgainst === undefined) return ok(null);
    const employerKey = employerKeyOf({ account: payer.employerAccount, scheme }, keys.personKey);
    const named = await store.describedAs(heldAgainst, employerKey);
    if (named === null) return fail('none-of-theirs');
    const counts = named.outcome?.state === 'accepted' ? named : await store.newestOfEmployer(employerKey);
    if (counts === null) return ok(null);
    const rules = await rulesIn(counts, keys);
    if (rules === null) throw new Error('rules that were opened as they arrived cannot be opened');
    return ok(rules);
  }

  /** @returns null when there is no such file of this submission, or it cannot be opened */
  async function openRows(
    { envelope: { terminalId, id: submissionId } }: StoredSubmission,
    id: string,
  ): Promise<Uint8Array | 'stopped' | null> {
    const attachment = await store.findAttachment(terminalId, id);
    if (attachment === null || attachment.manifest.submissionId !== submissionId) return null;
    const { manifest } = attachment;
    const key = await keys.sealingKey(manifest.kid, manifest.mode === undefined ? 'seal' : 'seal-practice');
    if (!key.ok) throw new Error('the key that a file was sealed to is not here');
    const sealed = new Uint8Array(manifest.bytes);
    let at = 0;
    for (const index of manifest.chunks.keys()) {
      if (index % CHUNKS_AT_ONCE === 0) {
        await turn();
        if (stopped) return 'stopped';
      }
      const bytes = await store.readChunk(terminalId, id, index);
      if (bytes === null) throw new Error('a piece of a file that was whole is not here');
      sealed.set(bytes, at);
      at += bytes.byteLength;
    }
    const opened = await openAttachment(sealed, manifest, key.value);
    return opened.ok ? opened.value : null;
  }

  return {
    run: async () => {
      if (running !== null || stopped) return [];
      running = checkAll();
      try {
        return await running;
      } finally {
        running = null;
      }
    },
    stop: async () => {
      stopped = true;
      // What it met is told to whoever began it.
      await running?.catch(() => undefined);
    },
  };
}
