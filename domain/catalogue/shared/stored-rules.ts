import { z } from 'zod';
import type { VoluntaryRuleSet } from '../../contributions/voluntary/schema.ts';
import { storedRulesSchema, type StoredRules } from '../../wire/employer-rules.ts';
import { EMPLOYER_ACCOUNT } from './employer-account.ts';
import { schemeIdSchema } from './scheme.ts';

const question = { employerAccount: z.string().regex(EMPLOYER_ACCOUNT), scheme: schemeIdSchema };

/**
 * What came of asking the platform for an employer's rules (ADR 0023). It stands as the answer of its page, as JSON, in
 * memory only: a parked draft is without it, and it is asked anew.
 */
const toldSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('found'), ...question, rules: storedRulesSchema }),
  z.strictObject({ state: z.literal('none'), ...question }),
  z.strictObject({ state: z.literal('not-fetched'), ...question }),
]);
export type ToldRules = z.infer<typeof toldSchema>;

/** Which account in which scheme. */
export type RulesOf = Pick<ToldRules, 'employerAccount' | 'scheme'>;

/** The answer of the page. */
export function toldRulesText(told: ToldRules): string {
  return JSON.stringify(told);
}

/** Reads what `toldRulesText` wrote; null when it is none. */
export function toldRulesFrom(answer: string | undefined): ToldRules | null {
  try {
    return toldSchema.safeParse(JSON.parse(answer ?? '')).data ?? null;
  } catch {
    return null;
  }
}

/** True when it was told of this account and scheme: whoever changed one of them since asks again. */
export function isToldOf(told: ToldRules, { employerAccount, scheme }: RulesOf): boolean {
  return told.employerAccount === employerAccount && told.scheme === scheme;
}

/** The stored rules, where there are some. */
export function foundRules(answer: string | undefined): StoredRules | null {
  const told = toldRulesFrom(answer);
  return told?.state === 'found' ? told.rules : null;
}

/** The rule set itself, where there is one. */
export function foundRuleSet(answer: string | undefined): VoluntaryRuleSet | null {
  return foundRules(answer)?.ruleSet ?? null;
}
