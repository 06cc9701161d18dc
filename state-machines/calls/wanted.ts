import type { Locale } from '../../domain/locale.ts';
import type { CallStep } from '../../domain/terminal/ports/staff-calls.ts';
import type { SessionSnapshot } from '../session/session.machine.ts';

/** That somebody is wanted at this terminal; nothing in it is of a person. */
export interface Wanted {
  /** On the machines' clock; tells one call from the next. */
  readonly since: number;
  readonly locale: Locale;
  readonly step: CallStep;
  /** The member was told that nobody came, and has not yet said what they want. */
  readonly unanswered: boolean;
}

/** By the child that has the page. */
const STEPS: readonly (readonly [child: string, step: CallStep])[] = [
  ['id-reading', 'reader'],
  ['task', 'registration'],
  ['instruction', 'instruction'],
  ['enquiry', 'enquiry'],
];

const CALLING = { open: { presence: { visit: { help: 'calling' } } } } as const;
const NOBODY_CAME = { open: { presence: { visit: { help: { calling: 'nobodyCame' } } } } } as const;

/**
 * Whom a session wants; null: nobody. Whoever has staff beside them, at a counter or in a van, calls nobody else.
 * @param before what it wanted, so that a call keeps its beginning
 * @param now on the machines' clock
 */
export function wantedBy(session: SessionSnapshot, before: Wanted | null, now: number): Wanted | null {
  const { locale, visit } = session.context;
  if (!session.matches(CALLING) || visit.attendant !== null) return null;
  const children = session.children as Readonly<Record<string, unknown>>;
  return {
    since: before?.since ?? now,
    locale,
    step: STEPS.find(([child]) => children[child] !== undefined)?.[1] ?? 'other',
    unanswered: session.matches(NOBODY_CAME),
  };
}

export function wantsTheSame(one: Wanted | null, other: Wanted | null): boolean {
  return (
    one?.since === other?.since &&
    one?.locale === other?.locale &&
    one?.step === other?.step &&
    one?.unanswered === other?.unanswered
  );
}
