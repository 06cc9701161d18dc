import { type Draft, DRAFT_VERSION, draftExpiry } from '../../domain/parking/draft.ts';
import { parseResumeCode, type ResumeCode } from '../../domain/parking/resume-code.ts';
import { PRACTICE_MODE, type PracticeMark } from '../../domain/practice/practice-terminal.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { TakeUpFault } from '../../domain/codes.ts';
import { paramsOfHolder } from '../../domain/parking/held-by.ts';
import type { QueuePort } from '../../domain/terminal/ports/queue/queue.ts';
import type { Queue } from '../store/queue.ts';
import type { DraftCourier } from '../sync/drafts/draft-courier.ts';
import { draftKeyOf, openDraft, sealDraft } from './draft-sealing.ts';
import { createHolds, type Ending } from './holds.ts';

const SUBMITTED = { how: 'submitted', fence: null } as const;

export interface Parking extends Pick<QueuePort, 'park' | 'takeUp'> {
  /** What was taken up with this slip was submitted: it is over, here and at the platform. */
  over(code: string): void;
  /** Whether what was taken up with this slip was submitted at another terminal meanwhile, as far as can be known. */
  isSubmittedElsewhere(code: string): Promise<boolean>;
  /** What is open goes on: its hold is renewed, or claimed where it could not be before. */
  renew(): Promise<void>;
  /** The visit is over: nothing is held from here any more. */
  letGo(): void;
}

export interface ParkingOptions {
  readonly queue: Pick<Queue, 'drafts' | 'get'>;
  readonly courier: Pick<DraftCourier, 'upload' | 'fetch' | 'look' | 'hold' | 'release'>;
  /** ISO instant of the trusted clock. */
  readonly now: () => string;
  /** Of this terminal: a slip made in practice is none elsewhere, and the other way round. */
  readonly practice: boolean;
}

/**
 * Puts aside what was not finished, and opens it again. A draft is written once and never changed; taking it up copies
 * it, so that nothing is overwritten wherever it is taken up (docs/adr/0018). Who works on it is told to who comes
 * second (docs/adr/0034).
 */
export function createParking({ queue, courier, now, practice }: ParkingOptions): Parking {
  const holds = createHolds({ courier });
  /** Of what was made in the other mode than this terminal's. */
  const otherMode = fail(practice ? 'live-slip' : 'practice-slip');

  function end(code: string, replaced: Pick<Ending, 'fence'> | null = null): void {
    const parsed = parseResumeCode(code);
    if (parsed === null) return;
    const key = draftKeyOf(parsed);
    queue.drafts.end(
      {
        key,
        draftId: parsed.draftId,
        schemaVersion: DRAFT_VERSION,
        // Of one that was fetched from the platform it is not known any more: never later than this.
        expiresAt: draftExpiry(now()),
      },
      replaced === null ? SUBMITTED : { how: 'replaced', fence: replaced.fence },
    );
    holds.forget(key);
    courier.look();
  }

  /** Whoever parks anew replaces what they hold; beside another terminal's work it is kept as a copy of its own. */
  async function replace(code: string): Promise<Ending | null> {
    const parsed = parseResumeCode(code);
    if (parsed === null) return null;
    const ending = await holds.ending(draftKeyOf(parsed));
    if (ending.mayEnd) end(code, ending);
    return ending;
  }

  function isSubmitted({ submissionId }: Draft): boolean {
    const kept = queue.get(submissionId);
    return kept.ok && kept.value !== null;
  }

  function here(code: ResumeCode, number: string): Result<Draft, Failure<TakeUpFault>> | null {
    const key = draftKeyOf(code);
    const kept = queue.drafts.get(key);
    if (!kept.ok) return fail('unavailable');
    if (kept.value === null) return null;
    const opened = openDraft(kept.value, code, number);
    return !opened.ok && opened.code === 'not-found' ? null : opened;
  }

  /** Somebody may have submitted it at another terminal, or be working on it there: only the platform knows. */
  async function claimed(
    code: ResumeCode,
    opened: Draft,
    copy: boolean,
  ): Promise<Result<Draft, Failure<TakeUpFault>>> {
    const key = draftKeyOf(code);
    const claim = await holds.claim(key, copy);
    if (claim === 'over') {
      const kept = queue.drafts.get(key);
      if (kept.ok && kept.value !== null) {
        queue.drafts.end(kept.value, SUBMITTED);
        queue.drafts.told(key, true);
      }
      return fail('not-found');
    }
    return claim.free ? ok(opened) : fail('held', paramsOfHolder(claim.by));
  }

  async function there(code: ResumeCode, number: string): Promise<Result<Draft, Failure<TakeUpFault>>> {
    const fetched = await courier.fetch(draftKeyOf(code));
    if (!fetched.ok) return fetched.code === 'gone' ? fail('not-found') : fail(fetched.code);
    const { sealed, mode, ...facts } = fetched.value;
    if ((mode === PRACTICE_MODE) !== practice) return otherMode;
    if (facts.expiresAt <= now()) return fail('not-found');
    return openDraft({ ...facts, sealed: new Uint8Array(Buffer.from(sealed, 'base64url')) }, code, number);
  }

  return {
    async park({ code, draft, number, replaces }) {
      const parsed = parseResumeCode(code);
      if (parsed === null) return fail('unavailable');
      const expiresAt = draftExpiry(now());
      if (parsed.practice !== practice) return fail('unavailable');
      const mark: PracticeMark = practice ? { mode: PRACTICE_MODE } : {};
      const sealed = sealDraft({ ...draft, ...mark }, parsed, number, expiresAt);
      if (!sealed.ok) return sealed;
      const kept = queue.drafts.keep(sealed.value);
      if (!kept.ok) return fail(kept.code === 'disk-full' ? 'disk-full' : 'storage-fault');
      const [elsewhere, ending] = await Promise.all([
        courier.upload(sealed.value),
        replaces === null ? null : replace(replaces),
      ]);
      const beside = ending?.mayEnd === false ? { beside: { by: ending.by } } : {};
      return ok({ expiresAt, elsewhere, ...beside });
    },

    async takeUp({ code, number, copy = false }) {
      const parsed = parseResumeCode(code);
      // What cannot be a slip's opens nothing: unknown and wrong look alike.
      if (parsed === null) return fail('not-found');
      if (parsed.practice !== practice) return otherMode;
      const opened = here(parsed, number) ?? (await there(parsed, number));
      // Whatever its slip and its envelope say, what was sealed says where it was made.
      if (opened.ok && (opened.value.mode === PRACTICE_MODE) !== practice) return otherMode;
      // The program may have ended between keeping the submission and noting that the draft is over.
      if (!opened.ok) return opened;
      if (!isSubmitted(opened.value)) return claimed(parsed, opened.value, copy);
      end(code);
      return fail('not-found');
    },

    over: (code) => end(code),

    async isSubmittedElsewhere(code) {
      const parsed = parseResumeCode(code);
      return parsed !== null && holds.isSubmitted(draftKeyOf(parsed));
    },

    renew: () => holds.renew(),
    letGo: () => holds.letGo(),
  };
}
