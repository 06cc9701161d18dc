import type { StationCall } from '../../domain/terminal/view/station-view.ts';
import type { TerminalSnapshot } from '../terminal.machine.ts';
import type { AnsweringSnapshot } from './answering.machine.ts';
import type { CallingSnapshot } from './calling.machine.ts';

// XState types a child of several kinds by none of them: the type is given here, beside the id.
export function answeringPart({ children }: TerminalSnapshot): AnsweringSnapshot | null {
  return (children.answering?.getSnapshot() as AnsweringSnapshot | undefined) ?? null;
}

/** Whether staff elsewhere have been told of this terminal's call: it stood on a window of somebody who may come. */
export function staffWereTold({ children }: TerminalSnapshot): boolean {
  const calling = children.calling?.getSnapshot() as CallingSnapshot | undefined;
  return calling?.context.standing === 'shown' || calling?.context.standing === 'going';
}

/** The calls of the other terminals of the place, for staff's window. */
export function callsOnWindow(terminal: TerminalSnapshot): readonly StationCall[] {
  const answering = answeringPart(terminal);
  if (answering?.status !== 'active') return [];
  const { calls, going: telling, untold } = answering.context;
  return calls.map(({ callId, terminalId, waitedSeconds, locale, step, going }) => ({
    ...{ callId, terminalId, locale, step, going },
    minutes: Math.floor(waitedSeconds / 60),
    telling: callId === telling,
    untold: callId === untold,
  }));
}
