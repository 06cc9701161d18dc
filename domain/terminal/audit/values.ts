import { TICKET_FAULTS, TICKET_QUESTIONS } from '../ports/tickets.ts';
import {
  ENQUIRY_FAULTS,
  FREEZE_REASONS,
  OUT_OF_SERVICE_REASONS,
  OUTCOME_CODES,
  READER_TROUBLES,
} from '../../codes.ts';
import { INTERPRETED_LANGUAGES } from '../../identity/interpretation.ts';
import { STAFF_ROLES } from '../../identity/staff.ts';
import { SUBMISSION_KINDS } from '../../kinds/kinds.ts';
import { LOCALES } from '../../locale.ts';
import { PLAYED, WAYS_KNOWN } from '../../notices/own-language.ts';
import { TRANSLATED_PARTS } from '../../notices/translation.ts';
import { PAPER_KINDS } from '../../paper/paper.ts';
import { UPDATE_WINDOW_STARTS } from '../../operations/update-window.ts';
import { TAKEN_OUT_REASONS } from '../../operations/taken-out.ts';
import { LOOK_UPS } from '../../records/records.ts';
import { REFERENCE_DATA_RULES } from '../../reference-data/codes.ts';
import { referenceDataSchema } from '../../reference-data/schema/reference-data.ts';
import { ENQUIRY_STATUSES } from '../../wire/enquiry.ts';
import { CASE_ACTIONS, CASE_STATES, CASE_WAYS } from '../../work-day/cases.ts';
import { SIGN_IN_STATES } from '../../wire/iam-smart.ts';
import { ITEM_STATES } from '../ports/queue/submission.ts';
import { REGISTRATION_STEPS } from '../../registration/answers.ts';
import { SHOWN_FIELDS, STAFF_ACTS } from '../intent/staff-acts.ts';
import { PROGRESS_NAMES } from '../view/chrome.ts';
import { CALL_FAULTS } from '../ports/staff-calls.ts';

/**
 * What may stand under a key of an audit entry's `detail`, so that there is no place for a word of somebody's own: a
 * number, an id, a reference, or one of a closed list. `code` is any short code and the least that can be asked of
 * what the platform, the disk or a member of staff gives as a reason.
 */
export type AuditValue =
  | 'number'
  | 'yes-or-no'
  | 'id'
  | 'reference'
  | 'version'
  | 'hash'
  | 'draft'
  | 'terminal'
  | 'code'
  | readonly string[];

const DOCUMENT_KINDS = ['hkid', 'passport'] as const;
const SIGNATURE_FAULTS = ['signature', 'key-unknown', 'key-revoked', 'key-not-in-force', 'content'] as const;
const CHECKED = ['sound', 'damaged', 'unknown'] as const;

/**
 * The part of a bundle of reference data in which something is wrong, as it stands under `place`.
 * @param path as `checkReferenceData` tells it, such as `contributionLimits.2`
 */
export function auditPlaceOf(path: string): string {
  return asCode(path.split('.', 1)[0] ?? '');
}

/** The members of a bundle are written in camel case, which no code in the audit log is. */
function asCode(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** By key, whatever the event; a test holds it against the catalogue (catalogue.ts). */
export const AUDIT_VALUES: Readonly<Record<string, AuditValue>> = {
  act: STAFF_ACTS,
  part: [...PROGRESS_NAMES, ...TRANSLATED_PARTS],
  step: REGISTRATION_STEPS,
  asked: TICKET_QUESTIONS,
  attempt: 'number',
  attempts: 'number',
  bytes: 'number',
  count: 'number',
  epoch: 'number',
  features: 'number',
  held: 'number',
  registered: 'number',
  files: 'number',
  level: 'number',
  pending: 'number',
  refused: 'number',
  released: 'number',
  rows: 'number',
  salvaged: 'number',
  seconds: 'number',
  value: 'number',
  unsubmitted: 'yes-or-no',
  elsewhere: 'yes-or-no',
  draft: 'draft',
  bundle: 'id',
  id: 'id',
  proof: 'id',
  submission: 'id',
  reference: 'reference',
  version: 'version',
  head: 'hash',
  code: 'code',
  how: 'code',
  authenticity: ['passed', 'failed', 'not-performed'],
  by: ['code', 'document'],
  field: SHOWN_FIELDS,
  fault: [...SIGNATURE_FAULTS, 'older', 'reference-data-malformed', 'reference-data-broken-rule'],
  from: ['today', 'later', ...UPDATE_WINDOW_STARTS],
  kind: [...SUBMISSION_KINDS, ...DOCUMENT_KINDS],
  locale: LOCALES,
  language: INTERPRETED_LANGUAGES,
  known: WAYS_KNOWN,
  played: PLAYED,
  case: 'number',
  action: CASE_ACTIONS,
  stands: CASE_STATES,
  way: CASE_WAYS,
  means: ['reader', 'typed'],
  missing: ['unknown'],
  outcome: OUTCOME_CODES,
  paper: PAPER_KINDS,
  reason: [...FREEZE_REASONS, ...OUT_OF_SERVICE_REASONS, ...TAKEN_OUT_REASONS],
  reasons: OUT_OF_SERVICE_REASONS,
  result: [
    ...ENQUIRY_STATUSES,
    ...ENQUIRY_FAULTS,
    ...SIGN_IN_STATES,
    ...TICKET_FAULTS,
    ...CALL_FAULTS,
    'first',
    'other-first',
    'done',
    'kept',
    'opened',
    'listed',
    'shown',
    'given-up',
    'confirmed',
    'not-confirmed',
    ...CHECKED,
    'passed',
    'failed',
    'saved',
    'not-saved',
  ],
  role: STAFF_ROLES,
  place: Object.keys(referenceDataSchema.shape).map(asCode),
  rule: REFERENCE_DATA_RULES,
  state: ITEM_STATES,
  terminal: 'terminal',
  trouble: READER_TROUBLES,
  what: LOOK_UPS,
};
