import {
  type EmployerRulesDetails,
  employerRulesDetailsSchema,
} from '../../domain/catalogue/kinds/employer-rules/employer-rules.ts';
import type { VoluntaryRuleSet } from '../../domain/contributions/voluntary/schema.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { ProblemCode } from '../../domain/wire/contract.ts';
import {
  type EmployerRulesRequest,
  factsOfRulesAnswer,
  type StoredRules,
} from '../../domain/wire/employer-rules.ts';
import { seal } from '../../domain/wire/sealed/sealing.ts';
import { parseJson } from '../accept/parse-json.ts';
import { employerKeyOf } from '../accept/person-key.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { Store } from '../store/store.ts';
import type { StoredSubmission } from '../store/submission-store.ts';
import { openClaim } from './claim.ts';
import { takeRulesLookUp } from './tries.ts';
import { z } from 'zod';

export interface EmployerRulesEnquiry {
  /**
   * What an employer's remittances are held against, sealed to a key of the session; `request.claim.terminalId` must
   * already be known to be the terminal.
   */
  ask(
    terminalId: string,
    request: EmployerRulesRequest,
  ): Promise<Result<{ readonly sealed: string }, Failure<ProblemCode>>>;
}

interface Parts {
  readonly store: Store;
  readonly keys: KeyRing;
  readonly now: () => Date;
}

export function createEmployerRulesEnquiry(parts: Parts): EmployerRulesEnquiry {
  const { store, now } = parts;
  return {
    ask: async (terminalId, { claim, employerAccount, scheme, sessionKey }) => {
      const allowed = await takeRulesLookUp(store, terminalId, now);
      if (!allowed.ok) return allowed;
      const claimed = await openClaim(claim, parts);
      if (!claimed.ok) return claimed;
      await store.processDue(now().toISOString());
      const rules = await newestRules(parts, { account: employerAccount, scheme });
      if (rules === null) return fail('not-found');
      const plaintext = new TextEncoder().encode(JSON.stringify(rules));
      const sealed = await seal(plaintext, factsOfRulesAnswer(claim), sessionKey);
      plaintext.fill(0);
      if (!sealed.ok) return fail('malformed');
      return ok({ sealed: Buffer.from(sealed.value).toString('base64url') });
    },
  };
}

const payloadSchema = z.object({ details: employerRulesDetailsSchema });

/** The newest accepted description for an employer account in one scheme, opened in memory; null where there is none. */
async function newestRules(
  { store, keys }: Pick<Parts, 'store' | 'keys'>,
  of: { readonly account: string; readonly scheme: string },
): Promise<StoredRules | null> {
  const submission = await store.newestOfEmployer(employerKeyOf(of, keys.personKey));
  const ruleSet = submission === null ? null : await rulesIn(submission, keys);
  if (submission === null || ruleSet === null) return null;
  const { envelope, receivedAt } = submission;
  return { id: envelope.id, receivedAt, employerAccount: of.account, scheme: of.scheme, ruleSet };
}

/** The rules that a description holds, opened in memory; null where it cannot be opened. */
export async function rulesIn(
  { envelope, sealed }: Pick<StoredSubmission, 'envelope' | 'sealed'>,
  keys: Pick<KeyRing, 'open'>,
): Promise<VoluntaryRuleSet | null> {
  const opened = await keys.open(sealed, envelope);
  if (!opened.ok) return null;
  const payload = parseJson(opened.value, payloadSchema);
  opened.value.fill(0);
  if (!payload.ok) return null;
  const details: EmployerRulesDetails = payload.value.details;
  return details.ruleSet;
}
