import { INSTRUCTION_KINDS } from '../kinds/kinds.ts';

/** Practice and mock runs are counted apart and never added to the rest. */
export const USABILITY_MODES = ['live', 'practice'] as const;
export type UsabilityMode = (typeof USABILITY_MODES)[number];

/** What somebody came for; `none`: they left before they chose. */
export const USABILITY_FLOWS = [
  'none',
  'member-registration',
  'cancellation',
  'correction',
  'enquiry',
  'resume',
  'calculator',
  'ticket',
  'mock-run',
  ...INSTRUCTION_KINDS,
] as const;
export type UsabilityFlow = (typeof USABILITY_FLOWS)[number];

/**
 * How a visit ended. `abandoned`: somebody left; `idle`: nobody was there any more; `turned-away`: no visit may begin;
 * `interrupted`: the terminal went out of service.
 */
export const VISIT_OUTCOMES = [
  'submitted',
  'prepared',
  'parked',
  'enquired',
  'ticketed',
  'checked',
  'abandoned',
  'idle',
  'turned-away',
  'interrupted',
] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

/** One tap at the end; message `feedback.<face>`. */
export const FACES = ['good', 'fair', 'poor'] as const;
export type Face = (typeof FACES)[number];

/** Upper ends of the classes of time, in seconds; `more` is beyond the last. */
export const TIME_CLASSES = [2, 5, 10, 20, 30, 60, 120, 300] as const;
export type TimeClass = (typeof TIME_CLASSES)[number] | 'more';

/** @param milliseconds not negative */
export function timeClassOf(milliseconds: number): TimeClass {
  return TIME_CLASSES.find((seconds) => milliseconds <= seconds * 1000) ?? 'more';
}

/** What a count is noted as small below: our own figure, as statistics offices use it for counts of people. */
export const SMALL_COUNT = 5;
