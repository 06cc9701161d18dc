import { definitionOf } from '../../domain/catalogue/catalogue.ts';
import type { Facts } from '../../domain/catalogue/definition.ts';
import { paymentSlip } from '../../domain/catalogue/kinds/employer-remittance/slip-steps.ts';
import { allPages, wordsOf } from '../../domain/catalogue/pages.ts';
import { message } from '../../domain/catalogue/ask.ts';
import type { InstructionKind } from '../../domain/kinds/kinds.ts';
import { PRINT_FAULTS } from '../../domain/paper/paper.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import type { Chrome } from '../../domain/terminal/view/chrome.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { hongKongDate } from '../../domain/time.ts';
import { type Fixture, GALLERY_NOW, later, outside, step } from './fixture-parts.ts';
import { PARKING_FIXTURES } from './parking-fixtures.ts';

const print = (...offered: Chrome['print']['offered']): Partial<Chrome> => ({
  print: { offered, trouble: null },
});
const NO_PAPER: Partial<Chrome> = { print: { offered: [], trouble: 'out-of-paper' } };
const last = { ...step(7, 'receipt', 'instruction'), ...outside };
const asking = step(3, 'details', 'instruction');

const factsOf = (answers: Facts['answers']): Facts => ({
  answers,
  identified: null,
  online: true,
  now: GALLERY_NOW,
  today: hongKongDate(GALLERY_NOW),
  data: EMBEDDED_REFERENCE_DATA,
});

const departure = factsOf({ ground: 'permanent-departure', 'departure-date': '2026-12-31' });
const retirement = factsOf({ ground: 'early-retirement' });
const remittance = factsOf({
  payer: 'Brightwater Trading Limited',
  scheme: 'mass',
  'employer-account': '88990011',
  'pay-by': 'cheque',
});

/** A page that only says something, as its kind draws it. */
function statement(kind: InstructionKind, id: string, facts: Facts): Screen {
  const page = allPages(definitionOf(kind)).find((candidate) => candidate.id === id);
  if (page === undefined) throw new Error(`no page ${id}`);
  const ask = kind === 'employer-remittance' ? paymentSlip(facts) : page.step.ask(facts, 1);
  return {
    ...{ id: 'ask', kind, page: id, words: wordsOf(kind, page), index: 1, ask },
    ...{ value: '', error: null, changing: false },
  };
}

const receipt: Extract<Screen, { id: 'receipt' }> = {
  ...{ id: 'receipt', kind: 'benefit-withdrawal', state: 'received', outcome: null, withdraws: null },
  tell: [message('withdrawal.original-first')],
  reference: 'K0127-A0042-N',
  enquiryCode: 'K7M2 9XQA',
  at: GALLERY_NOW,
  noticeBy: '2026-11-25',
  closesAt: later(60),
};
const remitted: Screen = {
  ...receipt,
  kind: 'employer-remittance',
  state: 'accepted',
  tell: [
    message('ask.employer-remittance.told-due', { date: '2026-12-10' }),
    message('ask.employer-remittance.told-amount', {
      amount: '6,150.00',
      payer: 'Brightwater Trading Limited',
    }),
    message('ask.employer-remittance.slip.direct-debit'),
  ],
};
const prepared: Screen = {
  ...{ id: 'prepared', kind: 'benefit-withdrawal', why: 'assurance' },
  bring: definitionOf('benefit-withdrawal').bring?.(retirement).slice(0, 1) ?? [],
};
const slip = PARKING_FIXTURES.find(([name]) => name === 'resume-slip')?.[1] ?? receipt;
const sworn = statement('benefit-withdrawal', 'sworn', departure);

/** Pages that have something to print, beside a printer that works and one that does not; and what covers them. */
export const PRINTING_FIXTURES: readonly Fixture[] = [
  ['print-receipt', receipt, { chrome: { ...last, ...print('receipt') } }],
  ['print-withdrawal', receipt, { chrome: { ...last, ...print('receipt', 'statutory-declaration') } }],
  ['print-receipt-no-paper', receipt, { chrome: { ...last, ...NO_PAPER } }],
  ['print-prepared', prepared, { chrome: { ...outside, ...print('checklist', 'statutory-declaration') } }],
  ['print-prepared-no-paper', prepared, { chrome: { ...outside, ...NO_PAPER } }],
  ['print-slip', slip, { chrome: { ...outside, ...print('resume-slip') } }],
  ['print-slip-no-paper', slip, { chrome: { ...outside, ...NO_PAPER } }],
  [
    'print-payment',
    statement('employer-remittance', 'slip', remittance),
    { chrome: { ...asking, ...print('payment-slip') } },
  ],
  [
    'bill-waiting',
    { ...remitted, state: 'received', bill: { state: 'waiting' } },
    { chrome: { ...last, ...print('receipt') } },
  ],
  [
    'bill-known',
    { ...remitted, bill: { state: 'known', number: 'S-00000012-5', sample: true } },
    { chrome: { ...last, ...print('receipt', 'payment-slip') } },
  ],
  [
    'bill-later',
    { ...remitted, state: 'received', bill: { state: 'later', hotline: '2622 0183' } },
    { chrome: { ...last, ...print('receipt', 'payment-slip') } },
  ],
  ['print-sworn', sworn, { chrome: { ...asking, ...print('statutory-declaration') } }],
  [
    'print-nobody-came',
    sworn,
    {
      chrome: { ...asking, ...print('help-slip'), canFinishLater: true, canAskStaff: false },
      overlay: { id: 'help-nobody-came' },
    },
  ],
  [
    'print-sending',
    receipt,
    { chrome: last, overlay: { id: 'print-sending', paper: 'statutory-declaration' } },
  ],
  ['print-done', receipt, { chrome: last, overlay: { id: 'print-done', paper: 'statutory-declaration' } }],
  ...PRINT_FAULTS.map((fault): Fixture => [
    `print-failed-${fault}`,
    receipt,
    { chrome: last, overlay: { id: 'print-failed', paper: 'receipt', fault } },
  ]),
];
