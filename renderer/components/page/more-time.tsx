import type { ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import { Button } from '../controls/button.tsx';

/** On a page that goes away by itself: any touch keeps it, and this one says so. */
export function MoreTime(): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Button kind="plain" action="more-time" onPress={() => void send({ type: 'ACTIVITY' })}>
      {text('receipt.more-time')}
    </Button>
  );
}
