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

/** `roomy`: larger and in the middle of the height, on a counter's display, where a short page would leave half of it empty. */
type Drawn = 'roomy' | Tightness;
/** What is tried next where a page is too long. */
const CLOSER: Partial<Record<Drawn, Drawn>> = { roomy: 0, 0: 1, 1: 2 };

/** Share of what is in sight that one press moves: the last lines stay, so that nobody loses the place. */
const TURN = 0.8;

/**
 * The middle of a page. At a counter it is drawn roomy where it can be. Where it is a little too long, it is drawn closer together first, then with less, and stays so as long as the
 * page stands: nothing jumps back under a finger. Where larger text needs more height than there is, a button says that there is more: nobody
 * has to guess that glass can be pushed.
 */
export function ScrollArea({ children }: { children: ReactNode }): ReactNode {
  const { view, text } = useTerminal();
  const area = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState(NOTHING);
  const [drawn, setDrawn] = useState<Drawn>(view.chrome.station === undefined ? 0 : 'roomy');
  const tight = drawn === 'roomy' ? 0 : drawn;

  // Before anything is painted: nobody sees the page in the wider layout first.
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    const look = (): void => {
      const beyond = element.scrollHeight - element.clientHeight;
      const closer = CLOSER[drawn];
      if (beyond > SLACK_PIXELS && closer !== undefined) {
        setDrawn(closer);
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
  }, [drawn]);

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
        data-roomy={drawn === 'roomy' || undefined}
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
