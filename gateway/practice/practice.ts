import { isMarkedRightly, isPracticeTerminal } from '../../domain/practice/practice-terminal.ts';
import type { ProblemCode } from '../../domain/wire/contract.ts';

/** A gateway is one or the other for good: what is practised is never in a database with what is real. */
export const GATEWAY_MODES = ['live', 'practice'] as const;
export type GatewayMode = (typeof GATEWAY_MODES)[number];

type ModeFault = Extract<ProblemCode, 'practice-refused' | 'live-refused'>;

/** Why nothing of this terminal is taken here; null: it may be. */
export function terminalFault(terminalId: string, mode: GatewayMode): ModeFault | null {
  if (isPracticeTerminal(terminalId) === (mode === 'practice')) return null;
  return mode === 'live' ? 'practice-refused' : 'live-refused';
}

/** The same of something that says itself whether it was made in practice; a mark that its terminal's id denies is refused. */
export function markFault(
  marked: { readonly terminalId: string; readonly mode?: string },
  mode: GatewayMode,
): ModeFault | 'malformed' | null {
  if (mode === 'live' && marked.mode === 'practice') return 'practice-refused';
  const fault = terminalFault(marked.terminalId, mode);
  return fault ?? (isMarkedRightly(marked) ? null : 'malformed');
}

/** Counts say of every cell where it was counted. */
export function cellsFault(
  cells: readonly { readonly mode: GatewayMode }[],
  mode: GatewayMode,
): ModeFault | null {
  if (cells.every((cell) => cell.mode === mode)) return null;
  return mode === 'live' ? 'practice-refused' : 'live-refused';
}
