import type { View } from '../../domain/terminal/view/view.ts';

/**
 * Writes `READY in-service` or `READY out-of-service <codes>` once per change, for whoever supervises the program
 * (systemd, a test): the first line says that the terminal has decided what it is.
 */
export function readyAnnouncer(write: (line: string) => unknown): (view: View) => void {
  let last: string | null = null;
  return (view) => {
    const state = stateOf(view);
    if (state === null || state === last) return;
    last = state;
    write(`READY ${state}\n`);
  };
}

function stateOf({ screen }: View): string | null {
  if (screen.id === 'starting' || screen.id === 'self-test') return null;
  if (screen.id !== 'out-of-service') return 'in-service';
  return ['out-of-service', ...screen.reasons.map((reason) => reason.code)].join(' ');
}
