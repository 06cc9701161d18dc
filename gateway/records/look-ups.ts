import { LOOK_UP_ASSURANCE, type Records } from '../../domain/records/records.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { ProblemCode } from '../../domain/wire/contract.ts';
import { type LookUpAnswer, lookUpFacts, type LookUpRequest } from '../../domain/wire/look-up.ts';
import { seal } from '../../domain/wire/sealed/sealing.ts';
import { type Claimed, openClaim } from '../enquiry/claim.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { Store } from '../store/store.ts';
import type { RecordStore } from './record-store.ts';

/** Our own figures: a terminal serves a few people an hour; one person looks once or twice in a visit. */
const WINDOW_MS = 60 * 60 * 1000;
const MOST_FOR_TERMINAL = 60;
const MOST_FOR_PERSON = 12;
/** A claim is made for one question and asked at once; clocks further apart are not trusted (DESIGN.md, *Trust*). */
const CLAIM_GOOD_FOR_MS = 5 * 60 * 1000;

/** What the platform has on record, to who was identified well enough for it (ADR 0025). */
export interface LookUps {
  /**
   * `request.claim.terminalId` must already be known to be `terminalId`.
   * @returns `not-found` where there is no record, where the evidence is not enough and where the claim is an old one: all
   *   three look alike and cost the same
   */
  answer(terminalId: string, request: LookUpRequest): Promise<Result<LookUpAnswer, Failure<ProblemCode>>>;
}

export function createLookUps(parts: {
  readonly store: Pick<Store, 'findStaff' | 'ownRecordOf' | 'inactiveSinceOf' | 'takeTry'>;
  readonly records: RecordStore;
  readonly keys: KeyRing;
  readonly now: () => Date;
}): LookUps {
  const { store, records, now } = parts;

  async function taken(scope: string, most: number): Promise<Result<null, Failure<'too-many-tries'>>> {
    const wait = await store.takeTry([{ scope, most }], now().toISOString(), WINDOW_MS);
    return wait === null ? ok(null) : fail('too-many-tries', { afterSeconds: Math.ceil(wait / 1000) });
  }

  /** What may be shown to who claims; null for whatever reason it may not. */
  async function shownTo(claimed: Claimed, { what, claim }: LookUpRequest): Promise<Records | null> {
    const found = await records.find(claimed.personKey, what);
    const age = Math.abs(now().getTime() - Date.parse(claim.capturedAt));
    return claimed.assurance >= LOOK_UP_ASSURANCE[what] && age <= CLAIM_GOOD_FOR_MS ? found : null;
  }

  return {
    answer: async (terminalId, request) => {
      const allowed = await taken(`look-ups:${terminalId}`, MOST_FOR_TERMINAL);
      if (!allowed.ok) return allowed;
      const claimed = await openClaim(request.claim, parts);
      // A number that was only typed is told as little as anybody else who may not know.
      if (!claimed.ok) return claimed.code === 'assurance-too-low' ? fail('not-found') : claimed;
      const person = Buffer.from(claimed.value.personKey).toString('base64url');
      const again = await taken(`look-ups-of:${person}`, MOST_FOR_PERSON);
      if (!again.ok) return again;
      const shown = await shownTo(claimed.value, request);
      const { what, claim, sessionKey } = request;
      // Sealed whatever there is, so that the time of an answer tells nothing either.
      const content = new TextEncoder().encode(JSON.stringify(shown ?? standIn(what)));
      const sealed = await seal(content, lookUpFacts(claim), sessionKey);
      content.fill(0);
      const noted = await records.note({
        at: now().toISOString(),
        terminalId,
        what,
        result: shown === null ? 'not-shown' : 'shown',
      });
      // What could not be noted is not told.
      if (!noted.ok) return noted;
      if (shown === null) return fail('not-found');
      return sealed.ok ? ok({ sealed: Buffer.from(sealed.value).toString('base64url') }) : fail('malformed');
    },
  };
}

/** About as long as an answer. */
function standIn(what: LookUpRequest['what']): unknown {
  return { what, filled: '.'.repeat(2_000) };
}
