import type { Source } from '../../../reference-data/schema/common.ts';
import type { Facts } from '../../definition.ts';

/** What may be moved (facts/domain.md §3b). */
export const TRANSFER_MONEY = [
  'current-employee-mandatory',
  'former-employment',
  'left-job',
  'personal-account',
  'personal-accounts',
  'self-employed',
  'tax-deductible-voluntary',
] as const;
export type TransferMoney = (typeof TRANSFER_MONEY)[number];

/** What people ask for and cannot move here; message `rule.<code>`. */
export const NOT_TRANSFERABLE = {
  'current-employer-mandatory': 'transfer-employer-mandatory',
  'current-voluntary': 'transfer-voluntary-by-rules',
} as const satisfies Readonly<Record<string, string>>;

/** The paper form that stands for each, and how sure its code is (facts/domain.md §3b). */
export interface TransferForm {
  readonly code: string;
  readonly source: Source;
}

export const TRANSFER_FORMS: Readonly<Record<TransferMoney, TransferForm>> = {
  'current-employee-mandatory': { code: 'MPF(S)-P(P)', source: 'general-knowledge' },
  'former-employment': { code: 'MPF(S)-P(P)', source: 'general-knowledge' },
  'left-job': { code: 'MPF(S)-P(M)', source: 'sourced' },
  'personal-account': { code: 'MPF(S)-P(M)', source: 'sourced' },
  'personal-accounts': { code: 'MPF(S)-P(C)', source: 'sourced' },
  'self-employed': { code: 'MPF(S)-P(M)', source: 'sourced' },
  'tax-deductible-voluntary': { code: 'MPF(S)-P(T)', source: 'sourced' },
};

/** What is to be moved; null while not chosen. */
export function moneyOf({ answers }: Facts): TransferMoney | null {
  return TRANSFER_MONEY.find((money) => money === answers['money']) ?? null;
}

/** True when what is chosen is one of these. */
export function isMoney(facts: Facts, ...wanted: readonly TransferMoney[]): boolean {
  const money = moneyOf(facts);
  return money !== null && wanted.includes(money);
}
