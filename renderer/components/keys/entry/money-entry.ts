/** An amount in Hong Kong dollars while it is typed: `1500`, `1500.`, `1500.5`. */

/** As many as the largest amount that is taken (domain/money). */
const MOST_DIGITS = 9;
const MOST_DECIMALS = 2;

/** What has been typed with one more digit or the point, if that can come next. A leading zero gives way. */
export function typeMoney(value: string, key: string): string {
  const [whole = '', decimals] = value.split('.');
  if (key === '.') return decimals === undefined ? `${whole === '' ? '0' : whole}.` : value;
  if (!/^[0-9]$/.test(key)) return value;
  if (decimals !== undefined) return decimals.length < MOST_DECIMALS ? value + key : value;
  if (whole === '0') return key;
  return whole.length < MOST_DIGITS ? whole + key : value;
}

/** As it is read: `1,500.5`. */
export function groupedMoney(value: string): string {
  const [whole = '', decimals] = value.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** What is sent: a point that nothing follows goes. */
export function moneyAnswer(value: string): string {
  return value.replace(/\.$/, '');
}
