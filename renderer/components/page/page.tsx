import type { ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import { Button } from '../controls/button.tsx';
import { ConnectionLine } from '../frame/connection-line.tsx';
import { Icon } from '../pictures/icons.tsx';
import { Clauses } from './clauses.tsx';
import classes from './page.module.css';
import { ScrollArea } from './scroll-area.tsx';

export interface PageProps {
  readonly heading: ReactNode;
  readonly help?: string | undefined;
  /** Buttons of the bottom bar beside *back*; the main one last. */
  readonly actions?: ReactNode;
  /** `none` and `leave` on pages that cover another: *back* belongs to the page below. */
  readonly ways?: 'both' | 'leave' | 'none';
  /** *Back* in this page's own words; then it is there whatever the frame says. */
  readonly backWords?: string;
  /** Left of *leave*; the state of the connection unless given. */
  readonly lowerStart?: ReactNode;
  readonly lowerEnd?: ReactNode;
  /** Above the heading. */
  readonly before?: ReactNode;
  /** Left of the heading, which is smaller then: where the page needs the height. */
  readonly beside?: ReactNode;
  /** Content in the middle of what is left of the height, for pages that only say one thing. */
  readonly middle?: boolean;
  /** Closer together, where the keys need the room. */
  readonly dense?: boolean;
  /** Keys to type with: they hold their place above the bottom bar, whatever stands over them. */
  readonly keys?: ReactNode;
  /** What stands in the place of keys when it is something else. */
  readonly keysName?: string;
  readonly children?: ReactNode;
}

/**
 * One page: heading, help, the one thing; under it the bar that never moves. On a counter's wide display what is said
 * stands on the left and the one thing on the right.
 */
export function Page(props: PageProps): ReactNode {
  const { view, text, send } = useTerminal();
  const { canGoBack, canLeave, canFinishLater } = view.chrome;
  const { heading, help, ways = 'both' } = props;
  return (
    <div className={classes.page}>
      <ScrollArea>
        <div
          className={classes.content}
          data-middle={props.middle || undefined}
          data-dense={props.dense || undefined}
        >
          <div className={classes.says}>
            {props.before}
            <div className={classes.top} data-beside={props.beside === undefined ? undefined : ''}>
              {props.beside}
              <h1 className={classes.heading} tabIndex={-1} data-heading="">
                {typeof heading === 'string' ? <Clauses>{heading}</Clauses> : heading}
              </h1>
            </div>
            {help === undefined ? null : (
              <p className={classes.help}>
                <Clauses>{help}</Clauses>
              </p>
            )}
          </div>
          <div className={classes.holds}>{props.children}</div>
        </div>
      </ScrollArea>
      {props.keys === undefined ? null : (
        <section
          className={classes.keys}
          data-pad={props.keysName === undefined || undefined}
          aria-label={props.keysName ?? text('frame.keys')}
        >
          {props.keys}
        </section>
      )}
      <footer className={classes.bottom} aria-label={text('frame.bottom')}>
        <div className={classes.acts}>
          {ways === 'both' && (canGoBack || props.backWords !== undefined) && (
            <Button
              narrow={props.backWords === undefined}
              action="back"
              onPress={() => void send({ type: 'BACK' })}
            >
              {props.backWords ?? text('frame.back')}
            </Button>
          )}
          {props.actions}
        </div>
        <div className={classes.lower}>
          {props.lowerStart ?? <ConnectionLine />}
          {props.lowerEnd}
          {ways === 'both' && canFinishLater && (
            <Button kind="plain" action="finish-later" onPress={() => void send({ type: 'FINISH_LATER' })}>
              {text('frame.finish-later')}
            </Button>
          )}
          {ways !== 'none' && canLeave && (
            <Button kind="plain" action="leave" onPress={() => void send({ type: 'LEAVE' })}>
              {text('frame.leave')} <Icon name="close" />
            </Button>
          )}
        </div>
      </footer>
    </div>
  );
}
