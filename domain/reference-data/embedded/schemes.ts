import { addDays } from '../../time.ts';
import { INSTRUCTION_GROUPS, type Scheme } from '../schema/schemes.ts';
import type { Source } from '../schema/common.ts';

/** Days before a scheme's own day on which it begins to move: no trustee's real window is in the facts. */
const SAMPLE_WINDOW_DAYS = 14;
/** Days before a scheme's own day on which the trustee takes the last of each: samples, as the window. */
const SAMPLE_CUT_OFF_DAYS = {
  contribution: 5,
  enrolment: 7,
  'fund-switch': 3,
  mandate: 3,
  transfer: 10,
  withdrawal: 10,
  particulars: 5,
} as const;

/** Trustees by short name. Which trustee has which scheme is in facts/domain.md §4 for some only. */
const TRUSTEES = {
  aia: ['AIA Company (Trustee) Limited', '友邦（信託）有限公司'],
  bct: ['Bank Consortium Trust Company Limited', '銀聯信託有限公司'],
  bcom: ['Bank of Communications Trustee Limited', '交通銀行信託有限公司'],
  bea: ['Bank of East Asia (Trustees) Limited', '東亞銀行（信託）有限公司'],
  boci: ['BOCI-Prudential Trustee Limited', '中銀國際英國保誠信託有限公司'],
  chinaLife: ['China Life Trustees Limited', '中國人壽信託有限公司'],
  hsbc: [
    'HSBC Provident Fund Trustee (Hong Kong) Limited',
    'HSBC Provident Fund Trustee (Hong Kong) Limited',
  ],
  manulife: ['Manulife Provident Funds Trust Company Limited', '宏利公積金信託有限公司'],
  standardChartered: ['Standard Chartered Trustee (Hong Kong) Limited', '渣打信託（香港）有限公司'],
  sunLife: ['Sun Life Trustee Company Limited', '永明信託有限公司'],
  yfLife: ['YF Life Trustees Limited', '萬通信託有限公司'],
} as const;

type Row = readonly [
  id: string,
  en: string,
  zhHant: string,
  trustee: keyof typeof TRUSTEES,
  on: string,
  source: Source,
  trusteeSource?: Source,
];

/**
 * The 24 schemes in the order of their days (facts/domain.md §4). Where the facts have only a quarter, or a day by which
 * it was on, the latest day that fits is used and marked `inferred`.
 */
