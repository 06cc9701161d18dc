import type { ReactNode } from 'react';
import classes from './icons.module.css';

const SHAPES = {
  check: <path d="M5 12.5l4.5 4.5L19 7.5" />,
  close: <path d="M6.5 6.5l11 11M17.5 6.5l-11 11" />,
  info: <path d="M12 11v8M12 5.500v.1" />,
  warning: <path d="M12 4.500v9.500M12 19.200v.1" />,
  backspace: <path d="M9 6h11v12H9l-5.5-6zM11.5 9.5l5 5M16.500 9.500l-5 5" />,
  person: (
    <>
      <circle cx="12" cy="8" r="3.600" />
      <path d="M5 19.500c.6-4 3.400-6 7-6s6.400 2 7 6" />
    </>
  ),
  down: <path d="M12 5v14M6 13l6 6 6-6" />,
  up: <path d="M12 19V5M6 11l6-6 6 6" />,
  forward: <path d="M9 5.500l6.500 6.500L9 18.500" />,
  speaker: (
    <path d="M4 9.500h3.500L12.500 5v14l-5-4.500H4zM15.500 9c1.500 1.600 1.500 4.400 0 6M18 6.500c3 3 3 8 0 11" />
  ),
  silent: <path d="M4 9.500h3.500L12.500 5v14l-5-4.500H4zM16 9.500l5 5M21 9.500l-5 5" />,
  contrast: (
    <>
      <circle cx="12" cy="12" r="8.500" />
      <path data-solid="" d="M12 3.500a8.500 8.500 0 0 1 0 17z" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.500" />
      <path d="M12 7v5.500l3.500 2" />
    </>
  ),
  message: (
    <path d="M5 5h14a1.500 1.500 0 0 1 1.500 1.500v9A1.500 1.500 0 0 1 19 17h-7l-4.500 3.500V17H5a1.500 1.500 0 0 1-1.500-1.500v-9A1.500 1.500 0 0 1 5 5zM8 9.500h8M8 12.800h5" />
  ),
  at: (
    <>
      <circle cx="12" cy="12" r="3.500" />
      <path d="M15.500 8.500v4.700c0 3.300 5 3 5-1.700a8.500 8.500 0 1 0-3.400 7.100" />
    </>
  ),
  letter: <path d="M3.500 6.500h17v11h-17zM3.500 7l8.500 6.500L20.500 7" />,
  phone: (
    <path d="M8 2.800h8A1.200 1.200 0 0 1 17.200 4v16a1.200 1.200 0 0 1-1.200 1.200H8A1.200 1.200 0 0 1 6.800 20V4A1.200 1.200 0 0 1 8 2.800zM10.500 18h3" />
  ),
  badge: (
    <>
      <path d="M9.500 4.500h5M5.500 7h13v13h-13z" />
      <circle cx="12" cy="11.500" r="2" />
      <path d="M8.500 17.500c.5-2 1.800-3 3.500-3s3 1 3.500 3" />
    </>
  ),
  box: (
    <path d="M4 8.500h16V19a1.200 1.200 0 0 1-1.200 1.200H5.200A1.200 1.200 0 0 1 4 19zM3 4.500h18v4H3zM9 12.500h6" />
  ),
  tray: <path d="M12 3.500v10M7.500 9.500l4.500 4.500 4.500-4.500M4 14v5.500h16V14" />,
  eye: (
    <>
      <path d="M2.500 12c2.500-4.300 5.700-6.500 9.500-6.500s7 2.200 9.500 6.500c-2.500 4.300-5.700 6.500-9.500 6.500S5 16.300 2.500 12z" />
      <circle cx="12" cy="12" r="3" />
    </>
  ),
  join: (
    <>
      <circle cx="10" cy="8" r="3.600" />
      <path d="M3 19.500c.6-4 3.400-6 7-6s6.400 2 7 6M19 5.500v6M16 8.500h6" />
    </>
  ),
  funds: (
    <path d="M12 3.500a8.500 8.500 0 1 0 8.500 8.500H12zM15.500 3.800a8.500 8.500 0 0 1 4.700 4.700h-4.700z" />
  ),
  move: <path d="M4 8.500h14M14 4.500l4 4-4 4M20 15.500H6M10 11.500l-4 4 4 4" />,
  sum: (
    <path d="M5.500 3.500h13v17h-13zM8.500 6.500h7v3h-7zM8.500 13v.1M12 13v.1M15.500 13v.1M8.500 17v.1M12 17v.1M15.500 17v.1" />
  ),
  ticket: (
    <path d="M3.500 7h17v3.500a1.800 1.800 0 0 0 0 3V17h-17v-3.500a1.800 1.800 0 0 0 0-3zM14.500 7.500v.1M14.500 10.500v.1M14.500 13.500v.1M14.500 16.500v.1" />
  ),
  coins: (
    <>
      <ellipse cx="12" cy="6.500" rx="7.500" ry="3" />
      <path d="M4.500 6.500v5c0 1.700 3.400 3 7.500 3s7.500-1.300 7.500-3v-5M4.500 11.500v5.500c0 1.700 3.400 3 7.500 3s7.500-1.300 7.500-3v-5.500" />
    </>
  ),
  pencil: <path d="M4.500 19.500l1-4.500L16 4.500l3.500 3.500L9 18.500zM13.500 7l3.500 3.500" />,
  document: <path d="M6.500 3.500h7l4.500 4.500v12.500H6.500zM13.500 3.500V8H18M9.500 12.500h5M9.500 16h5" />,
  printer: <path d="M7 8.500V3.500h10v5M7 17.500H3.500v-9h17v9H17M7 14h10v6.500H7zM16.500 11.500h.1" />,
  folder: <path d="M3.500 6h6l2 2.500h9V19h-17z" />,
  drive: (
    <path d="M7.500 9.500h9v10a1.200 1.200 0 0 1-1.200 1.200H8.700a1.200 1.200 0 0 1-1.200-1.200zM9 9.500V3.500h6v6M11 6v.1M13 6v.1" />
  ),
  headset: (
    <path d="M4.500 14v-2a7.500 7.500 0 0 1 15 0v2M4.500 13.500h3v5h-3zM16.500 13.500h3v5h-3zM19 18.500c-.5 1.700-2 2.500-5 2.500" />
  ),
  pin: (
    <>
      <path d="M12 21c4.5-5 7-8.400 7-11.500a7 7 0 0 0-14 0c0 3.100 2.500 6.500 7 11.500z" />
      <circle cx="12" cy="9.500" r="2.500" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

/** One family of icons: round ends, one stroke. Never alone: a word stands beside it or is its button's name. */
export function Icon({ name, size = 'text' }: { name: IconName; size?: 'text' | 'big' }): ReactNode {
  return (
    <svg className={classes.icon} data-size={size} viewBox="0 0 24 24" aria-hidden="true">
      {SHAPES[name]}
    </svg>
  );
}

/** An icon on a filled disc, for lines that promise, inform or warn. */
export function Disc({ name, tone }: { name: IconName; tone: Tone }): ReactNode {
  return (
    <span className={classes.disc} data-tone={tone}>
      <Icon name={name} />
    </span>
  );
}

/** Amber: kept here, or people. Blue: received. Green: accepted. Red: something must be done. Teal: neutral. */
export type Tone = 'teal' | 'amber' | 'blue' | 'green' | 'red';
