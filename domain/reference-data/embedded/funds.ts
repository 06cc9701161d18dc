import type { Fund, FundKind } from '../schema/schemes.ts';
import { SCHEMES } from './schemes.ts';

type Pattern = readonly [
  code: string,
  en: string,
  zhHant: string,
  kind: FundKind,
  riskClass: number,
  fee: string,
];

/** Every scheme has these three. */
const COMMON: readonly Pattern[] = [
  ['CAF', 'Core Accumulation Fund', '核心累積基金', 'core-accumulation', 5, '0.75'],
  ['A65F', 'Age 65 Plus Fund', '65歲後基金', 'age-65-plus', 3, '0.75'],
  ['MCF', 'MPF Conservative Fund', '強積金保守基金', 'conservative', 1, '0.65'],
];

const OTHERS = {
  BOND: ['BOND', 'Global Bond Fund', '環球債券基金', 'bond', 3, '0.98'],
  STABLE: ['STBL', 'Stable Growth Fund', '平穩增長基金', 'mixed-assets', 4, '1.12'],
  BALANCED: ['BALN', 'Balanced Fund', '均衡基金', 'mixed-assets', 5, '1.18'],
  GROWTH: ['GRTH', 'Growth Fund', '增長基金', 'mixed-assets', 5, '1.24'],
  ASIA: ['ASIA', 'Asian Equity Fund', '亞洲股票基金', 'equity', 6, '1.30'],
  GLOBAL: ['GLBE', 'Global Equity Fund', '環球股票基金', 'equity', 5, '1.25'],
  HONG_KONG: ['HKEQ', 'Hong Kong Equity Fund', '香港股票基金', 'equity', 6, '1.22'],
  AMERICA: ['NAEQ', 'North American Equity Fund', '北美股票基金', 'equity', 6, '1.15'],
  GUARANTEED: ['GUAR', 'Guaranteed Fund', '保證基金', 'guaranteed', 2, '1.35'],
} as const satisfies Readonly<Record<string, Pattern>>;

type Other = keyof typeof OTHERS;

/** Invented choices, different enough that a fund of one scheme is not one of the next. */
const CHOICES: readonly (readonly Other[])[] = [
  ['BALANCED', 'GLOBAL', 'HONG_KONG'],
  ['STABLE', 'GROWTH', 'ASIA', 'GUARANTEED'],
  ['BOND', 'GROWTH'],
  ['BOND', 'BALANCED', 'AMERICA', 'HONG_KONG', 'GUARANTEED'],
  ['STABLE', 'ASIA', 'AMERICA', 'GLOBAL'],
];

/** No real fund list is in the facts: everything here is a sample but the two funds that the law gives every scheme. */
export const FUNDS: Fund[] = SCHEMES.flatMap(({ id }, index) => {
  const chosen = (CHOICES[index % CHOICES.length] ?? []).map((key) => OTHERS[key]);
  const prefix = `S${String(index + 1).padStart(2, '0')}`;
  return [...COMMON, ...chosen].map(([code, en, zhHant, kind, riskClass, managementFee]) => ({
    scheme: id,
    code: `${prefix}${code}`,
    name: { 'zh-Hant': zhHant, en },
    kind,
    riskClass,
    guaranteed: kind === 'guaranteed',
    managementFee,
    from: '2017-04-01',
    to: null,
    source: 'sample',
  }));
});
