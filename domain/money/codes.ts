/** Why a text is not an amount of money; message `money.<code>`. */
export const MONEY_CODES = ['money-format', 'money-negative', 'money-decimals', 'money-too-large'] as const;
export type MoneyCode = (typeof MONEY_CODES)[number];
