import { randomBytes, timingSafeEqual } from 'node:crypto';
import { SIGN_IN_SECONDS } from '../../domain/identity/proof/iam-smart.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { ProblemCode } from '../../domain/wire/contract.ts';
import type { SignInBegun, SignInRequest, SignInState } from '../../domain/wire/iam-smart.ts';
import { openClaim } from '../enquiry/claim.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { Store } from '../store/store.ts';
import type { IamSmartProvider, ProviderAnswer } from './provider.ts';
import type { SignInRow, SignInStore } from './sign-in-store.ts';
import { personInSignIn, personOf, signToken } from './token.ts';

/** Our own figures: a terminal serves many members, and one of them begins anew a few times. */
const WINDOW_MS = 60 * 60 * 1000;
const MOST_FOR_TERMINAL = 60;
const MOST_FOR_SESSION = 8;
/** Questions about one sign-in; a terminal asks every two seconds while its code is good. */
const MOST_QUESTIONS = 4 * SIGN_IN_SECONDS;
const UNKNOWN: SignInState = { state: 'unknown', token: null };

/** Signing in with iAM Smart, whose client the gateway is (DESIGN.md, *Assurance*; ADR 0015). */
export interface SignIns {
  /** `request.claim.terminalId` must already be known to be `terminalId`. */
  begin(terminalId: string, request: SignInRequest): Promise<Result<SignInBegun, Failure<ProblemCode>>>;
  state(
    terminalId: string,
    id: string,
    session: string,
  ): Promise<Result<SignInState, Failure<'too-many-tries'>>>;
  /** The visit has its answer, or wants none any more: what comes later is told to nobody. */
  end(terminalId: string, id: string, session: string): Promise<void>;
  /**
   * What iAM Smart says. The verified number is compared in memory and goes no further.
   * @returns `too-late` when it has been answered, has run out or is over: then nothing changes
   */
  tell(
    code: string,
    answer: ProviderAnswer,
  ): Promise<Result<SignInRow['state'], Failure<'too-late' | 'no-signing-key'>>>;
  /** Those that somebody could still answer, for whoever plays the phone. */
  open(): Promise<readonly Pick<SignInRow, 'code' | 'terminalId' | 'state' | 'runsOutAt'>[]>;
}

export function createSignIns(parts: {
  readonly store: Pick<Store, 'findStaff' | 'ownRecordOf' | 'inactiveSinceOf' | 'takeTry'>;
  readonly signInStore: SignInStore;
  readonly keys: KeyRing;
  readonly provider: IamSmartProvider;
  readonly now: () => Date;
}): SignIns {
  const { store, signInStore, keys, provider, now } = parts;
  /** Questions so far, by sign-in; of this process only, and only of sign-ins that exist. */
  const questions = new Map<string, number>();

  async function ofVisit(terminalId: string, id: string, session: string): Promise<SignInRow | null> {
    const row = await signInStore.find(id);
    return row !== null && row.terminalId === terminalId && row.session === session ? row : null;
  }

  return {
    begin: async (terminalId, { session, claim }) => {
      const at = now();
      const wait = await store.takeTry(
        [
          { scope: `iam-smart:${terminalId}`, most: MOST_FOR_TERMINAL },
          { scope: `iam-smart:${terminalId}:${session}`, most: MOST_FOR_SESSION },
        ],
        at.toISOString(),
        WINDOW_MS,
      );
      if (wait !== null) return fail('too-many-tries', { afterSeconds: Math.ceil(wait / 1000) });
      const claimed = await openClaim(claim, parts);
      if (!claimed.ok) return claimed;
      const [id, code] = [opaque(), opaque()];
      const begun = await signInStore.begin(
        {
          id,
          code,
          terminalId,
          session,
          person: personInSignIn(claimed.value.personKey, id, keys.personKey),
          runsOutAt: new Date(at.getTime() + SIGN_IN_SECONDS * 1000).toISOString(),
        },
        at.toISOString(),
      );
      if (!begun.ok) return begun;
      return ok({ id, code: provider.codeContent(code), secondsLeft: SIGN_IN_SECONDS });
    },

    state: async (terminalId, id, session) => {
      const row = await ofVisit(terminalId, id, session);
      if (row === null) {
        questions.delete(id);
        return ok(UNKNOWN);
      }
      const asked = (questions.get(id) ?? 0) + 1;
      questions.set(id, asked);
      if (asked > MOST_QUESTIONS) return fail('too-many-tries', { afterSeconds: SIGN_IN_SECONDS });
      const { state, token, runsOutAt } = row;
      const unanswered = state === 'waiting' || state === 'scanned';
      if (unanswered && runsOutAt <= now().toISOString()) return ok({ state: 'expired', token: null });
      return ok({ state, token });
    },

    end: async (terminalId, id, session) => {
      questions.delete(id);
      await signInStore.end(id, terminalId, session);
    },

    tell: async (code, answer) => {
      const at = now();
      const row = await signInStore.findByCode(code);
      if (row === null || row.person === null || row.runsOutAt <= at.toISOString()) return fail('too-late');
      const changed = (done: boolean, state: SignInRow['state']) => (done ? ok(state) : fail('too-late'));
      if (answer.is === 'scanned') {
        return changed(await signInStore.scanned(row.id, at.toISOString()), 'scanned');
      }
      const answered = async (given: Parameters<SignInStore['answered']>[1]) =>
        changed(await signInStore.answered(row.id, given, at.toISOString()), given.state);
      if (answer.is === 'refused') return answered({ state: 'refused', token: null });
      const person = personOf(`hkid:${answer.number.body}`, row.id, keys.personKey);
      if (!timingSafeEqual(person, row.person)) return answered({ state: 'different-person', token: null });
      const token = await signToken(row, person, keys, at);
      return token.ok ? answered({ state: 'approved', token: token.value }) : token;
    },

    open: async () =>
      (await signInStore.open(now().toISOString())).map(({ code, terminalId, state, runsOutAt }) => ({
        code,
        terminalId,
        state,
        runsOutAt,
      })),
  };
}

/** 128 random bits: nobody comes upon another one's by trying. */
function opaque(): string {
  return randomBytes(16).toString('base64url');
}
