import { type Ask, literal, message, type Option } from '../../domain/catalogue/ask.ts';
import type { InstructionKind } from '../../domain/kinds/kinds.ts';
import { FUNDS } from '../../domain/reference-data/embedded/funds.ts';
import { SCHEMES } from '../../domain/reference-data/embedded/schemes.ts';
import type { Failure } from '../../domain/result.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { assist, offline, step, type Fixture } from './fixture-parts.ts';

const asking = step(3, 'details', 'instruction');

interface Asked {
  readonly value?: string;
  readonly error?: Failure<string>;
  readonly changing?: boolean;
  readonly words?: string;
  readonly kind?: InstructionKind;
  readonly more?: Partial<Extract<Screen, { readonly id: 'ask' }>>;
}

function page(ask: Ask, given: Asked = {}): Screen {
  return {
    id: 'ask',
    kind: given.kind ?? 'call-back',
    page: 'page',
    words: given.words ?? 'ask.call-back.topic',
    index: 1,
    ask,
    value: given.value ?? '',
    error: given.error ?? null,
    changing: given.changing ?? false,
    ...given.more,
  };
}

function optionsOf(words: string, codes: readonly string[]): readonly Option[] {
  return codes.map((code) => ({ code, label: message(`${words}.option.${code}`) }));
}

const topics = optionsOf('ask.call-back.topic', ['general', 'contributions', 'registration', 'withdrawal']);
const parts = optionsOf('ask.shared.contribution-types', [
  'employer-mandatory',
  'employee-mandatory',
  'employer-voluntary',
  'employee-voluntary',
  'self-employed-mandatory',
  'former-employment',
  'special-voluntary',
  'tax-deductible-voluntary',
]);
export const schemes: readonly Option[] = SCHEMES.map(({ id, name }) => ({
  code: id,
  label: { words: name },
})).sort((one, other) => one.label.words.en.localeCompare(other.label.words.en));
export const funds: readonly Option[] = FUNDS.slice(0, 6).map(({ code, name }) => ({
  code,
  label: { words: name },
}));
const manyFunds: readonly Option[] = FUNDS.slice(0, 22).map(({ code, name, managementFee }) => ({
  code,
  label: { words: name },
  help: { words: { 'zh-Hant': `管理費 ${managementFee}%`, en: `Management fee ${managementFee}%` } },
}));
const [first, second, third] = funds.map(({ code }) => code);

const text = (
  keyboard: Extract<Ask, { type: 'text' }>['keyboard'],
  lines: 1 | 2 | 3,
  optional = false,
): Ask => ({
  type: 'text',
  keyboard,
  lines,
  optional,
});

const caution: Ask = {
  type: 'statement',
  tone: 'caution',
  paragraphs: [
    message('shared.guarantee'),
    message('shared.dealing.before', { cutOff: '16:00', date: '2026-11-23' }),
    {
      words: {
        'zh-Hant': '基金價格每日變動，轉換時的價格與今天不同。',
        en: 'Prices change every day; yours will not be the one of today.',
      },
    },
  ],
  figures: [],
  agree: message('shared.understood'),
};

const figures: Ask = {
  type: 'statement',
  tone: 'plain',
  paragraphs: [
    {
      words: {
        'zh-Hant': '這是按你填寫的入息計算出來的。',
        en: 'Worked out from the income that you gave.',
      },
    },
  ],
  figures: [
    { label: { words: { 'zh-Hant': '有關入息', en: 'Relevant income' } }, value: literal('HK$24,500.00') },
    {
      label: { words: { 'zh-Hant': '僱主供款（5%）', en: 'Employer contribution (5%)' } },
      value: literal('HK$1,225.00'),
    },
    {
      label: { words: { 'zh-Hant': '僱員供款（5%）', en: 'Employee contribution (5%)' } },
      value: literal('HK$1,225.00'),
    },
    { label: { words: { 'zh-Hant': '合共', en: 'Together' } }, value: literal('HK$2,450.00') },
  ],
  agree: { words: { 'zh-Hant': '正確，繼續', en: 'Correct, continue' } },
};

