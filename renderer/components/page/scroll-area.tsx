import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../pictures/icons.tsx';
import classes from './page.module.css';

/** Slack for sizes that are not whole pixels. */
const SLACK_PIXELS = 4;

type Hidden = 'nothing' | 'below' | 'above';

/**
 * The middle of a page. Where larger text needs more height than there is, a button says that there is more: nobody
 * has to guess that glass can be pushed.
 */
export function ScrollArea({ children }: { children: ReactNode }): ReactNode {
  const { text } = useTerminal();
  const area = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState<Hidden>('nothing');

  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    const look = (): void => {
      const beyond = element.scrollHeight - element.clientHeight;
      if (beyond <= SLACK_PIXELS) setHidden('nothing');
      else setHidden(element.scrollTop >= beyond - SLACK_PIXELS ? 'above' : 'below');
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
  }, []);

  const turn = (): void => {
    const element = area.current;
    if (element === null) return;
    element.scrollTop = hidden === 'above' ? 0 : element.scrollTop + element.clientHeight * 0.8;
  };

  return (
    <>
      <main className={classes.scroll} ref={area} tabIndex={hidden === 'nothing' ? undefined : 0}>
        {children}
      </main>
      {hidden !== 'nothing' && (
        <div className={classes.more}>
          <Button kind="small" action="more" onPress={turn}>
            <Icon name={hidden === 'above' ? 'up' : 'down'} />
            {text(hidden === 'above' ? 'frame.more-above' : 'frame.more-below')}
          </Button>
        </div>
      )}
    </>
  );
}
