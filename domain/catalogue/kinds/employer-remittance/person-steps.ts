import { ID_TYPES, SEVERANCE_CODES } from '../../../remittance/columns.ts';
import { TERMINATION_REASONS } from '../../../offsetting/termination.ts';
import { type Label, message } from '../../ask.ts';
import type { Facts, Step } from '../../definition.ts';
import { optionsOf, yesNo } from '../../shared/options.ts';
import { answerInRound } from '../../shared/rounds.ts';
import { WORDS } from './company-steps.ts';
import {
  birthDate,
  employmentDate,
  identityNumber,
  lastDay,
  maskedIdentity,
  mayBePaidOff,
  severance,
  staffNumber,
} from './person-rules.ts';

/** No payment of either kind. */
export const NO_SEVERANCE = 'none';

export function hasLeft({ answers }: Facts, index: number): boolean {
  return answerInRound(answers, 'left', index) === 'yes';
}

const typed = () => ({ type: 'text', keyboard: 'latin', lines: 1, optional: false }) as const;

/** An employee is told from the others by the staff number, never by a name (issue 5: *hand in hand*). */
export function aboutEmployee({ answers }: Facts, index: number): Label | null {
  const number = answerInRound(answers, 'staff-number', index);
  return number === undefined ? null : message(`${WORDS}.about-employee`, { index, number });
}

/** Who it is, by numbers and never by name, and how long employed. */
export const PERSON_STEPS: readonly Step[] = [
  { id: 'staff-number', ask: typed, check: staffNumber },
  { id: 'id-type', ask: () => ({ type: 'choice', options: optionsOf(`${WORDS}.id-type`, ID_TYPES) }) },
  { id: 'id-number', identifies: true, ask: typed, check: identityNumber, describe: maskedIdentity },
  { id: 'born', ask: typed, check: birthDate },
  { id: 'employment-date', ask: () => ({ type: 'date' }), check: employmentDate },
  { id: 'left', ask: () => ({ type: 'choice', options: yesNo() }) },
  { id: 'last-day', when: hasLeft, ask: () => ({ type: 'date' }), check: lastDay },
  {
    id: 'reason',
    when: hasLeft,
    ask: () => ({ type: 'choice', options: optionsOf('ask.offsetting-claim.reason', TERMINATION_REASONS) }),
  },
  {
    id: 'severance',
    when: (facts, index) => hasLeft(facts, index) && mayBePaidOff(facts, index),
    ask: () => ({
      type: 'choice',
      options: optionsOf(`${WORDS}.severance`, [NO_SEVERANCE, ...SEVERANCE_CODES]),
    }),
    check: severance,
  },
];
