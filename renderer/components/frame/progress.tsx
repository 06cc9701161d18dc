import type { ReactNode } from 'react';
import type { Chrome } from '../../../domain/terminal/view/chrome.ts';
import { useTerminal } from '../../terminal.ts';
import { messageKey } from '../../text/text.ts';
import classes from './frame.module.css';

/** Where one is: step n of m with its name, what it is about, a thin bar. */
export function Progress({ progress }: { progress: NonNullable<Chrome['progress']> }): ReactNode {
  const { view, text } = useTerminal();
  const { step, of, name, flow } = progress;
  // What is filled in for an instruction is not how to reach somebody.
  const part =
    flow === 'instruction' && name === 'details' ? 'progress.instruction' : (`progress.${name}` as const);
  const { screen } = view;
  const about =
    flow === 'instruction' && 'kind' in screen
      ? text(messageKey(`kind.${screen.kind}.name`))
      : text(`frame.flow.${flow}`);
  const share = `${Math.round((step / of) * 1000) / 10}%`;
  return (
    <nav className={classes.progress} aria-label={about}>
      <p className={classes.step} aria-current="step">
        {text('frame.step', { step, of, name: text(part) })}
      </p>
      <p className={classes.flow}>{about}</p>
      <svg className={classes.bar} width="100%" aria-hidden="true">
        <rect data-part="whole" width="100%" height="100%" rx="0.5%" />
        <rect data-part="past" width={share} height="100%" rx="0.5%" />
      </svg>
    </nav>
  );
}
