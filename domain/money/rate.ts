import Big from 'big.js';

const PERCENT = /^\d{1,3}(?:\.\d{1,4})?%$/;
const DECIMAL = /^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/;

/** `12%`, `7.5%`, or the same as a decimal, `0.12`; 0 to 100%. */
export function isPercentage(text: string): boolean {
  return DECIMAL.test(text) || (PERCENT.test(text) && Number(text.slice(0, -1)) <= 100);
}

/**
 * The rate as `shareOf` takes it: `12%` is `0.12`.
 *
 * @throws RangeError when it is not a percentage: rule sets were checked before
 */
export function rateOf(text: string): string {
  if (!isPercentage(text)) throw new RangeError('not a percentage');
  return text.endsWith('%') ? new Big(text.slice(0, -1)).div(100).toFixed() : text;
}

/** A rate as people write it: `0.07` and `7%` are both `7%`. */
export function percentText(text: string): string {
  return `${new Big(rateOf(text)).times(100).toFixed()}%`;
}
