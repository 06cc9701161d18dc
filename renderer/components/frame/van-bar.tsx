import type { ReactNode } from 'react';
import { BATTERY_LOW_PERCENT } from '../../../domain/work-day/battery.ts';
import type { VanBar } from '../../../domain/terminal/view/van-view.ts';
import { useTerminal } from '../../terminal.ts';
import { Icon } from '../pictures/icons.tsx';
import classes from './frame.module.css';

const FEW_PEOPLE = 20;
const FEW_HOURS = 12;
const HOURS_OF_A_DAY = 24;
const MEGABYTES_OF_A_GIGABYTE = 1000;

/** Battery, disk, what the freeze rules still leave, the number being served: on every page of a van. */
export function VanBarLine({ bar }: { bar: VanBar }): ReactNode {
  const { text } = useTerminal();
  const { battery, freeMegabytes, budget, frozen, queueNumber } = bar;
  const { people, hours } = budget;
  const parts: readonly (readonly [string, string, boolean])[] = [
    ...(queueNumber === null
      ? []
      : [['number', text('van.bar.number', { number: queueNumber }), false] as const]),
    battery === null
      ? ['battery', text('van.bar.no-battery'), false]
      : [
          'battery',
          text(battery.charging ? 'van.bar.charging' : 'van.bar.battery', { percent: battery.percent }),
          !battery.charging && battery.percent <= BATTERY_LOW_PERCENT,
        ],
    ...(freeMegabytes === null
      ? []
      : [
          [
            'disk',
            text('van.bar.disk', { gigabytes: Math.floor(freeMegabytes / MEGABYTES_OF_A_GIGABYTE) }),
            false,
          ] as const,
        ]),
    ...(people === null
      ? []
      : [['people', text('van.bar.people', { count: people }), people <= FEW_PEOPLE] as const]),
    ...(hours === null
      ? []
      : [
          [
            'hours',
            hours >= 2 * HOURS_OF_A_DAY
              ? text('van.bar.days', { days: Math.floor(hours / HOURS_OF_A_DAY) })
              : text('van.bar.hours', { hours }),
            hours <= FEW_HOURS,
          ] as const,
        ]),
  ];
  return (
    <div className={classes.van} role="status" data-frozen={frozen ?? undefined}>
      {parts.map(([key, words, low]) => (
        <span key={key} data-part={key} data-low={low || undefined}>
          {low && <Icon name="warning" />} {words}
        </span>
      ))}
    </div>
  );
}
