import type { ReactNode } from 'react';
import classes from './drawings.module.css';

/** The terminal's mark: a house and what is kept in it. Our own, not the platform's. */
export function Mark({ onStage = false }: { onStage?: boolean }): ReactNode {
  return (
    <svg className={classes.mark} data-on-stage={onStage || undefined} viewBox="0 0 56 56" aria-hidden="true">
      <rect data-part="ground" width="56" height="56" rx="15" />
      <path data-part="house" d="M14 42V25.500L28 14l14 11.500V42" />
      <circle data-part="kept" cx="28" cy="33" r="6.500" />
    </svg>
  );
}
