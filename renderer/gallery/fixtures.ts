import { OUT_OF_SERVICE_REASONS, READER_TROUBLES } from '../../domain/codes.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { textsOn } from '../../domain/reference-data/look-up/texts.ts';
import { choicesOf } from '../../domain/registration/ccc/ccc.ts';
import { SECURITY_FEATURES } from '../../domain/identity/staff.ts';
import type { Overlay, ReceiptState, ReviewRow, Screen, View } from '../../domain/terminal/view.ts';
import { CALCULATOR_FIXTURES } from './calculator-fixtures.ts';
import { CASES_FIXTURES } from './cases-fixtures.ts';
import { ENQUIRY_FIXTURES } from './enquiry-fixtures.ts';
import {
  assist,
  GALLERY_NOW,
  later,
  offline,
  outside,
  step,
  view,
  where,
  type Fixture,
  type Given,
} from './fixture-parts.ts';
import { MOBILE_CODE_FIXTURES } from './mobile-code-fixtures.ts';
import { OWN_LANGUAGE_FIXTURES } from './own-language-fixtures.ts';
import { MISMATCH_FIXTURES } from './mismatch-fixtures.ts';
import { EMPLOYER_FIXTURES } from './employer-fixtures.ts';
import { COMPANIES_FIXTURES } from './companies-fixtures.ts';
import { PRACTICE_FIXTURES } from './practice-fixtures.ts';
import { MOCK_RUN_FIXTURES } from './mock-run-fixtures.ts';
import { FILE_FIXTURES } from './file-fixtures.ts';
import { IAM_SMART_FIXTURES } from './iam-smart-fixtures.ts';
import { LOOK_UP_FIXTURES } from './look-up-fixtures.ts';
import { INSTRUCTION_FIXTURES } from './instruction-fixtures.ts';
import { PARKING_FIXTURES } from './parking-fixtures.ts';
import { PRINTING_FIXTURES } from './printing-fixtures.ts';
import { OPERATIONS_FIXTURES } from './operations-fixtures.ts';
import { TRANSFER_FIXTURES } from './transfer-fixtures.ts';
import { SERVICE_FIXTURES } from './service-fixtures.ts';
import { STATION_FIXTURES } from './station-fixtures.ts';
import { stationVisitFixtures } from './station-visit-fixtures.ts';
import { TICKET_FIXTURES } from './ticket-fixtures.ts';
import { VAN_FIXTURES, vanVisitFixtures } from './van-fixtures.ts';

const question = (stepName: Extract<Screen, { id: 'question' }>['step'], value: string): Screen => ({
  id: 'question',
  step: stepName,
  value,
  error: null,
  changing: false,
});

const rows: readonly ReviewRow[] = [
  { key: 'document', value: 'reader', change: null, byStaff: false },
  { key: 'number', value: 'A12***(*)', change: null, byStaff: false },
  { key: 'name-english', value: 'CHAN, Tai Man', change: null, byStaff: false },
  { key: 'name-chinese', value: '陳大文', change: null, byStaff: false },
  { key: 'date-of-birth', value: '1961-02-03', change: null, byStaff: false },
  { key: 'former-name', value: '', change: 'former-name', byStaff: false },
  { key: 'contact-channel', value: 'mobile', change: 'contact-channel', byStaff: false },
  { key: 'mobile', value: '6123 4567', change: 'mobile', byStaff: false },
  { key: 'communication-language', value: 'zh-Hant', change: 'communication-language', byStaff: true },
  { key: 'optional-uses', value: '', change: 'optional-uses', byStaff: false },
  { key: 'attested-by', value: 'S0042', change: null, byStaff: false },
];

const postRows: readonly ReviewRow[] = [
  { key: 'document', value: 'typed', change: null, byStaff: false },
  { key: 'number', value: 'A12***(*)', change: null, byStaff: false },
  {
    key: 'name-english',
    value: 'WIJAYAKUSUMA-HARTONO, Sri Rahayu Ningsih',
    change: 'surname',
    byStaff: true,
  },
  { key: 'name-chinese', value: '', change: null, byStaff: false },
  { key: 'date-of-birth', value: '1954', change: 'date-of-birth', byStaff: false },
  { key: 'contact-channel', value: 'post', change: 'contact-channel', byStaff: false },
  {
    key: 'address',
    value: 'FLAT 12, 3/F, BLOCK 5\nWO LOK ESTATE\ndistrict:kwun-tong',
    change: 'address',
    byStaff: true,
  },
  { key: 'communication-language', value: 'en', change: 'communication-language', byStaff: false },
  { key: 'optional-uses', value: 'service-survey,mpf-education', change: 'optional-uses', byStaff: false },
  { key: 'attested-by', value: 'S0042', change: null, byStaff: false },
];