const ROWS: readonly Row[] = [
  [
    'mass',
    'MASS Mandatory Provident Fund Scheme',
    '萬全強制性公積金計劃',
    'yfLife',
    '2024-06-26',
    'sourced',
    'sourced',
  ],
  [
    'china-life',
    'China Life MPF Master Trust Scheme',
    '中國人壽強積金集成信託計劃',
    'chinaLife',
    '2024-07-29',
    'sourced',
    'sourced',
  ],
  [
    'bcom-joyful',
    'BCOM Joyful Retirement MPF Scheme',
    '交通銀行愉盈退休強積金計劃',
    'bcom',
    '2024-11-01',
    'inferred',
    'sourced',
  ],
  [
    'shkp',
    'SHKP MPF Employer Sponsored Scheme',
    '新地強積金僱主營辦計劃',
    'standardChartered',
    '2024-11-01',
    'inferred',
    'sourced',
  ],
  [
    'bea-value',
    'BEA (MPF) Value Scheme',
    '東亞（強積金）享惠計劃',
    'bea',
    '2024-11-01',
    'inferred',
    'sourced',
  ],
  [
    'bea-master',
    'BEA (MPF) Master Trust Scheme',
    '東亞（強積金）集成信託計劃',
    'bea',
    '2025-03-05',
    'sourced',
    'sourced',
  ],
  ['bct-simple', 'BCT MPF - Simple Plan', 'BCT強積金 - 簡易計劃', 'bct', '2025-05-07', 'second-hand'],
  ['bct-smart', 'BCT MPF - Smart Plan', 'BCT強積金 - 明智之選', 'bct', '2025-05-07', 'second-hand'],
  ['bct-800', 'BCT MPF Scheme Series 800', 'BCT強積金計劃800系列', 'bct', '2025-05-07', 'second-hand'],
  [
    'my-choice',
    'My Choice Mandatory Provident Fund Scheme',
    '我的強積金計劃',
    'boci',
    '2025-06-05',
    'sourced',
    'sourced',
  ],
  [
    'boc-easy-choice',
    'BOC-Prudential Easy-Choice Mandatory Provident Fund Scheme',
    '中銀保誠簡易強積金計劃',
    'boci',
    '2025-06-05',
    'sourced',
    'sourced',
  ],
  ['amtd', 'AMTD MPF Scheme', 'AMTD強積金計劃', 'bct', '2025-07-03', 'sourced', 'sourced'],
  [
    'bct-strategic',
    'BCT Strategic MPF Scheme',
    'BCT強積金策略計劃',
    'bct',
    '2025-07-03',
    'sourced',
    'sourced',
  ],
  [
    'manulife-retirechoice',
    'Manulife RetireChoice (MPF) Scheme',
    '宏利退休精選（強積金）計劃',
    'bct',
    '2025-07-03',
    'sourced',
    'sourced',
  ],
  ['bct-pro-choice', 'BCT (MPF) Pro Choice', 'BCT積金之選', 'bct', '2025-08-31', 'inferred'],
  ['aia-prime-value', 'AIA MPF - Prime Value Choice', '友邦強積金優選計劃', 'aia', '2025-10-22', 'inferred'],
  [
    'sun-life-rainbow',
    'Sun Life Rainbow MPF Scheme',
    '永明彩虹強積金計劃',
    'sunLife',
    '2025-10-22',
    'inferred',
  ],
  [
    'manulife-global',
    'Manulife Global Select (MPF) Scheme',
    '宏利環球精選（強積金）計劃',
    'manulife',
    '2025-11-06',
    'sourced',
  ],
  [
    'fidelity',
    'Fidelity Retirement Master Trust',
    '富達退休集成信託',
    'hsbc',
    '2025-12-30',
    'sourced',
    'second-hand',
  ],
  ['haitong', 'Haitong MPF Retirement Fund', '海通MPF退休金', 'hsbc', '2025-12-30', 'sourced', 'second-hand'],
  [
    'hsbc-supertrust',
    'HSBC Mandatory Provident Fund - SuperTrust Plus',
    '滙豐強積金智選計劃',
    'hsbc',
    '2026-01-29',
    'sourced',
  ],
  [
    'hang-seng-supertrust',
    'Hang Seng Mandatory Provident Fund - SuperTrust Plus',
    '恒生強積金智選計劃',
    'hsbc',
    '2026-01-29',
    'sourced',
  ],
  ['bct-industry', 'BCT (MPF) Industry Choice', 'BCT（強積金）行業計劃', 'bct', '2026-03-26', 'sourced'],
  ['bea-industry', 'BEA (MPF) Industry Scheme', '東亞（強積金）行業計劃', 'bea', '2026-04-30', 'sourced'],
];

export const SCHEMES: Scheme[] = ROWS.map(
  ([id, en, zhHant, trustee, on, source, trusteeSource = 'general-knowledge']) => ({
    id,
    name: { 'zh-Hant': zhHant, en },
    nameSource: 'general-knowledge',
    trustee: { 'zh-Hant': TRUSTEES[trustee][1], en: TRUSTEES[trustee][0] },
    trusteeSource,
    onboarding: { movingFrom: addDays(on, -SAMPLE_WINDOW_DAYS), on, source },
    cutOffs: INSTRUCTION_GROUPS.map((instruction) => ({
      instruction,
      lastDay: addDays(on, -SAMPLE_CUT_OFF_DAYS[instruction]),
      source: 'sample',
    })),
    rules: { ecaMoreThanOnceAYear: false, switchesPerYear: null, source: 'general-knowledge' },
  }),
);
