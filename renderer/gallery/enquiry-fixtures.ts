import { ENQUIRY_FAULTS, type OutcomeCode } from '../../domain/codes.ts';
import type { SubmissionKind } from '../../domain/kinds/kinds.ts';
import type { ReceiptState } from '../../domain/terminal/view/screens/submission.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { FoundStatus } from '../../domain/terminal/ports/queue/enquiry.ts';
import { ENQUIRY_STATUSES, MOST_LEFT } from '../../domain/wire/enquiry.ts';
import { assist, GALLERY_NOW, later, offline, outside, step, type Fixture } from './fixture-parts.ts';

const reference = 'K0127-A0042-N';

const CODES: Readonly<Partial<Record<FoundStatus, 'trustee-declined' | 'details-differ'>>> = {
  rejected: 'trustee-declined',
  'needs-correction': 'details-differ',
};

const result = (status: FoundStatus, kind: SubmissionKind | null = 'member-registration'): Screen => ({
  id: 'enquiry-result',
  reference,
  ofKind: kind,
  status,
  code: CODES[status] ?? null,
  receivedAt: '2026-11-20T02:05:00.000Z',
  canWithdraw: (status === 'received' || status === 'kept') && kind !== 'particulars-change',
  canCorrect: status === 'needs-correction' && kind !== 'fund-switch',
});

/** What became of an employer's remittance by file whose rows the platform checked. */
const aboutRows = (status: FoundStatus, code: OutcomeCode): Extract<Screen, { id: 'enquiry-result' }> => ({
  id: 'enquiry-result',
  reference,
  ofKind: 'employer-remittance',
  status,
  code,
  receivedAt: '2026-11-20T02:05:00.000Z',
  canWithdraw: false,
  canCorrect: false,
});

const LEFT = ['fund-switch', 'member-registration', 'contribution-enquiry', null] as const;

/** Every status once, and round again. */
const list = (count: number): Screen => ({
  id: 'enquiry-list',
  maskedNumber: 'A12***(*)',
  items: Array.from({ length: count }, (_, index) => ({
    id: `left-${String(index)}`,
    ofKind: LEFT[index % LEFT.length] ?? null,
    status: ENQUIRY_STATUSES[index % ENQUIRY_STATUSES.length] ?? 'received',
    receivedAt: `2026-11-${String(20 - index).padStart(2, '0')}T02:05:00.000Z`,
  })),
  more: count === MOST_LEFT,
});

const withdrawal = (state: ReceiptState): Screen => ({
  id: 'receipt',
  kind: 'cancellation',
  tell: [],
  state,
  reference: 'K0127-A0057-M',
  enquiryCode: null,
  withdraws: reference,
  withdrawsKind: 'fund-switch',
  at: GALLERY_NOW,
  outcome: state === 'rejected' ? 'too-late-to-withdraw' : null,
  noticeBy: '2026-11-25',
  closesAt: later(60),
});
const finished = { ...step(5, 'receipt', 'withdrawal'), ...outside };

