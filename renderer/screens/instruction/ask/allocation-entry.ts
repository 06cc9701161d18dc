/** How percentages stand while they are given out over funds; what is nothing is left out. */
export type Shares = ReadonlyMap<string, number>;

const WHOLE = 100;

/** One press of *5 more* or *5 less*. */
export const STEP = 5;

/** Reads `CODE=30,OTHER=70`; what is not among the codes, or not a whole number from 1 to 100, is left out. */
export function readShares(value: string, codes: readonly string[]): Shares {
  const pairs = value.split(',').map((part) => part.split('='));
  return new Map(
    pairs.flatMap(([code = '', figure = '']): [string, number][] =>
      codes.includes(code) && /^(?:[1-9]\d?|100)$/.test(figure) ? [[code, Number(figure)]] : [],
    ),
  );
}

/** In the order of the codes, as the answer is sent. */
export function writeShares(shares: Shares, codes: readonly string[]): string {
  return codes.flatMap((code) => (shares.has(code) ? [`${code}=${shares.get(code) ?? 0}`] : [])).join(',');
}

/** The same with one share at `figure`, kept between 0 and 100. */
export function withShare(shares: Shares, code: string, figure: number): Shares {
  const share = Math.min(Math.max(figure, 0), WHOLE);
  const others = [...shares].filter(([other]) => other !== code);
  return new Map(share === 0 ? others : [...others, [code, share]]);
}

/** How much is given out, and how much that is under or over the whole. */
export function totalOf(shares: Shares): {
  readonly total: number;
  readonly left: number;
  readonly over: number;
} {
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
  return { total, left: Math.max(WHOLE - total, 0), over: Math.max(total - WHOLE, 0) };
}

/** What has been typed of one percentage with one more digit; never above 100, and a leading zero gives way. */
export function typeShare(typed: string, digit: string): string {
  if (!/^[0-9]$/.test(digit)) return typed;
  const next = typed === '0' ? digit : typed + digit;
  return Number(next) <= WHOLE ? next : typed;
}
