import { z } from 'zod';
import { withdrawalAssurance } from '../../../domain/kinds/kinds.ts';
import type { Outcome } from '../../../domain/wire/contract.ts';
import type { DurableDatabase } from '../database.ts';
import { sameBytes } from '../same-bytes.ts';
import type { NewSubmission } from '../submission-store.ts';
import { bytes } from './rows.ts';
import type { Effect } from './effect.ts';
import type { Judged, Verdicts } from './verdicts.ts';

const withdrawalRow = z.object({
  terminal_id: z.string(),
  id: z.string(),
  person_key: bytes,
  assurance: z.number(),
});
const fileRow = z.object({
  digest: z.string(),
  submission_id: z.string(),
  received_at: z.string().nullable(),
});

const rejected = (code: Extract<Outcome, { state: 'rejected' }>['code']): Outcome => ({
  state: 'rejected',
  code,
});

/** What becomes of a submission as it arrives. */
interface Judgement {
  /** Null when it waits: for its files, for the check of its rows, or for the time of its processing. */
  readonly outcome: Outcome | null;
  readonly missingAttachments: number;
  readonly processAt: string | null;
  /** Writes what points at the submission's row, once that is there. */
  readonly apply: () => void;
}

/**
 * Judges a submission before its own row is written, and writes what it does to others. Belongs inside the write
 * transaction that stores it.
 */
export type JudgeArrival = (submission: NewSubmission) => Judgement;