/** Asking what became of something, withdrawing it, correcting it. */
export const ENQUIRY_FIXTURES: readonly Fixture[] = [
  ['enquiry-choice', { id: 'enquiry-choice', online: true }],
  ['enquiry-choice-offline', { id: 'enquiry-choice', online: false }, { chrome: offline }],
  ['enquiry-result-kept', result('kept', 'call-back'), { chrome: offline }],
  ['enquiry-result-kept-online', result('kept', 'call-back')],
  ['enquiry-notice', { id: 'enquiry-notice' }],
  ['enquiry-list', list(3)],
  ['enquiry-list-many', list(MOST_LEFT)],
  ['bring-passport-enquiring', { id: 'bring-documents', document: 'passport', enquiring: true }],
  ['enquiry-reference', { id: 'enquiry-reference', value: 'K0127-A00', error: null }],
  ['enquiry-reference-empty', { id: 'enquiry-reference', value: '', error: null }],
  [
    'enquiry-reference-error',
    { id: 'enquiry-reference', value: 'K0127-A0042-8', error: 'reference-check-character' },
  ],
  ['enquiry-code', { id: 'enquiry-code', value: 'K7M2 9', error: null }],
  ['enquiry-code-error', { id: 'enquiry-code', value: 'K7M2 9', error: 'enquiry-code-format' }],
  ['enquiry-asking', { id: 'enquiry-asking' }, { chrome: { canAskStaff: true } }],
  ...ENQUIRY_STATUSES.map((status): Fixture => [`enquiry-result-${status}`, result(status)]),
  ['enquiry-result-kind-not-said', result('received', null)],
  ['enquiry-result-not-withdrawable', result('received', 'particulars-change')],
  ['enquiry-result-not-correctable', result('needs-correction', 'fund-switch')],
  [
    'enquiry-result-bill',
    { ...aboutRows('accepted', 'rows-differ'), code: null, bill: { number: 'S-00000012-5', sample: true } },
  ],
  ['enquiry-result-rows-to-correct', aboutRows('needs-correction', 'rows-to-correct')],
  ['enquiry-result-rows-differ', aboutRows('rejected', 'rows-differ')],
  ...ENQUIRY_FAULTS.map((fault): Fixture => [
    `enquiry-trouble-${fault}`,
    {
      id: 'enquiry-trouble',
      fault,
      canRetry: fault === 'not-found' || fault === 'not-here' || fault === 'unavailable',
    },
    { chrome: fault === 'offline' || fault === 'not-here' ? offline : {} },
  ]),
  [
    'withdraw-notice',
    { id: 'withdraw-notice', reference, ofKind: 'fund-switch', proof: 'card-and-staff' },
    { chrome: step(1, 'notice', 'withdrawal') },
  ],
  [
    'withdraw-notice-two',
    { id: 'withdraw-notice', reference, ofKind: 'particulars-change', proof: 'card-and-two' },
    { chrome: step(1, 'notice', 'withdrawal') },
  ],
  [
    'withdraw-notice-slip',
    { id: 'withdraw-notice', reference, ofKind: 'call-back', proof: 'slip' },
    { chrome: step(1, 'notice', 'withdrawal') },
  ],
  [
    'withdraw-notice-card',
    { id: 'withdraw-notice', reference, ofKind: 'contribution-enquiry', proof: 'card' },
    { chrome: step(1, 'notice', 'withdrawal') },
  ],
  [
    'withdraw-confirm',
    { id: 'withdraw-confirm', reference, ofKind: 'offsetting-claim', online: true },
    { chrome: step(4, 'declare', 'withdrawal') },
  ],
  [
    'withdraw-confirm-offline',
    { id: 'withdraw-confirm', reference, ofKind: 'offsetting-claim', online: false },
    { chrome: { ...step(4, 'declare', 'withdrawal'), ...offline } },
  ],
  [
    'withdraw-confirm-assisted',
    { id: 'withdraw-confirm', reference, ofKind: 'offsetting-claim', online: true },
    { chrome: { ...step(4, 'declare', 'withdrawal'), ...assist } },
  ],
  ['withdrawal-kept', withdrawal('kept'), { chrome: { ...finished, ...offline } }],
  ['withdrawal-received', withdrawal('received'), { chrome: finished }],
  ['withdrawal-accepted', withdrawal('accepted'), { chrome: finished }],
  ['withdrawal-rejected', withdrawal('rejected'), { chrome: finished }],
  ['correction-opening', { id: 'correction-opening' }, { chrome: step(4, 'details', 'correction') }],
  [
    'review-correcting',
    {
      id: 'review',
      rows: [
        { key: 'document', value: 'reader', change: null, byStaff: false },
        { key: 'number', value: 'A12***(*)', change: null, byStaff: false },
        { key: 'name-english', value: 'CHAN, Tai Man', change: null, byStaff: false },
        { key: 'contact-channel', value: 'email', change: 'contact-channel', byStaff: false },
        { key: 'email', value: 'taiman.chan@example.hk', change: 'email', byStaff: false },
        { key: 'communication-language', value: 'zh-Hant', change: 'communication-language', byStaff: false },
        { key: 'attested-by', value: 'S0042', change: null, byStaff: false },
      ],
      online: true,
      correcting: { reference, code: 'details-differ' },
    },
    { chrome: step(5, 'review', 'correction') },
  ],
  [
    'overlay-leave-confirm-nothing',
    { id: 'enquiry-reference', value: '', error: null },
    { overlay: { id: 'leave-confirm', stake: 'nothing' } },
  ],
  [
    'overlay-idle-warning-nothing',
    { id: 'enquiry-reference', value: '', error: null },
    { overlay: { id: 'idle-warning', wipesAt: later(30), stake: 'nothing' } },
  ],
];
