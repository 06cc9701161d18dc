import type { ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import { Button } from '../controls/button.tsx';

/** The way to the machine's own pages from a counter's or a van's; nothing where they cannot be opened. */
export function MachineButton(): ReactNode {
  const { view, text, send } = useTerminal();
  const { station, van } = view.chrome;
  if ((station?.canSeeMachine ?? van?.canSeeMachine) !== true) return null;
  return (
    <Button action="staff-status" onPress={() => void send({ type: 'STAFF_STATUS' })}>
      {text('staff-status.show')}
    </Button>
  );
}
