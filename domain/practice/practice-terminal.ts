/**
 * A terminal in practice has an id of a series of its own: the letter X and the figures of the machine it stands on. It is
 * part of every reference, envelope and seal, so that nothing made in practice can be taken for anything else.
 */
const PRACTICE_SERIES = 'X';

/** What an envelope, a manifest and a report made in practice say of themselves; what is real says nothing. */
export const PRACTICE_MODE = 'practice';
export interface PracticeMark {
  readonly mode?: typeof PRACTICE_MODE;
}

/** `K0127` → `X0127`. */
export function practiceTerminalId(terminalId: string): string {
  return PRACTICE_SERIES + terminalId.slice(1);
}

export function isPracticeTerminal(terminalId: string): boolean {
  return terminalId.startsWith(PRACTICE_SERIES);
}

/** The mark of a terminal's mode, to be spread into what it makes. */
export function markOf(terminalId: string): PracticeMark {
  return isPracticeTerminal(terminalId) ? { mode: PRACTICE_MODE } : {};
}

/** Whether mark and id say the same. */
export function isMarkedRightly(marked: { readonly terminalId: string; readonly mode?: string }): boolean {
  return (marked.mode === PRACTICE_MODE) === isPracticeTerminal(marked.terminalId);
}