const receipt = (state: ReceiptState): Screen => ({
  id: 'receipt',
  kind: 'member-registration',
  tell: [],
  state,
  reference: 'K0127-A0042-N',
  enquiryCode: 'K7M2 9XQA',
  withdraws: null,
  at: GALLERY_NOW,
  outcome:
    state === 'rejected' ? 'already-registered' : state === 'needs-correction' ? 'details-differ' : null,
  noticeBy: '2026-11-25',
  closesAt: later(60),
});
const features = (count: number): { feature: (typeof SECURITY_FEATURES)[number]; ticked: boolean }[] =>
  SECURITY_FEATURES.map((feature, place) => ({ feature, ticked: place < count }));

const mobile = question('mobile', '61234');

const screens: readonly Fixture[] = [
  ['starting', { id: 'starting' }, { session: false, chrome: { ...outside, canAskStaff: false } }],
  ['self-test', { id: 'self-test' }, { session: false, chrome: { ...outside, canAskStaff: false } }],
  ...OUT_OF_SERVICE_REASONS.map((code): readonly [string, Screen, Given] => [
    `out-of-service-${code}`,
    {
      id: 'out-of-service',
      reasons: [code === 'configuration' ? { code, params: { field: 'display.diagonalInches' } } : { code }],
      keptItemsSafe: code === 'disk-full',
      where: where(),
    },
    { session: false, chrome: { ...outside, canAskStaff: false } },
  ]),
  ['attract', { id: 'attract' }, { session: false, chrome: outside }],
  [
    'attract-offline',
    { id: 'attract' },
    { session: false, chrome: { ...outside, ...offline, simulated: false } },
  ],
  ['language', { id: 'language' }, { chrome: { canGoBack: false } }],
  ['notice', { id: 'notice', about: 'registration' }, { chrome: step(1, 'notice') }],
  [
    'notice-read-aloud',
    { id: 'notice', about: 'registration' },
    { chrome: { ...step(1, 'notice'), reading: { on: false } } },
  ],
  [
    'notice-being-read',
    { id: 'notice', about: 'registration' },
    { chrome: { ...step(1, 'notice'), ...assist, reading: { on: true } } },
  ],
  [
    'notice-texts',
    {
      id: 'notice',
      about: 'instruction',
      texts: textsOn(EMBEDDED_REFERENCE_DATA, 'fund-switch', '2026-11-22').map(({ text }) => text),
    },
    { chrome: step(1, 'notice', 'instruction') },
  ],
  ['identify', { id: 'identify', liftFirst: false }, { chrome: step(2, 'identity') }],
  [
    'identify-reader-not-ready',
    { id: 'identify', liftFirst: false },
    { chrome: { ...step(2, 'identity'), readerReady: false } },
  ],
  ['identify-lift-first', { id: 'identify', liftFirst: true }, { chrome: step(2, 'identity') }],
  ['reading', { id: 'reading' }, { chrome: step(2, 'identity') }],
  [
    'read-result',
    {
      id: 'read-result',
      maskedNumber: 'A12***(*)',
      nameEnglish: 'CHAN, Tai Man',
      nameChinese: '陳大文',
      dateOfBirth: { year: 1961, month: 2, day: 3 },
      cardStillThere: true,
      canDiffer: true,
    },
    { chrome: step(2, 'identity') },
  ],
  [
    'read-result-year-only',
    {
      id: 'read-result',
      maskedNumber: 'WX1***(*)',
      nameEnglish: 'WIJAYAKUSUMA-HARTONO, Sri Rahayu Ningsih',
      nameChinese: null,
      dateOfBirth: { year: 1954, month: null, day: null },
      cardStillThere: false,
      canDiffer: true,
    },
    { chrome: step(2, 'identity') },
  ],
  ...READER_TROUBLES.map((trouble, place): readonly [string, Screen, Given] => [
    `reader-trouble-${trouble}`,
    {
      id: 'reader-trouble',
      trouble,
      attempt: place + 1,
      readerReady: !['absent', 'faulted', 'middleware-down'].includes(trouble),
    },
    { chrome: step(2, 'identity') },
  ]),
  ['no-hkid', { id: 'no-hkid' }, { chrome: step(2, 'identity') }],
  [
    'bring-passport',
    { id: 'bring-documents', document: 'passport', enquiring: false, where: where('service-centre') },
    { chrome: step(2, 'identity') },
  ],
  [
    'bring-slip',
    { id: 'bring-documents', document: 'replacement-slip', enquiring: false, where: where('service-centre') },
    { chrome: step(2, 'identity') },
  ],
  ['typed-number', { id: 'typed-number', value: 'A123', error: null }, { chrome: step(2, 'identity') }],
  ['typed-number-empty', { id: 'typed-number', value: '', error: null }, { chrome: step(2, 'identity') }],
  [
    'typed-number-error',
    { id: 'typed-number', value: 'A1234567', error: 'hkid-check-digit' },
    { chrome: step(2, 'identity') },
  ],
  [
    'typed-number-check',
    { id: 'typed-number-check', number: 'A123456(3)', prefix: 'A', lookAlikes: ['L', 'W'] },
    { chrome: step(2, 'identity') },
  ],
  ['question-surname', question('surname', 'CHAN'), { chrome: step(3, 'details') }],
  ['question-chinese-codes', question('chinese-codes', '711511292'), { chrome: step(3, 'details') }],
  [
    'question-chinese-characters',
    {
      id: 'question',
      step: 'chinese-characters',
      value: '',
      error: null,
      changing: false,
      choices: choicesOf('7115 1129 2429 9999'),
    },
    { chrome: step(3, 'details') },
  ],
  ['question-former-name', question('former-name', 'LEE'), { chrome: step(3, 'details') }],
  ['question-given-names', question('given-names', ''), { chrome: step(3, 'details') }],
  ['question-date-of-birth', question('date-of-birth', '03-02-'), { chrome: step(3, 'details') }],
  [
    'question-date-of-birth-error',
    { id: 'question', step: 'date-of-birth', value: '1961-02-30', error: 'date-not-real', changing: false },
    { chrome: step(3, 'details') },
  ],
  ['question-contact-channel', question('contact-channel', 'mobile'), { chrome: step(3, 'details') }],
  ['question-mobile', mobile, { chrome: step(3, 'details') }],
  [
    'question-mobile-error',
    { id: 'question', step: 'mobile', value: '6123456', error: 'mobile-length', changing: true },
    { chrome: { ...step(3, 'details'), ...offline } },
  ],
  ['question-mobile-again', question('mobile-again', ''), { chrome: step(3, 'details') }],
  ['question-email', question('email', 'taiman.chan'), { chrome: step(3, 'details') }],
  [
    'question-address',
    question('address', 'FLAT 12, 3/F, BLOCK 5\nWO LOK ESTATE\n'),
    { chrome: step(3, 'details') },
  ],
  [
    'question-address-error',
    { id: 'question', step: 'address', value: 'FLAT 12', error: 'address-too-short', changing: false },
    { chrome: step(3, 'details') },
  ],
  ['question-district', question('district', 'kwun-tong'), { chrome: step(3, 'details') }],
  ['question-communication-language', question('communication-language', ''), { chrome: step(3, 'details') }],
  ['question-optional-uses', question('optional-uses', ''), { chrome: step(3, 'details') }],
  [
    'question-channel-assisted',
    { id: 'question', step: 'contact-channel', value: '', error: 'choose-one', changing: false },
    { chrome: { ...step(3, 'details'), ...assist } },
  ],
  [
    'attest-number',
    { id: 'attest', page: 'number', number: 'A123456(3)', maskedNumber: 'A12***(*)', features: [] },
    { chrome: { ...step(4, 'attestation'), ...assist } },
  ],
  [
    'attest-features',
    { id: 'attest', page: 'features', number: null, maskedNumber: 'A12***(*)', features: features(2) },
    { chrome: { ...step(4, 'attestation'), ...assist } },
  ],
  [
    'attest-face',
    { id: 'attest', page: 'face', number: null, maskedNumber: 'A12***(*)', features: features(5) },
    { chrome: { ...step(4, 'attestation'), ...assist } },
  ],
  [
    'attest-sign',
    { id: 'attest', page: 'sign', number: null, maskedNumber: 'A12***(*)', features: features(5) },
    { chrome: { ...step(4, 'attestation'), ...assist } },
  ],
  ['review', { id: 'review', rows, online: true, correcting: null }, { chrome: step(5, 'review') }],
  [
    'review-long',
    { id: 'review', rows: postRows, online: false, correcting: null },
    { chrome: { ...step(5, 'review'), ...offline } },
  ],
  ['declare', { id: 'declare', online: true, kind: 'member-registration' }, { chrome: step(6, 'declare') }],
  [
    'declare-offline',
    { id: 'declare', online: false, kind: 'member-registration' },
    { chrome: { ...step(6, 'declare'), ...offline } },
  ],
  [
    'declare-assisted',
    { id: 'declare', online: true, kind: 'member-registration' },
    { chrome: { ...step(6, 'declare'), ...assist } },
  ],
  ['submitting', { id: 'submitting' }, { chrome: { ...step(6, 'declare'), ...outside, canAskStaff: false } }],
  [
    'not-saved',
    { id: 'not-saved', fault: 'disk-full' },
    { chrome: { ...step(6, 'declare'), canGoBack: false } },
  ],
  ['receipt-kept', receipt('kept'), { chrome: { ...step(7, 'receipt'), ...outside, ...offline } }],
  ['receipt-received', receipt('received'), { chrome: { ...step(7, 'receipt'), ...outside } }],
  ['receipt-accepted', receipt('accepted'), { chrome: { ...step(7, 'receipt'), ...outside } }],
  [
    'receipt-needs-correction',
    receipt('needs-correction'),
    { chrome: { ...step(7, 'receipt'), ...outside } },
  ],
  ['receipt-superseded', receipt('superseded'), { chrome: { ...step(7, 'receipt'), ...outside } }],
  ['receipt-cancelled', receipt('cancelled'), { chrome: { ...step(7, 'receipt'), ...outside } }],
  ['receipt-rejected', receipt('rejected'), { chrome: { ...step(7, 'receipt'), ...outside } }],
  [
    'ended-submitted',
    { id: 'ended', how: 'submitted', feedback: 'ask' },
    { chrome: { ...outside, canAskStaff: false } },
  ],
  [
    'ended-left',
    { id: 'ended', how: 'left', feedback: 'ask' },
    { chrome: { ...outside, canAskStaff: false } },
  ],
  [
    'ended-idle',
    { id: 'ended', how: 'idle', feedback: null },
    { chrome: { ...outside, canAskStaff: false } },
  ],
  [
    'ended-enquired',
    { id: 'ended', how: 'enquired', feedback: 'ask' },
    { chrome: { ...outside, canAskStaff: false } },
  ],
  [
    'ended-prepared',
    { id: 'ended', how: 'prepared', feedback: 'poor' },
    { chrome: { ...outside, canAskStaff: false } },
  ],
  ...(
    [
      { id: 'idle-warning', wipesAt: later(30), stake: 'unsubmitted' },
      { id: 'leave-confirm', stake: 'unsubmitted' },
      { id: 'help-called', since: GALLERY_NOW, snoozed: false },
      { id: 'help-nobody-came' },
      { id: 'staff-pin', refusal: null, waitSeconds: null, checking: false, canSnooze: false },
      { id: 'staff-locked' },
    ] satisfies Overlay[]
  ).map((overlay): readonly [string, Screen, Given] => [
    `overlay-${overlay.id}`,
    mobile,
    { overlay, chrome: { ...step(3, 'details'), canAskStaff: !overlay.id.startsWith('help') } },
  ]),
  [
    'overlay-staff-pin-refused',
    mobile,
    {
      overlay: {
        id: 'staff-pin',
        refusal: 'wrong-pin',
        waitSeconds: null,
        checking: false,
        canSnooze: false,
      },
      chrome: step(3, 'details'),
    },
  ],
  ...IAM_SMART_FIXTURES,
  ...MOBILE_CODE_FIXTURES,
  ...LOOK_UP_FIXTURES,
  ...SERVICE_FIXTURES,
  ...OPERATIONS_FIXTURES,
  ...TRANSFER_FIXTURES,
  ...STATION_FIXTURES,
  ...CASES_FIXTURES,
  ...VAN_FIXTURES,
  ...ENQUIRY_FIXTURES,
  ...PARKING_FIXTURES,
  ...TICKET_FIXTURES,
  ...PRINTING_FIXTURES,
  ...INSTRUCTION_FIXTURES,
  ...MISMATCH_FIXTURES,
  ...OWN_LANGUAGE_FIXTURES,
  ...FILE_FIXTURES,
  ...COMPANIES_FIXTURES,
  ...MOCK_RUN_FIXTURES,
  ...PRACTICE_FIXTURES,
  ...EMPLOYER_FIXTURES,
  ...CALCULATOR_FIXTURES,
];

const views: ReadonlyMap<string, View> = new Map(
  screens.map(([name, screen, given]) => [name, view(name, screen, given)]),
);

/** Every screen and overlay by name, as the terminal would send it. */
export const FIXTURES: ReadonlyMap<string, View> = new Map([
  ...views,
  ...vanVisitFixtures(views),
  ...stationVisitFixtures(views),
]);
