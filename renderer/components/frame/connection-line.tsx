import type { ReactNode } from 'react';
import { KIND_FACTS } from '../../../domain/kinds/kinds.ts';
import type { MessageKey } from '../../../domain/messages/index.ts';
import type { View } from '../../../domain/terminal/view/view.ts';
import { useTerminal } from '../../terminal.ts';
import classes from './frame.module.css';

/** What being offline means for what is on the page: not everything is kept here and sent later. */
function offlineWords({ screen, chrome }: View): MessageKey {
  const { trouble } = chrome.connection;
  // Who asks, or only checks a file, leaves nothing that could be kept.
  if (screen.id.startsWith('enquiry-') || chrome.mockRun === true) return 'connection.offline-plain';
  const kept = trouble === null ? 'connection.offline' : (`connection.${trouble}` as const);
  if ('kind' in screen) {
    return KIND_FACTS[screen.kind].offline === 'keep' ? kept : 'connection.offline-prepare';
  }
  const open = screen.id === 'menu' || 'calculator' in screen || chrome.progress?.flow === 'instruction';
  const queue = screen.id === 'ticket' || screen.id.startsWith('ticket-');
  return open || queue ? 'connection.offline-plain' : kept;
}

/** The state of the connection in plain words, with a dot that repeats it. */
export function ConnectionLine(): ReactNode {
  const { view, text } = useTerminal();
  const { online, trouble } = view.chrome.connection;
  const well = online && trouble === null;
  return (
    <p className={classes.connection} data-connection={well ? 'online' : 'offline'} role="status">
      <span className={classes.dot} />
      {text(well ? 'connection.online' : offlineWords(view))}
    </p>
  );
}
