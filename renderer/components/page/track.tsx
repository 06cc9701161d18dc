import type { ReactNode } from 'react';
import type { Tone } from '../pictures/icons.tsx';
import { useTight } from './tight.ts';
import classes from './track.module.css';

export interface TrackStop {
  readonly name: string;
  readonly words: string;
  /** `yes`: it is there; `next`: it is waited for; `no`: not yet. */
  readonly reached: 'yes' | 'next' | 'no';
}

/** Where a submission is on its way; filled stops are behind it, rings are ahead. */
export function Track(props: {
  title: string;
  stops: readonly TrackStop[];
  tone: Tone;
  /** Name and words side by side, where the page has more to say. */
  compact?: boolean;
}): ReactNode {
  const tight = useTight() > 0;
  return (
    <section>
      <h2 className="unseen">{props.title}</h2>
      <ol
        className={classes.track}
        data-tone={props.tone}
        data-compact={props.compact === true || tight || undefined}
      >
        {props.stops.map(({ name, words, reached }) => (
          <li
            key={name}
            className={classes.stop}
            data-reached={reached}
            aria-current={reached === 'next' ? 'step' : undefined}
          >
            <span className={classes.dot} />
            <p className={classes.name}>{name}</p>
            <p className={classes.words}>{words}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
