import { PARK_FAULTS, TAKE_UP_FAULTS } from '../../domain/codes.ts';
import type { HeldBy } from '../../domain/parking/held-by.ts';
import {
  RESUME_RANDOM_BYTES,
  resumeCodeFrom,
  resumeQrText,
  resumeRows,
} from '../../domain/parking/resume-code.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { assist, type Fixture, later, offline, outside, staffNeeded, step } from './fixture-parts.ts';

/** A slip of nobody: its secret is a count. */
const code = resumeCodeFrom(
  Uint8Array.from({ length: RESUME_RANDOM_BYTES }, (_, at) => (at * 37 + 11) % 256),
);
const [first] = resumeRows(code);
const until = '2026-11-29T15:59:59.000Z';

const begun = { ...step(3, 'details'), canFinishLater: true };
const question: Screen = { id: 'question', step: 'mobile', value: '9182', error: null, changing: false };
const heldBy: HeldBy = {
  terminalId: 'K0128',
  place: { 'zh-Hant': '深水埗服務站', en: 'Sham Shui Po station' },
  since: later(-540),
};
const slip = (elsewhere: boolean): Extract<Screen, { readonly id: 'resume-slip' }> => ({
  id: 'resume-slip',
  qr: resumeQrText(code),
  rows: resumeRows(code),
  expiresAt: until,
  elsewhere,
  closesAt: later(172),
});

/** Finishing later: put aside, the slip, taken up. */
export const PARKING_FIXTURES: readonly Fixture[] = [
  ['finish-later-question', question, { chrome: begun }],
  ['finish-later-question-offline', question, { chrome: { ...begun, ...offline } }],
  ['finish-later-staff-needed', staffNeeded({}), { chrome: { ...begun, ...step(4, 'attestation') } }],
  ['finish-later-assist', question, { chrome: { ...begun, ...assist } }],
  ['park-asking', question, { chrome: begun, overlay: { id: 'park-asking', until, online: true } }],
  [
    'park-asking-offline',
    question,
    { chrome: { ...begun, ...offline }, overlay: { id: 'park-asking', until, online: false } },
  ],
  ['park-saving', question, { chrome: begun, overlay: { id: 'park-saving' } }],
  ...PARK_FAULTS.map((fault): Fixture => [
    `park-failed-${fault}`,
    question,
    { chrome: begun, overlay: { id: 'park-failed', fault } },
  ]),
  ['resume-slip', slip(true), { chrome: outside }],
  ['resume-slip-offline', slip(false), { chrome: { ...outside, ...offline } }],
  ['resume-slip-copy', { ...slip(true), beside: heldBy }, { chrome: outside }],
  ['resume-slip-copy-ended', { ...slip(true), beside: null }, { chrome: outside }],
  ['resume-row-1', { id: 'resume-row', row: 1, value: '', error: null }],
  ['resume-row-1-error', { id: 'resume-row', row: 1, value: `${first.slice(0, -1)}2`, error: 'resume-row' }],
  ['resume-row-1-unreadable', { id: 'resume-row', row: 1, value: '', error: 'resume-slip' }],
  ['resume-row-2', { id: 'resume-row', row: 2, value: 'K7M29XQA', error: null }],
  ['resume-opening', { id: 'resume-opening' }],
  ...TAKE_UP_FAULTS.map((fault): Fixture => [
    `resume-trouble-${fault}`,
    {
      ...{ id: 'resume-trouble', fault },
      canRetry: fault === 'offline' || fault === 'unavailable' || fault === 'held',
      ...(fault === 'held' ? { heldBy } : {}),
    },
    { chrome: fault === 'offline' ? offline : {} },
  ]),
  ['resume-changed', { id: 'resume-changed', kind: 'employer-remittance', again: 2, file: null }],
  [
    'resume-changed-file',
    { id: 'resume-changed', kind: 'employer-remittance', again: 0, file: { rows: 40, total: '86420.50' } },
  ],
  [
    'resume-changed-both',
    { id: 'resume-changed', kind: 'employer-remittance', again: 1, file: { rows: 40, total: '86420.50' } },
  ],
  [
    'ended-parked',
    { id: 'ended', how: 'parked', feedback: 'ask' },
    { chrome: { ...outside, canAskStaff: false } },
  ],
];
