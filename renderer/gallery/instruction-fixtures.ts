import { literal, message } from '../../domain/catalogue/ask.ts';
import { needsIamSmart } from '../../domain/catalogue/ending.ts';
import { MENU, MENU_GROUPS, type MenuItem } from '../../domain/kinds/menu.ts';
import type {
  AskedRow,
  InstructionEnding,
  MenuEntry,
  ReceiptState,
  ReviewRow,
  Screen,
} from '../../domain/terminal/view.ts';
import { isMessageKey } from '../text/text.ts';
import { ASK_FIXTURES, funds, schemes } from './ask-fixtures.ts';
import { assist, GALLERY_NOW, later, offline, outside, step, where, type Fixture } from './fixture-parts.ts';

const identity: readonly ReviewRow[] = [
  { key: 'document', value: 'reader', change: null, byStaff: false },
  { key: 'number', value: 'A12***(*)', change: null, byStaff: false },
  { key: 'name-english', value: 'CHAN, Tai Man', change: null, byStaff: false },
];
const rows: readonly AskedRow[] = [
  {
    page: 'topic',
    words: 'ask.call-back.topic',
    index: 1,
    lines: [message('ask.call-back.topic.option.contributions')],
    byStaff: false,
  },
  {
    page: 'telephone',
    words: 'ask.call-back.telephone',
    index: 1,
    lines: [literal('6123 4567')],
    byStaff: true,
  },
  {
    page: 'time',
    words: 'ask.call-back.time',
    index: 1,
    lines: [message('ask.call-back.time.option.afternoon')],
    byStaff: false,
  },
  {
    page: 'language',
    words: 'ask.call-back.language',
    index: 1,
    lines: [message('ask.call-back.language.option.cantonese')],
    byStaff: false,
  },
];

const switching: readonly AskedRow[] = [
  {
    page: 'scheme',
    words: 'ask.shared.scheme',
    index: 1,
    lines: [schemes[0]?.label ?? literal('')],
    byStaff: false,
  },
  {
    page: 'funds',
    words: 'ask.shared.funds',
    index: 1,
    lines: funds.slice(0, 3).flatMap(({ label }, place) => [label, literal(`${place === 0 ? 50 : 25}%`)]),
    byStaff: false,
  },
  {
    page: 'started-on',
    words: 'ask.scheme-enrolment.started-on',
    index: 1,
    lines: [literal('2026-11-05')],
    byStaff: false,
  },
];

const entry = (item: MenuItem, remark: MenuEntry['remark'] = null): MenuEntry => ({
  item,
  remark,
});
/** Only kinds whose words have been joined into the catalogues. */
const items = (group: (typeof MENU_GROUPS)[number]): readonly MenuItem[] =>
  MENU[group].filter((item) => isMessageKey(`kind.${item}.name`));

const review = (ending: InstructionEnding): Screen => ({
  id: 'instruction-review',
  kind: ending === 'keep' ? 'call-back' : 'fund-switch',
  identity: ending === 'keep' ? [] : identity,
  rows: ending === 'keep' ? rows : switching,
  ending,
});
const checking = step(5, 'review', 'instruction');

const receipt = (state: ReceiptState): Screen => ({
  id: 'receipt',
  kind: 'call-back',
  tell: [
    {
      words: {
        'zh-Hant': '我們會在 11 月 23 日（星期一）或之前致電。',
        en: 'We call by Monday, 23 November.',
      },
    },
  ],
  state,
  reference: 'K0127-A0042-N',
  enquiryCode: 'K7M2 9XQA',
  withdraws: null,
  at: GALLERY_NOW,
  outcome: state === 'rejected' ? 'trustee-declined' : null,
  noticeBy: '2026-11-25',
  closesAt: later(60),
});
const finished = { ...step(7, 'receipt', 'instruction'), ...outside };

/** The menu, and the pages of instructions: every way of asking, review, refusal, end. */
export const INSTRUCTION_FIXTURES: readonly Fixture[] = [
  ['menu', { id: 'menu', group: null, items: [] }, { chrome: { canGoBack: false } }],
  ...MENU_GROUPS.map((group): Fixture => [
    `menu-${group}`,
    {
      id: 'menu',
      group,
      items: items(group).map((item) => entry(item, needsIamSmart(item) ? 'iam-smart' : null)),
    },
  ]),
  [
    'menu-offline',
    {
      id: 'menu',
      group: 'joining',
      items: [entry('member-registration'), entry('fund-switch', 'prepare'), entry('call-back', 'refuse')],
    },
    { chrome: offline },
  ],
  [
    'instruction-refused',
    { id: 'instruction-refused', kind: 'fund-switch', refusal: { code: 'no-scheme-on' }, where: where() },
    { chrome: { canGoBack: true } },
  ],
  [
    'notice-instruction',
    { id: 'notice', about: 'instruction' },
    { chrome: step(1, 'notice', 'instruction') },
  ],
  [
    'notice-unidentified',
    { id: 'notice', about: 'unidentified' },
    { chrome: step(1, 'notice', 'instruction') },
  ],
  ...ASK_FIXTURES,
  ['instruction-review', review('submit'), { chrome: checking }],
  ['instruction-review-keep', review('keep'), { chrome: { ...checking, ...offline } }],
  ['instruction-review-prepare', review('prepare'), { chrome: { ...checking, ...offline } }],
  ['instruction-review-assisted', review('submit'), { chrome: { ...checking, ...assist } }],
  [
    'prepared-offline',
    {
      id: 'prepared',
      kind: 'fund-switch',
      why: 'offline',
      bring: [message('prepared.id-card')],
      where: where(),
    },
    { chrome: { ...finished, ...offline } },
  ],
  [
    'prepared-assurance',
    {
      id: 'prepared',
      kind: 'benefit-withdrawal',
      why: 'assurance',
      where: where('service-centre'),
      bring: [
        message('prepared.id-card'),
        {
          words: {
            'zh-Hant': '銀行月結單或存摺，顯示戶口號碼',
            en: 'Bank statement or passbook showing the account number',
          },
        },
        {
          words: {
            'zh-Hant': '法定聲明正本（表格 W(S)）',
            en: 'Statutory declaration, original (form W(S))',
          },
        },
      ],
    },
    { chrome: finished },
  ],
  [
    'declare-instruction',
    { id: 'declare', online: true, kind: 'call-back' },
    { chrome: step(6, 'declare', 'instruction') },
  ],
  ['instruction-receipt-kept', receipt('kept'), { chrome: { ...finished, ...offline } }],
  ['instruction-receipt-received', receipt('received'), { chrome: finished }],
  ['instruction-receipt-accepted', receipt('accepted'), { chrome: finished }],
  ['instruction-receipt-rejected', receipt('rejected'), { chrome: finished }],
];
