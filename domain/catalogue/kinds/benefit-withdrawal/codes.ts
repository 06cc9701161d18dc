/** Why a withdrawal is not taken as answered; message `rule.<code>`. */
export const WITHDRAWAL_RULES = [
  'withdrawal-age-not-known',
  'withdrawal-too-young',
  'withdrawal-still-working',
  'withdrawal-intends-to-work',
  'withdrawal-departure-once',
  'withdrawal-intends-to-return',
  'withdrawal-no-permission-elsewhere',
  'withdrawal-no-incapacity-certificate',
  'withdrawal-no-illness-certificate',
  'withdrawal-certificate-too-old',
  'withdrawal-date-in-future',
  'withdrawal-several-schemes',
  'withdrawal-balance-too-large',
  'withdrawal-contribution-too-recent',
  'withdrawal-no-grant',
  'withdrawal-own-number',
  'withdrawal-account-count',
  'withdrawal-account-twice',
] as const;
export type WithdrawalRule = (typeof WITHDRAWAL_RULES)[number];
