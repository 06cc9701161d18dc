import type { ScreenIntent } from '../domain/terminal/intent/intent.ts';
import type { SessionParts } from './children.ts';
import { paperOf } from './present/papers.ts';
import { screenOf } from './present/screen.ts';

/** Intents that the session passes on to the child whose page is shown. */
const PASSED_TO_ID_READING: readonly ScreenIntent['type'][] = [
  'CONTINUE',
  'BACK',
  'ANSWER',
  'FIELD_DRAFT',
  'RETRY',
  'NO_HKID',
  'TYPE_NUMBER',
  'OTHER_DOCUMENT',
  'RECORD_DIFFERS',
];
const PASSED_TO_ENQUIRY: readonly ScreenIntent['type'][] = [
  'ANSWER',
  'BACK',
  'FIELD_DRAFT',
  'RETRY',
  'WITHDRAW',
  'CORRECT',
  'DONE',
  'ENQUIRE_BY',
  'CHOOSE_LEFT',
];
const PASSED_TO_TASK: readonly ScreenIntent['type'][] = ['ANSWER', 'BACK', 'FIELD_DRAFT'];
const PASSED_TO_MOBILE_CODE: readonly ScreenIntent['type'][] = [
  'ANSWER',
  'BACK',
  'FIELD_DRAFT',
  'RETRY',
  'TYPE_NUMBER',
];
const PASSED_TO_FILE: readonly ScreenIntent['type'][] = [
  'FILE_OPEN',
  'FILE_UP',
  'FILE_STOP',
  'FILE_AGAIN',
  'FILE_SAVE',
  'CONTINUE',
  'BACK',
];
const PASSED_TO_OPERATIONS: readonly ScreenIntent['type'][] = [
  'STAFF_CANCEL',
  'OPERATE',
  'TAKE_OUT',
  'PUT_BACK',
  'CHOOSE_UPDATES',
  'RESTART_TERMINAL',
  'SAVE_USABILITY',
  'START_PRACTICE',
];
const PASSED_TO_IAM_SMART: readonly ScreenIntent['type'][] = ['BACK', 'RETRY'];
const PASSED_TO_CALCULATOR: readonly ScreenIntent['type'][] = [
  'ANSWER',
  'BACK',
  'CONTINUE',
  'DONE',
  'FIELD_DRAFT',
  'MENU',
];

const PASSED_TO_OWN_LANGUAGE: readonly ScreenIntent['type'][] = [
  'BACK',
  'NOTICE_PLAY',
  'NOTICE_PAUSE',
  'NOTICE_AGAIN',
  'NOTICE_ENDED',
  'NOTICE_FAILED',
  'NOTICE_SHOWN',
  'NOTICE_KNOWN',
];
const PASSED_TO_TICKET: readonly ScreenIntent['type'][] = [
  'ANSWER',
  'BACK',
  'CONTINUE',
  'DONE',
  'FIELD_DRAFT',
  'RETRY',
  'TICKET_WAY',
  'TICKET_FOR',
  'TICKET_CANCEL',
];

/**
 * Whether the machines would take this intent now: the session first, then the child it would be passed to. The
 * session's own pages on top (attestation) are asked before, since they take the same CONTINUE and BACK.
 */
export function accepts(parts: SessionParts, intent: ScreenIntent): boolean {
  const {
    session,
    enquiry,
    iamSmart,
    idReading,
    mobileCode,
    registration,
    instruction,
    mockRun,
    file,
    calculator,
    resume,
    ticket,
    operations,
  } = parts;
  if (intent.type === 'PRINT') {
    const paper = paperOf(parts, screenOf(parts), intent.paper);
    return paper !== null && session.can({ type: 'PRINT_PAPER', paper });
  }
  if (!session.can(intent)) return false;
  if (intent.type === 'PRINT_AGAIN' || intent.type === 'PRINT_CLOSE') {
    return parts.printing?.can(intent) === true;
  }
  if (session.matches(ATTESTING)) return true;
  if (operations !== null && PASSED_TO_OPERATIONS.includes(intent.type)) {
    return operations.can(intent as Parameters<typeof operations.can>[0]);
  }
  if (idReading !== null && PASSED_TO_ID_READING.includes(intent.type)) {
    return idReading.can(intent as Parameters<typeof idReading.can>[0]);
  }
  if (enquiry !== null && PASSED_TO_ENQUIRY.includes(intent.type)) {
    return enquiry.can({ ...intent, staffId: null } as Parameters<typeof enquiry.can>[0]);
  }
  if (iamSmart !== null && PASSED_TO_IAM_SMART.includes(intent.type)) {
    return iamSmart.can(intent as Parameters<typeof iamSmart.can>[0]);
  }
  if (parts.ownLanguage !== null && PASSED_TO_OWN_LANGUAGE.includes(intent.type)) {
    return parts.ownLanguage.can(intent as Parameters<typeof parts.ownLanguage.can>[0]);
  }
  if (resume !== null && PASSED_TO_TASK.includes(intent.type)) {
    return resume.can(intent as Parameters<typeof resume.can>[0]);
  }
  if (mobileCode !== null && PASSED_TO_MOBILE_CODE.includes(intent.type)) {
    return mobileCode.can(intent as Parameters<typeof mobileCode.can>[0]);
  }
  if (registration !== null && (intent.type === 'RETRY' || intent.type === 'TYPE_NUMBER')) return false;
  if (ticket !== null && PASSED_TO_TICKET.includes(intent.type)) {
    return ticket.can(intent as Parameters<typeof ticket.can>[0]);
  }
  if (registration !== null && PASSED_TO_TASK.includes(intent.type)) {
    return registration.can({ ...intent, byStaff: false } as Parameters<typeof registration.can>[0]);
  }
  const flow = instruction ?? mockRun;
  if (flow !== null && PASSED_TO_FILE.includes(intent.type)) {
    if (file !== null) return file.can(intent as Parameters<typeof file.can>[0]);
    if (intent.type !== 'BACK') return false;
  }
  if (flow !== null && PASSED_TO_TASK.includes(intent.type)) {
    return flow.can({ ...intent, byStaff: false } as Parameters<typeof flow.can>[0]);
  }
  if (calculator !== null && PASSED_TO_CALCULATOR.includes(intent.type)) {
    return calculator.can(intent as Parameters<typeof calculator.can>[0]);
  }
  return true;
}

const ATTESTING = { open: { presence: { visit: { staff: { holding: 'attest' } } } } } as const;
