import type { Source } from '../schema/common.ts';
import type { WithdrawalRules } from '../schema/withdrawals.ts';

type Evidence = WithdrawalRules['evidence'][number];

const IDENTITY = evidence(
  'identity',
  '香港身份證，或沒有身份證者的護照',
  'Hong Kong identity card, or passport for those without one',
);
const DECLARATION = evidence(
  'statutory-declaration',
  '法定聲明正本，在監誓員、公證人或太平紳士面前宣誓',
  'Original statutory declaration, sworn before a Commissioner for Oaths, a notary or a justice of the peace',
  true,
);

/** What each ground has unless it says otherwise. */
const PLAIN = {
  from: '2024-06-26',
  statutoryDeclaration: false,
  leastAge: null,
  instalments: false,
  onceOnly: false,
  largestBalance: null,
  monthsWithoutContribution: null,
  certificateMonths: null,
  source: 'sourced',
} as const;

/** The seven grounds with forms and evidence (facts/domain.md §3c). */
export const WITHDRAWALS: WithdrawalRules[] = [
  {
    ...PLAIN,
    ground: 'age-65',
    name: { 'zh-Hant': '年滿65歲', en: 'Age 65' },
    forms: [form('W(R)')],
    evidence: [IDENTITY],
    leastAge: 65,
    instalments: true,
  },
  {
    ...PLAIN,
    ground: 'early-retirement',
    name: { 'zh-Hant': '提早退休', en: 'Early retirement' },
    forms: [form('W(R)'), form('W(SD1)', 'general-knowledge')],
    evidence: [IDENTITY, DECLARATION],
    statutoryDeclaration: true,
    leastAge: 60,
    instalments: true,
  },
  {
    ...PLAIN,
    ground: 'permanent-departure',
    name: { 'zh-Hant': '永久離開香港', en: 'Permanent departure from Hong Kong' },
    forms: [form('W(O)'), form('W(SD2)')],
    evidence: [
      IDENTITY,
      DECLARATION,
      evidence(
        'right-to-reside',
        '准許在香港以外地方居住的證明；只有旅行證件未必足夠',
        'Proof of permission to reside outside Hong Kong; a travel document alone may not be enough',
      ),
    ],
    statutoryDeclaration: true,
    onceOnly: true,
  },
  {
    ...PLAIN,
    ground: 'total-incapacity',
    name: { 'zh-Hant': '完全喪失行為能力', en: 'Total incapacity' },
    forms: [form('W(O)'), form('W(M)', 'general-knowledge')],
    evidence: [
      IDENTITY,
      evidence(
        'incapacity-certificate',
        '註冊醫生或註冊中醫發出的證明書，證明永久不適合做以前的工作',
        'Certificate of a registered medical or Chinese medicine practitioner that you are permanently unfit for your previous kind of work',
      ),
    ],
  },
  {
    ...PLAIN,
    ground: 'terminal-illness',
    name: { 'zh-Hant': '罹患末期疾病', en: 'Terminal illness' },
    forms: [form('W(O)'), form('W(T)', 'general-knowledge')],
    evidence: [
      IDENTITY,
      evidence(
        'terminal-illness-certificate',
        '註冊醫生或註冊中醫發出的證明書，證明預期壽命為12個月或以下；發出後12個月內可用',
        'Certificate of a registered medical or Chinese medicine practitioner that life expectancy is 12 months or less; usable for 12 months from its date',
      ),
    ],
    certificateMonths: 12,
  },
  {
    ...PLAIN,
    ground: 'small-balance',
    name: { 'zh-Hant': '小額結餘', en: 'Small balance' },
    forms: [form('W(O)'), form('W(SD3)', 'general-knowledge')],
    evidence: [IDENTITY, DECLARATION],
    statutoryDeclaration: true,
    largestBalance: '5000.00',
    monthsWithoutContribution: 12,
    source: 'second-hand',
  },
  {
    ...PLAIN,
    ground: 'death',
    name: { 'zh-Hant': '成員身故', en: 'Death of the member' },
    forms: [form('W(O)')],
    evidence: [
      evidence(
        'claimant-identity',
        '遺產代理人的身份證明文件',
        'Identity document of the personal representative',
      ),
      evidence(
        'grant',
        '遺囑認證書或遺產管理書',
        'Probate or letters of administration',
        true,
        'general-knowledge',
      ),
    ],
  },
];

function form(code: string, source: Source = 'sourced'): WithdrawalRules['forms'][number] {
  return { code, source };
}

function evidence(
  id: string,
  zhHant: string,
  en: string,
  original = false,
  source: Source = 'sourced',
): Evidence {
  return { id, text: { 'zh-Hant': zhHant, en }, original, source };
}
