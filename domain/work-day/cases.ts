/** How a case stands, in words that need no explanation; message `case-state.<state>`. */
export const CASE_STATES = [
  'in-hand',
  'kept',
  'received',
  'accepted',
  'rejected',
  'needs-correction',
  /** The platform did not take it as it was: somebody has to look. */
  'set-aside',
  /** Not sent within the time for which it was valid. */
  'expired',
  'withdrawn',
  'superseded',
  'parked',
  /** Nothing of it is kept here any more: parked and then finished or lapsed, or decided long ago. */
  'over',
  'prepared',
  'asked',
  'left',
  'cut',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What was done about a case whose member is not here; message `case-action.<action>`. A closed list: no words. */
export const CASE_ACTIONS = ['told-in-person', 'told-by-phone', 'call-back-made', 'not-reached'] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

/** How somebody goes on with a case that needs the member: message `case-way.<way>`. */
export const CASE_WAYS = ['take-up', 'enquire'] as const;
export type CaseWay = (typeof CASE_WAYS)[number];

/** By the state of what was left in it, as the queue tells it (`ItemState`). */
const OF_ITEM = {
  kept: 'kept',
  received: 'received',
  accepted: 'accepted',
  rejected: 'rejected',
  'needs-correction': 'needs-correction',
  superseded: 'superseded',
  cancelled: 'withdrawn',
  parked: 'set-aside',
  expired: 'expired',
} as const satisfies Readonly<Record<string, CaseState>>;

/** What is known of a case where it is kept. */
export interface CaseFacts {
  /** How its session ended; null: it goes on. */
  readonly ended: string | null;
  /** Of what was left in it last; null: nothing is kept here. */
  readonly item: keyof typeof OF_ITEM | null;
  /** It was put aside. `open`: it can still be taken up here. */
  readonly draft: { readonly open: boolean } | null;
}

/** The one plain state of a case: what was submitted counts, however the session went on. */
export function caseStateOf({ ended, item, draft }: CaseFacts): CaseState {
  if (item !== null) return OF_ITEM[item];
  if (draft !== null) return draft.open ? 'parked' : 'over';
  switch (ended) {
    case null:
      return 'in-hand';
    case 'prepared':
      return 'prepared';
    case 'enquired':
      return 'asked';
    case 'cut':
      return 'cut';
    // Its submission was removed here after its time, or its draft is not to be found.
    case 'submitted':
    case 'parked':
      return 'over';
    default:
      return 'left';
  }
}

const NEEDING: ReadonlySet<CaseState> = new Set([
  'rejected',
  'needs-correction',
  'set-aside',
  'expired',
  'parked',
]);
const UNDECIDED: ReadonlySet<CaseState> = new Set(['in-hand', 'kept', 'received']);

/** Whether somebody still has to do something about it. @param noted what was done last, or null */
export function needsSomebody(state: CaseState, noted: CaseAction | null): boolean {
  return NEEDING.has(state) && (noted === null || noted === 'not-reached');
}

/** Whether a case of an earlier day is still worth a line: it needs somebody, or may yet. */
export function outlivesItsDay(state: CaseState, noted: CaseAction | null): boolean {
  return needsSomebody(state, noted) || UNDECIDED.has(state);
}

/** How somebody goes on with it together with the member; null: there is nothing to go on with. */
export function wayOn(state: CaseState): CaseWay | null {
  if (state === 'parked') return 'take-up';
  return state === 'rejected' || state === 'needs-correction' ? 'enquire' : null;
}
