import type { LightPattern } from '../../domain/terminal/ports/light.ts';
import { sessionParts } from '../children.ts';
import { frozenBy } from '../session/context/context.ts';
import type { TerminalSnapshot } from '../terminal.machine.ts';

/** What the status light says of a snapshot. Pure: the light is a picture of the state, as the screen is. */
export function lightOf(terminal: TerminalSnapshot): LightPattern {
  if (terminal.matches('outOfService')) return 'fault';
  const parts = sessionParts(terminal);
  if (parts === null) return 'off';
  const { session } = parts;
  const inVisit = (value: { readonly help: 'calling' | { readonly calling: 'snoozed' } }): boolean =>
    session.matches({ open: { presence: { visit: value } } });
  if (inVisit({ help: { calling: 'snoozed' } })) return 'help-coming';
  if (inVisit({ help: 'calling' })) return 'help-wanted';
  if (session.context.visit.sessionId !== null) return 'in-use';
  return frozenBy(terminal.context.status) === null ? 'idle' : 'out-of-service';
}
