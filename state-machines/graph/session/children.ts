import type { AnyEventObject } from 'xstate';
import { fail, ok } from '../../../domain/result.ts';
import type { RegistrationAnswers } from '../../../domain/registration/answers.ts';
import type { LeftItem } from '../../../domain/wire/enquiry.ts';
import type { EnquiryOutput } from '../../enquiry/setup.ts';
import type { IamSmartOutput } from '../../iam-smart.machine.ts';
import type { IdReadingOutput } from '../../id-reading/context.ts';
import { SAMPLE_ACCOUNTS } from '../../../domain/records/records.fixture.ts';
import { parkedDraft } from '../../../domain/parking/draft.fixture.ts';
import { RESUME_RANDOM_BYTES, resumeCodeFrom } from '../../../domain/parking/resume-code.ts';
import {
  adult01,
  EMAIL,
  leftBefore,
  MOBILE,
  officer01,
  officer02,
  typedNumber,
} from '../../testing/people.ts';

/**
 * What the children of a session can answer, by their contracts: every output and every error. Sent as events, since
 * the children themselves are silent here.
 */
export const done = (id: string, output: unknown): AnyEventObject => ({
  type: `xstate.done.actor.${id}`,
  output,
  actorId: id,
});
export const failed = (id: string): AnyEventObject => ({
  type: `xstate.error.actor.${id}`,
  error: 'gone',
  actorId: id,
});

const complete: RegistrationAnswers = {
  surname: adult01.surname,
  givenNames: adult01.givenNames,
  chineseCodes: '',
  dateOfBirth: '1961-04',
  contactChannel: 'email',
  email: EMAIL,
  communicationLanguage: 'en',
  optionalUses: '',
};
const partial: RegistrationAnswers = { contactChannel: 'mobile', mobile: MOBILE };

// The same objects each time, as the real machine gives them back when nothing was read anew.
const byReader = { means: 'reader', document: adult01 } as const;
const byTyping = { means: 'typed', number: typedNumber } as const;

const byChild = {
  means: 'reader',
  document: { ...adult01, dateOfBirth: { year: 2015, month: null, day: null } },
} as const;

const ID_READING_OUTPUTS: readonly IdReadingOutput[] = [
  { outcome: 'identified', identified: byReader },
  { outcome: 'identified', identified: byTyping },
  { outcome: 'identified', identified: byChild },
  { outcome: 'back' },
  { outcome: 'other-document', document: 'passport' },
];

const found: LeftItem = {
  id: '0190d5a8-0000-7000-8000-00000000f0f0',
  reference: 'K0127-A0042-N',
  status: 'received',
  code: null,
  receivedAt: '2026-11-22T04:00:00.000Z',
};

const ENQUIRY_OUTPUTS: readonly EnquiryOutput[] = [
  { outcome: 'back' },
  { outcome: 'finished' },
  { outcome: 'by-document' },
  { outcome: 'withdraw', found, left: null },
  { outcome: 'withdraw', found: { ...found, kind: 'call-back', slipCode: 'K7M29XQA' }, left: null },
  { outcome: 'withdraw', found: { ...found, kind: 'contribution-enquiry' }, left: null },
  { outcome: 'correct', found, left: null },
  { outcome: 'withdraw', found, left: { items: [found], more: false } },
  { outcome: 'correct', found, left: { items: [found], more: false } },
];

/** The platform has another letter in the name. */
const recordedOtherwise = {
  ...leftBefore,
  person: { ...leftBefore.person, surname: `${leftBefore.person.surname}E` },
};
const IAM_SMART_OUTPUTS: readonly IamSmartOutput[] = [
  { outcome: 'signed-in', evidence: { sessionId: 'this-visit', token: 'a.signed.word.of.the.gateway' } },
  { outcome: 'back' },
];

export const SLIP = resumeCodeFrom(new Uint8Array(RESUME_RANDOM_BYTES).fill(9));
const parked = { expiresAt: '2026-11-30T15:59:59.000Z', elsewhere: true };

/** What was put aside another time: in the middle, at its end, of rules that have changed since, and another kind. */
const DRAFTS = [
  parkedDraft(),
  parkedDraft({ answers: { ...complete }, page: null }),
  parkedDraft({ answers: { contactChannel: 'pigeon' } }),
  parkedDraft({ kind: 'fund-switch', answers: {}, page: null }),
];

export const CHILDREN: readonly AnyEventObject[] = [
  done('resume', { outcome: 'code', code: SLIP }),
  done('resume', { outcome: 'back' }),
  ...DRAFTS.map((draft) => done('take-up', ok(draft))),
  done('take-up', fail('not-found')),
  done('take-up', fail('offline')),
  done('take-up', fail('held', { terminalId: 'K0128', since: '2026-11-23T02:00:00.000Z' })),
  failed('take-up'),
  done('park', ok(parked)),
  done('park', fail('disk-full')),
  failed('park'),
  done('look-up', ok(SAMPLE_ACCOUNTS)),
  done('look-up', fail('not-found')),
  done('look-up', fail('offline')),
  failed('look-up'),
  ...ID_READING_OUTPUTS.map((output) => done('id-reading', output)),
  ...ENQUIRY_OUTPUTS.map((output) => done('enquiry', output)),
  ...IAM_SMART_OUTPUTS.map((output) => done('iam-smart', output)),
  done('open-correction', ok({ id: found.id, code: 'details-differ', payload: leftBefore })),
  done('open-correction', ok({ id: found.id, code: 'details-differ', payload: recordedOtherwise })),
  done('open-correction', fail('offline')),
  done('open-correction', fail('not-correctable')),
  done('open-correction', fail('assurance-too-low')),
  failed('open-correction'),
  {
    type: 'xstate.snapshot.task',
    snapshot: {
      status: 'active',
      value: 'mobile',
      context: { answers: partial, byStaff: ['mobile'], drafts: {}, confirmedMobile: null },
    },
  },
  done('task', { answers: complete, byStaff: ['email'], confirmedMobile: null }),
  done('task', { back: true, answers: partial, byStaff: [], confirmedMobile: null }),
  done('instruction', { back: true, answers: {}, byStaff: [] }),
  done('calculator', { outcome: 'another' }),
  done('calculator', { outcome: 'menu' }),
  done('calculator', { outcome: 'finished' }),
  done('ticket', { outcome: 'back' }),
  done('ticket', { outcome: 'finished' }),
  done('ticket', { outcome: 'ticketed' }),
  done('bill-wait', null),
  done('mock-run', { back: true, answers: {}, byStaff: [] }),
  done('mock-run', { answers: {}, byStaff: [] }),
  done('printing', undefined),
  done('submit', ok({ id: 'x', reference: 'K0127-1-000001-7', keptAt: '2026-11-23T04:00:00.000Z' })),
  done('submit', fail('disk-full')),
  failed('submit'),
  // The supervisor first: whoever signs in first stands for all in the graph, and only a supervisor sees every page.
  done('verify', ok(officer02)),
  done('verify', ok(officer01)),
  done('verify', fail('wrong-pin')),
  failed('verify'),
];
