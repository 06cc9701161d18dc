import type { ReactNode } from 'react';
import type { Chrome } from '../../../domain/terminal/view.ts';
import { useTerminal } from '../../terminal.ts';
import classes from './frame.module.css';

/** Where one is: step n of m with its name, the flow's name, a thin bar. */
export function Progress({ progress }: { progress: NonNullable<Chrome['progress']> }): ReactNode {
  const { text } = useTerminal();
  const { step, of, name, flow } = progress;
  const share = `${Math.round((step / of) * 1000) / 10}%`;
  return (
    <nav className={classes.progress} aria-label={text(`frame.flow.${flow}`)}>
      <p className={classes.step} aria-current="step">
        {text('frame.step', { step, of, name: text(`progress.${name}`) })}
      </p>
      <p className={classes.flow}>{text(`frame.flow.${flow}`)}</p>
      <svg className={classes.bar} width="100%" aria-hidden="true">
        <rect data-part="whole" width="100%" height="100%" rx="0.5%" />
        <rect data-part="past" width={share} height="100%" rx="0.5%" />
      </svg>
    </nav>
  );
}