/** Every way in which an instruction asks. */
export const ASK_FIXTURES: readonly Fixture[] = [
  [
    'ask-originals',
    page(
      { type: 'choice', options: optionsOf('ask.benefit-withdrawal.originals', ['seen', 'not-here']) },
      { words: 'ask.benefit-withdrawal.originals', kind: 'benefit-withdrawal' },
    ),
    { chrome: { ...asking, ...assist } },
  ],
  ['ask-choice', page({ type: 'choice', options: topics }, { changing: true }), { chrome: asking }],
  [
    'ask-choice-error',
    page({ type: 'choice', options: topics }, { error: { code: 'choose-one-of-these' } }),
    { chrome: asking },
  ],
  [
    'ask-choice-many',
    page(
      { type: 'choice', options: schemes },
      { words: 'ask.shared.scheme', kind: 'fund-switch', value: 'bea-value' },
    ),
    { chrome: asking },
  ],
  [
    'ask-several',
    page(
      { type: 'several', options: parts },
      {
        words: 'ask.shared.contribution-types',
        kind: 'fund-switch',
        value: 'employee-mandatory,former-employment',
      },
    ),
    { chrome: asking },
  ],
  [
    'ask-text-line',
    page(text('latin', 1), { words: 'ask.shared.account', kind: 'transfer', value: 'BLOSSOM TRADING CO 28' }),
    { chrome: asking },
  ],
  [
    'ask-text-lines',
    page(text('latin', 3, true), { words: 'ask.complaint.words', kind: 'complaint' }),
    { chrome: asking },
  ],
  [
    'ask-text-digits',
    page(text('digits', 1), { words: 'ask.call-back.telephone', value: '61234567' }),
    { chrome: asking },
  ],
  [
    'ask-text-digits-error',
    page(text('digits', 1, true), {
      words: 'ask.call-back.telephone',
      value: '6123',
      error: { code: 'mobile-length' },
    }),
    { chrome: { ...asking, ...assist } },
  ],
  [
    'ask-number-covered',
    page(text('latin', 1), {
      words: 'ask.employer-remittance.id-number',
      kind: 'employer-remittance',
      more: {
        index: 2,
        about: message('ask.employer-remittance.about-employee', { index: 2, number: 'E-0412' }),
        given: 'K8765430',
      },
    }),
    { chrome: { ...asking, ...assist } },
  ],
  [
    'ask-text-email',
    page(text('email', 1, true), { words: 'ask.answer.email', kind: 'complaint', value: 'taiman.chan' }),
    { chrome: asking },
  ],
  [
    'ask-money',
    page(
      { type: 'money' },
      { words: 'ask.benefit-withdrawal.balance', kind: 'benefit-withdrawal', value: '12345.6' },
    ),
    { chrome: asking },
  ],
  [
    'ask-money-empty',
    page({ type: 'money' }, { words: 'ask.benefit-withdrawal.balance', kind: 'benefit-withdrawal' }),
    { chrome: asking },
  ],
  [
    'ask-money-error',
    page(
      { type: 'money' },
      {
        words: 'ask.benefit-withdrawal.balance',
        kind: 'benefit-withdrawal',
        value: '',
        error: { code: 'answer-needed' },
      },
    ),
    { chrome: { ...asking, ...offline } },
  ],
  [
    'ask-date',
    page(
      { type: 'date' },
      { words: 'ask.scheme-enrolment.started-on', kind: 'scheme-enrolment', value: '05-11-' },
    ),
    { chrome: asking },
  ],
  [
    'ask-date-error',
    page(
      { type: 'date' },
      {
        words: 'ask.scheme-enrolment.started-on',
        kind: 'scheme-enrolment',
        value: '2026-02-30',
        error: { code: 'date-shape' },
      },
    ),
    { chrome: asking },
  ],
  [
    'ask-allocation-empty',
    page({ type: 'allocation', options: funds }, { words: 'ask.shared.funds', kind: 'fund-switch' }),
    { chrome: asking },
  ],
  [
    'ask-allocation',
    page(
      { type: 'allocation', options: funds },
      { words: 'ask.shared.funds', kind: 'fund-switch', value: `${first ?? ''}=35,${third ?? ''}=45` },
    ),
    { chrome: asking },
  ],
  [
    'ask-allocation-whole',
    page(
      { type: 'allocation', options: funds },
      { words: 'ask.shared.funds', kind: 'fund-switch', value: `${first ?? ''}=35,${second ?? ''}=65` },
    ),
    { chrome: asking },
  ],
  [
    'ask-allocation-error',
    page(
      { type: 'allocation', options: manyFunds },
      {
        words: 'ask.shared.funds',
        kind: 'fund-switch',
        value: `${first ?? ''}=100,${second ?? ''}=10`,
        error: { code: 'percentages-not-100', params: { total: 110 } },
      },
    ),
    { chrome: { ...asking, ...offline } },
  ],
  [
    'ask-statement',
    page(figures, { words: 'ask.fund-switch.dealing', kind: 'fund-switch' }),
    { chrome: asking },
  ],
  [
    'ask-statement-caution',
    page(caution, { words: 'ask.fund-switch.guarantee', kind: 'fund-switch' }),
    { chrome: asking },
  ],
];
