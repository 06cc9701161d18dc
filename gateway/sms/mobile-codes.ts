import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import {
  MOBILE_CODE_DIGITS,
  MOBILE_CODE_SECONDS,
  MOBILE_CODE_TRIES,
  SEND_AGAIN_SECONDS,
} from '../../domain/identity/proof/mobile-code.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { hongKongDate } from '../../domain/time.ts';
import type { ProblemCode } from '../../domain/wire/contract.ts';
import {
  mobileClaimSchema,
  type mobileCodeRequestSchema,
  type MobileCodeAnswer,
  type MobileCodeSent,
} from '../../domain/wire/mobile-code.ts';
import { parseJson } from '../accept/parse-json.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { CodeRow, CodeStore } from './code-store.ts';
import { codeHash, numberInCode, numberKeyOf } from './hashes.ts';
import { codeMessage, type SmsProvider } from './provider.ts';
import { signMobileToken } from './token.ts';

/** Our own figures: a member asks a few times, a terminal serves some hundred people a day, and messages cost money. */
const MOST_FOR_VISIT = 4;
const MOST_FOR_NUMBER = 8;
const MOST_FOR_TERMINAL = 400;
const MOST_FOR_ALL = 50_000;
const DAY_SECONDS = 24 * 60 * 60;
const OVER: MobileCodeAnswer = { state: 'over' };

type CodeRequest = z.infer<typeof mobileCodeRequestSchema>;

/** Confirming a mobile number by a code in a message (ADR 0026). */
export interface MobileCodes {
  /**
   * Makes a code and has it sent. `request.number.terminalId` must already be known to be `terminalId`.
   * @returns `not-found` where there is no provider, `busy` where it did not take the message, `too-many-tries` with
   *   `afterSeconds`, and the faults of opening what was sealed
   */
  send(terminalId: string, request: CodeRequest): Promise<Result<MobileCodeSent, Failure<ProblemCode>>>;
  try(
    terminalId: string,
    id: string,
    typed: { readonly session: string; readonly code: string },
  ): Promise<Result<MobileCodeAnswer, Failure<'busy'>>>;
}

export function createMobileCodes(parts: {
  readonly codeStore: CodeStore;
  readonly keys: KeyRing;
  /** Null: the platform sends no messages. */
  readonly provider: SmsProvider | null;
  readonly now: () => Date;
}): MobileCodes {
  const { codeStore, keys, provider, now } = parts;

  return {
    send: async (terminalId, { session, number, locale }) => {
      if (provider === null) return fail('not-found');
      const at = now();
      const earlier = await codeStore.ofVisit(terminalId, session);
      const wait = waitAfter(earlier, at);
      if (wait > 0) return fail('too-many-tries', { afterSeconds: wait });
      const opened = await openNumber(number, keys);
      if (!opened.ok) return opened;
      const mobile = opened.value;
      const id = randomBytes(16).toString('base64url');
      const code = String(randomInt(10 ** MOBILE_CODE_DIGITS)).padStart(MOBILE_CODE_DIGITS, '0');
      const sent = (earlier?.sent ?? 0) + 1;
      const begun = await codeStore.begin(
        {
          ...{ id, terminalId, session, sent, sentAt: at.toISOString() },
          number: numberInCode(mobile, id, keys.personKey),
          code: codeHash(code, id, keys.personKey),
          runsOutAt: new Date(at.getTime() + MOBILE_CODE_SECONDS * 1000).toISOString(),
        },
        earlier?.id ?? null,
        hongKongDate(at.toISOString()),
        [
          {
            scope: `number:${Buffer.from(numberKeyOf(mobile, keys.personKey)).toString('base64url')}`,
            most: MOST_FOR_NUMBER,
          },
          { scope: `terminal:${terminalId}`, most: MOST_FOR_TERMINAL },
          { scope: 'all', most: MOST_FOR_ALL },
        ],
      );
      if (!begun.ok) return begun;
      if (begun.value === 'full') return fail('too-many-tries', { afterSeconds: DAY_SECONDS });
      // Asked for twice at the same moment: the other message is on its way.
      if (begun.value === 'overtaken') return fail('too-many-tries', { afterSeconds: againAfter(sent) });
      if (!(await provider.send({ mobile, text: codeMessage(code, locale) }, at))) return fail('busy');
      return ok({ id, secondsLeft: MOBILE_CODE_SECONDS, againAfter: againAfter(sent) });
    },

    try: async (terminalId, id, { session, code }) => {
      const at = now();
      const row = await codeStore.find(id);
      if (row === null || row.terminalId !== terminalId || row.session !== session) return ok(OVER);
      if (row.runsOutAt <= at.toISOString()) return ok(OVER);
      const triesLeft = await codeStore.takeEntry(id, MOBILE_CODE_TRIES);
      if (triesLeft === null) return ok(OVER);
      if (!timingSafeEqual(codeHash(code, id, keys.personKey), row.code)) {
        return ok(triesLeft > 0 ? { state: 'wrong', triesLeft } : OVER);
      }
      // The answer before this one may have been lost on the way.
      if (row.token !== null) return ok({ state: 'confirmed', token: row.token });
      const token = await signMobileToken(row, keys, at);
      if (!token.ok) return fail('busy');
      await codeStore.confirmed(id, token.value);
      return ok({ state: 'confirmed', token: token.value });
    },
  };
}

function againAfter(sent: number): number {
  return sent === 1 ? SEND_AGAIN_SECONDS.first : SEND_AGAIN_SECONDS.later;
}

/** Seconds until the visit may have another message; 0: now. */
function waitAfter(earlier: CodeRow | null, at: Date): number {
  if (earlier === null) return 0;
  const until = earlier.sent >= MOST_FOR_VISIT ? earlier.runsOutAt : null;
  const end =
    until === null ? Date.parse(earlier.sentAt) + againAfter(earlier.sent) * 1000 : Date.parse(until);
  return Math.max(0, Math.ceil((end - at.getTime()) / 1000));
}

async function openNumber(
  { sealed, ...facts }: CodeRequest['number'],
  keys: Pick<KeyRing, 'open'>,
): Promise<Result<string, Failure<'sealing-key-unknown' | 'cannot-open' | 'payload-invalid'>>> {
  const opened = await keys.open(Buffer.from(sealed, 'base64url'), {
    ...facts,
    kind: 'mobile-number',
    schemaVersion: 1,
  });
  if (!opened.ok) return opened;
  const claim = parseJson(opened.value, mobileClaimSchema);
  opened.value.fill(0);
  return claim.ok ? ok(claim.value.mobile) : claim;
}
