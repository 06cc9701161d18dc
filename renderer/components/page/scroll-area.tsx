import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../pictures/icons.tsx';
import classes from './page.module.css';
import { TightContext, type Tightness } from './tight.ts';

/** Slack for sizes that are not whole pixels. */
const SLACK_PIXELS = 4;

interface Hidden {
  readonly above: boolean;
  readonly below: boolean;
}
const NOTHING: Hidden = { above: false, below: false };

/** Share of what is in sight that one press moves: the last lines stay, so that nobody loses the place. */
const TURN = 0.8;

/**
 * The middle of a page. Where it is a little too long, it is drawn closer together first, then with less, and stays so as long as the
 * page stands: nothing jumps back under a finger. Where larger text needs more height than there is, a button says that there is more: nobody
 * has to guess that glass can be pushed.
 */
export function ScrollArea({ children }: { children: ReactNode }): ReactNode {
  const { text } = useTerminal();
  const area = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState(NOTHING);
  const [tight, setTight] = useState<Tightness>(0);

  // Before anything is painted: nobody sees the page in the wider layout first.
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    const look = (): void => {
      const beyond = element.scrollHeight - element.clientHeight;
      if (beyond > SLACK_PIXELS && tight < 2) {
        setTight(tight === 0 ? 1 : 2);
        return;
      }
      const above = element.scrollTop > SLACK_PIXELS;
      const below = element.scrollTop < beyond - SLACK_PIXELS;
      setHidden((was) => (was.above === above && was.below === below ? was : { above, below }));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    if (element.firstElementChild !== null) watcher.observe(element.firstElementChild);
    return () => {
      element.removeEventListener('scroll', look);
      watcher.disconnect();
    };
  }, [tight]);

  const toTop = (): void => {
    if (area.current !== null) area.current.scrollTop = 0;
  };
  const onward = (): void => {
    const element = area.current;
    if (element !== null) element.scrollTop += element.clientHeight * TURN;
  };

  return (
    <>
      <main
        className={classes.scroll}
        ref={area}
        data-tight={tight === 0 ? undefined : tight}
        tabIndex={hidden.above || hidden.below ? 0 : undefined}
      >
        <TightContext value={tight}>{children}</TightContext>
      </main>
      {(hidden.above || hidden.below) && (
        <div className={classes.more}>
          {hidden.above && (
            <Button kind="small" action="more-above" wide onPress={toTop}>
              <Icon name="up" />
              {text('frame.more-above')}
            </Button>
          )}
          {hidden.below && (
            <Button kind="small" action="more" wide onPress={onward}>
              <Icon name="down" />
              {text('frame.more-below')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
