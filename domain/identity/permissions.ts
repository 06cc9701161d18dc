import { isRealIsoDate } from '../time.ts';
import { STAFF_ROLES, type StaffMember, type StaffRole } from './staff.ts';

/** What somebody with a badge may do on a terminal. */
export const STAFF_ACTIONS = [
  'hold-session',
  'attest-identity',
  'snooze-help',
  'see-status',
  'unlock-staff',
  'block-badge',
  'change-own-pin',
  'operate-terminal',
  'see-usability',
  'start-practice',
  'run-stop',
  'close-day',
  'see-cases',
  'carry-by-drive',
  'wipe-terminal',
] as const;
export type StaffAction = (typeof STAFF_ACTIONS)[number];

interface Permission {
  readonly roles: readonly StaffRole[];
  /** A dated training in identity checks has to be in force as well (DESIGN.md, *Assurance*). */
  readonly trained: boolean;
  /** Never for or about the same person. */
  readonly notOneself: boolean;
  /** For the printed table. */
  readonly sentence: string;
}

const EVERYBODY = STAFF_ROLES;

/**
 * **The** table of who may do what (DESIGN.md, *Who may do what: assurance*). Every guard asks it; docs/permissions.md
 * is printed from it. What only the member may do (declare, submit) is in no role's reach and therefore not here.
 */
export const PERMISSIONS: Readonly<Record<StaffAction, Permission>> = {
  'hold-session': {
    roles: ['assistant', 'officer', 'supervisor', 'van-operator'],
    trained: false,
    notOneself: false,
    sentence: 'Take over a member’s session and prepare with them. A technician repairs and sees no member.',
  },
  'attest-identity': {
    roles: ['officer', 'supervisor', 'van-operator'],
    trained: true,
    notOneself: true,
    sentence:
      'Attest that card and face belong together. Their own record is refused by the gateway, which alone can tell.',
  },
  'snooze-help': {
    roles: EVERYBODY,
    trained: false,
    notOneself: false,
    sentence: 'Say that somebody is coming, but not yet. Needs the badge only.',
  },
  'see-status': {
    roles: EVERYBODY,
    trained: false,
    notOneself: false,
    sentence: 'See how the machine stands: counts and codes, nothing of a member.',
  },
  'unlock-staff': {
    roles: ['supervisor'],
    trained: false,
    notOneself: true,
    sentence: 'Let somebody else whose badge is locked try their PIN again.',
  },
  'block-badge': {
    roles: ['supervisor'],
    trained: false,
    notOneself: true,
    sentence:
      'Block somebody else’s badge that was lost: here at once, everywhere when the platform hears of it.',
  },
  'change-own-pin': {
    roles: EVERYBODY,
    trained: false,
    notOneself: false,
    sentence: 'Set a new PIN with the old one; a start PIN has to be changed before anything else.',
  },
  'operate-terminal': {
    roles: ['supervisor', 'technician'],
    trained: false,
    notOneself: false,
    sentence:
      'See versions and log, test the terminal, take it out of service and put it back, restart it, choose the hours of updates.',
  },
  'see-usability': {
    roles: ['supervisor', 'technician'],
    trained: false,
    notOneself: false,
    sentence: 'See how visits went, as counts, and save them to a drive.',
  },
  'start-practice': {
    roles: ['supervisor', 'technician'],
    trained: false,
    notOneself: false,
    sentence:
      'Start the terminal again in practice. Everybody may train in it, as invented staff whose badges the screen offers.',
  },
  'run-stop': {
    roles: ['supervisor', 'van-operator'],
    trained: false,
    notOneself: false,
    sentence: 'Open and close a van’s stop, and serve one person after the other there.',
  },
  'close-day': {
    roles: ['officer', 'supervisor', 'van-operator'],
    trained: false,
    notOneself: false,
    sentence: 'Close the day with its signed report.',
  },
  'see-cases': {
    roles: ['officer', 'supervisor'],
    trained: false,
    notOneself: false,
    sentence:
      'See a station’s cases with their plain states, and note what was done about them. No name, no number of a card.',
  },
  'carry-by-drive': {
    roles: ['supervisor', 'technician', 'van-operator'],
    trained: false,
    notOneself: false,
    sentence:
      'Write what is kept, sealed, to a USB drive for the office, and read the platform’s receipts from one. Counts only.',
  },
  'wipe-terminal': {
    roles: ['supervisor'],
    trained: false,
    notOneself: false,
    sentence:
      'Answer, with a second supervisor, for wiping a terminal that keeps what the platform has not received (npm run queue -- wipe).',
  },
};

/** Roles whose attestation counts; the gateway asks the same table. */
export const ATTESTING_ROLES: readonly StaffRole[] = PERMISSIONS['attest-identity'].roles;

/**
 * Whether this person may do this now.
 *
 * @param today ISO date in Hong Kong; a training counts from its day on, to its last day
 * @param about staff number of whom it is done to; null where it is nobody of the staff
 */
export function mayDo(
  staff: Pick<StaffMember, 'staffId' | 'role' | 'identityTrainedOn' | 'identityTrainedUntil'>,
  action: StaffAction,
  today: string,
  about: string | null = null,
): boolean {
  const { roles, trained, notOneself } = PERMISSIONS[action];
  if (!roles.includes(staff.role)) return false;
  if (notOneself && about === staff.staffId) return false;
  return !trained || isTrained(staff, today);
}

/** Whether the role may do this at all, training and person left aside. */
export function roleMay(role: StaffRole, action: StaffAction): boolean {
  return PERMISSIONS[action].roles.includes(role);
}

function isTrained(
  {
    identityTrainedOn: from,
    identityTrainedUntil: until = null,
  }: Pick<StaffMember, 'identityTrainedOn' | 'identityTrainedUntil'>,
  today: string,
): boolean {
  if (from === null || !isRealIsoDate(from) || !isRealIsoDate(today) || from > today) return false;
  return until === null || (isRealIsoDate(until) && today <= until);
}
