import { type Draft, DRAFT_VERSION, draftExpiry } from '../../domain/parking/draft.ts';
import { parseResumeCode, type ResumeCode } from '../../domain/parking/resume-code.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { TakeUpFault } from '../../domain/codes.ts';
import type { QueuePort } from '../../domain/terminal/ports.ts';
import type { Queue } from '../store/queue.ts';
import type { DraftCourier } from '../sync/drafts/draft-courier.ts';
import { draftKeyOf, openDraft, sealDraft } from './draft-sealing.ts';

export interface Parking extends Pick<QueuePort, 'park' | 'takeUp'> {
  /** What was taken up with this slip was submitted: it is over, here and at the platform. */
  over(code: string): void;
}

export interface ParkingOptions {
  readonly queue: Pick<Queue, 'drafts' | 'get'>;
  readonly courier: Pick<DraftCourier, 'upload' | 'fetch' | 'look'>;
  /** ISO instant of the trusted clock. */
  readonly now: () => string;
  /** Of this terminal: a slip made in practice is none elsewhere, and the other way round. */
  readonly practice: boolean;
}

/**
 * Puts aside what was not finished, and opens it again. A draft is written once and never changed; taking it up copies
 * it, so that nothing is overwritten wherever it is taken up (docs/adr/0020).
 */
export function createParking({ queue, courier, now, practice }: ParkingOptions): Parking {
  function end(code: string): void {
    const parsed = parseResumeCode(code);
    if (parsed === null) return;
    queue.drafts.end({
      key: draftKeyOf(parsed),
      draftId: parsed.draftId,
      schemaVersion: DRAFT_VERSION,
      // Of one that was fetched from the platform it is not known any more: never later than this.
      expiresAt: draftExpiry(now()),
    });
    courier.look();
  }

  function isSubmitted({ submissionId }: Draft): boolean {
    const kept = queue.get(submissionId);
    return kept.ok && kept.value !== null;
  }

  async function here(code: ResumeCode, number: string): Promise<Result<Draft, Failure<TakeUpFault>> | null> {
    const key = draftKeyOf(code);
    const kept = queue.drafts.get(key);
    if (!kept.ok) return fail('unavailable');
    if (kept.value === null) return null;
    const opened = openDraft(kept.value, code, number);
    if (!opened.ok) return opened.code === 'not-found' ? null : opened;
    // Somebody may have submitted it at another terminal, of which only the platform knows.
    const there = await courier.fetch(key);
    if (there.ok || there.code !== 'gone') return opened;
    queue.drafts.end(kept.value);
    queue.drafts.told(key, true);
    return fail('not-found');
  }

  async function there(code: ResumeCode, number: string): Promise<Result<Draft, Failure<TakeUpFault>>> {
    const fetched = await courier.fetch(draftKeyOf(code));
    if (!fetched.ok) return fetched.code === 'gone' ? fail('not-found') : fail(fetched.code);
    const { sealed, ...facts } = fetched.value;
    if (facts.expiresAt <= now()) return fail('not-found');
    return openDraft({ ...facts, sealed: new Uint8Array(Buffer.from(sealed, 'base64url')) }, code, number);
  }

  return {
    async park({ code, draft, number, replaces }) {
      const parsed = parseResumeCode(code);
      if (parsed === null) return fail('unavailable');
      const expiresAt = draftExpiry(now());
      const sealed = sealDraft(draft, parsed, number, expiresAt);
      if (!sealed.ok) return sealed;
      const kept = queue.drafts.keep(sealed.value);
      if (!kept.ok) return fail(kept.code === 'disk-full' ? 'disk-full' : 'storage-fault');
      if (replaces !== null) end(replaces);
      return ok({ expiresAt, elsewhere: await courier.upload(sealed.value) });
    },

    async takeUp({ code, number }) {
      const parsed = parseResumeCode(code);
      // What cannot be a slip's opens nothing: unknown and wrong look alike.
      if (parsed === null) return fail('not-found');
      if (parsed.practice !== practice) return fail(parsed.practice ? 'practice-slip' : 'live-slip');
      const opened = (await here(parsed, number)) ?? (await there(parsed, number));
      // The program may have ended between keeping the submission and noting that the draft is over.
      if (!opened.ok || !isSubmitted(opened.value)) return opened;
      end(code);
      return fail('not-found');
    },

    over: end,
  };
}