export function createJudgeArrival(database: DurableDatabase, verdicts: Verdicts): JudgeArrival {
  const selectWithdrawals = database.prepare(
    'SELECT terminal_id, id, person_key, assurance FROM withdrawals WHERE target_id = ?',
  );
  const insertWithdrawal = database.prepare(
    'INSERT INTO withdrawals (target_id, terminal_id, id, person_key, assurance) VALUES (?, ?, ?, ?, ?)',
  );
  const deleteWithdrawals = database.prepare('DELETE FROM withdrawals WHERE target_id = ?');
  const selectSuccessor = database
    .prepare<[string, Uint8Array], string>(
      `SELECT id FROM submissions WHERE supersedes = ? AND person_key = ?
       AND (outcome IS NULL OR outcome IN ('accepted', 'needs-correction', 'superseded')) ORDER BY arrival LIMIT 1`,
    )
    .pluck();
  const selectDetails = database
    .prepare<[Uint8Array], Uint8Array | null>(
      `SELECT submissions.details_key FROM registrations JOIN submissions USING (terminal_id, id)
       WHERE registrations.person_key = ?`,
    )
    .pluck();
  const selectFile = database.prepare(
    'SELECT digest, submission_id, received_at FROM attachments WHERE terminal_id = ? AND id = ?',
  );

  /** A withdrawal that came first meets what it withdraws, or turns out not to be of the same member. */
  function isWithdrawn({ envelope, personKey, receivedAt }: NewSubmission): boolean {
    const waiting = z.array(withdrawalRow).parse(selectWithdrawals.all(envelope.id));
    let withdrawn = false;
    for (const withdrawal of waiting) {
      const by = { terminalId: withdrawal.terminal_id, id: withdrawal.id };
      if (personKey === null || !sameBytes(withdrawal.person_key, personKey)) {
        verdicts.settle(by, rejected('not-the-same-person'), receivedAt);
      } else if (withdrawal.assurance < withdrawalAssurance(envelope.kind)) {
        verdicts.settle(by, rejected('assurance-too-low'), receivedAt);
      } else {
        withdrawn = true;
      }
    }
    if (waiting.length > 0) deleteWithdrawals.run(envelope.id);
    return withdrawn;
  }

  function withdraw(submission: NewSubmission, targetId: string): Effect {
    const { envelope, personKey, assurance, receivedAt } = submission;
    if (personKey === null) return only(rejected('not-the-same-person'));
    verdicts.processDue(receivedAt);
    const found = verdicts.withId(targetId);
    if (found.length === 0) {
      return {
        outcome: { state: 'accepted' },
        apply: () => {
          insertWithdrawal.run(targetId, envelope.terminalId, envelope.id, personKey, assurance);
        },
      };
    }
    const own = ofPerson(found, personKey);
    if (own === null) return only(rejected('not-the-same-person'));
    if (assurance < withdrawalAssurance(own.kind)) return only(rejected('assurance-too-low'));
    if (own.outcome?.state === 'cancelled') return only({ state: 'accepted' });
    if (!isUnprocessed(own)) return only(rejected('too-late-to-withdraw'));
    verdicts.settle(own, { state: 'cancelled' }, receivedAt);
    return only({ state: 'accepted' });
  }

  /** @returns why the correction is rejected, or null. What cannot be superseded any more stays as it is. */
  function supersede(submission: NewSubmission, targetId: string): Outcome | null {
    const { envelope, personKey, assurance, receivedAt } = submission;
    verdicts.processDue(receivedAt);
    const found = verdicts.withId(targetId);
    if (found.length === 0) return null;
    const own = personKey === null ? null : ofPerson(found, personKey);
    if (own === null) return rejected('not-the-same-person');
    if (!isUnprocessed(own)) return null;
    if (assurance < own.assurance) return rejected('assurance-too-low');
    verdicts.settle(own, { state: 'superseded', by: envelope.id }, receivedAt);
    return null;
  }

  /** How many of its files are not here; null when another file came under the id of one of them. */
  function missingFiles({ envelope }: NewSubmission): number | null {
    let missing = 0;
    for (const mention of envelope.attachments ?? []) {
      const row = selectFile.get(envelope.terminalId, mention.id);
      const file = row === undefined ? null : fileRow.parse(row);
      if (file !== null && (file.digest !== mention.digest || file.submission_id !== envelope.id))
        return null;
      if (file === null || file.received_at === null) missing += 1;
    }
    return missing;
  }

  /**
   * Why somebody has to look at papers before anything is done: the terminal says that document and record differ, or
   * the member was registered with another name or birth date. Never fitted, never refused for it. A second
   * registration is refused as such.
   */
  function toCorrect({ toCorrect: said, envelope, personKey, detailsKey }: NewSubmission): Effect | null {
    if (said !== null) return only({ state: 'needs-correction', code: said });
    if (personKey === null || detailsKey === null || envelope.kind === 'member-registration') return null;
    const recorded = selectDetails.get(personKey) ?? null;
    return recorded === null || sameBytes(recorded, detailsKey)
      ? null
      : only({ state: 'needs-correction', code: 'details-differ' });
  }

  /**
   * A draft that was taken up at two terminals becomes two submissions with one id (docs/adr/0018). The first to arrive
   * counts; only where it was rejected, and so did nothing, the other one is judged by itself.
   */
  function wasSubmittedBefore({ envelope, personKey }: NewSubmission): boolean {
    if (personKey === null) return false;
    return verdicts
      .withId(envelope.id)
      .some(
        (one) =>
          one.personKey !== null && sameBytes(one.personKey, personKey) && one.outcome?.state !== 'rejected',
      );
  }

  /** What decides before its files and its time are looked at; null: nothing. */
  function outcomeAtOnce(submission: NewSubmission): Effect | null {
    const { envelope, receivedAt, refusal, personKey, withdraws } = submission;
    const { id, validUntil, supersedes } = envelope;
    if (wasSubmittedBefore(submission)) return only(rejected('submitted-before'));
    if (isWithdrawn(submission)) return only({ state: 'cancelled' });
    if (validUntil !== undefined && receivedAt > validUntil) return only(rejected('arrived-too-late'));
    if (refusal !== null) return only(rejected(refusal));
    const successor = personKey === null ? undefined : selectSuccessor.get(id, personKey);
    if (successor !== undefined) return only({ state: 'superseded', by: successor });
    if (withdraws !== null) return withdraw(submission, withdraws);
    const refused = supersedes === undefined ? null : supersede(submission, supersedes);
    return refused === null ? null : only(refused);
  }

  return (submission) => {
    const { envelope, receivedAt, personKey, processAt } = submission;
    const effect = outcomeAtOnce(submission);
    if (effect !== null) return decided(effect);
    const missingAttachments = missingFiles(submission);
    if (missingAttachments === null) return decided(only(rejected('payload-refused')));
    const waits = toCorrect(submission);
    if (waits !== null) return { ...decided(waits), missingAttachments };
    if (missingAttachments > 0 || submission.holdsRows) {
      return { outcome: null, missingAttachments, processAt: null, apply: nothing };
    }
    if (processAt !== null) return { outcome: null, missingAttachments, processAt, apply: nothing };
    return decided(verdicts.effectOf({ ...envelope, personKey }, receivedAt, submission.companies ?? []));
  };
}

const nothing = (): void => undefined;

/** An outcome that does nothing more. */
function only(outcome: Outcome): Effect {
  return { outcome, apply: nothing };
}

function decided(effect: Effect): Judgement {
  return { ...effect, missingAttachments: 0, processAt: null };
}

/** Nothing of it has happened yet: it waits, or it waits for its correction. */
function isUnprocessed({ outcome }: Judged): boolean {
  return outcome === null || outcome.state === 'needs-correction';
}

function ofPerson(found: readonly Judged[], personKey: Uint8Array): Judged | null {
  const own = found.filter((one) => one.personKey !== null && sameBytes(one.personKey, personKey));
  // Of copies with one id at most one was not rejected.
  return own.find(({ outcome }) => outcome?.state !== 'rejected') ?? own[0] ?? null;
}
