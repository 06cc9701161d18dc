import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import { DIRECTIONS, LANGUAGE_TAGS } from '../domain/messages/index.ts';
import type { ScreenIntent } from '../domain/terminal/intent/intent.ts';
import type { View } from '../domain/terminal/view/view.ts';
import { useViewUpdate, type ViewStore } from './bridge.ts';
import { Frame } from './components/frame/frame.tsx';
import { pageChanged } from './input/press.ts';
import { pageKey } from './page-key.ts';
import { OverlayPage } from './screens/overlay-page.tsx';
import { ScreenPage } from './screens/screen-page.tsx';
import { TerminalContext, type Terminal } from './terminal.ts';
import { textIn } from './text/text.ts';

/** Someone is here: said at most this often, in milliseconds; main's idle time is many times longer. */
const ACTIVITY_MILLISECONDS = 2000;

/** The whole page as a function of the newest view. `onPainted` is told of every new page once it is on the glass. */
export function App({
  store,
  onPainted,
}: {
  store: ViewStore;
  onPainted: (stepId: string) => void;
}): ReactNode {
  const update = useViewUpdate(store);
  if (update === null) return null;
  return <TerminalPage view={update.view} store={store} onPainted={onPainted} />;
}

function TerminalPage(props: {
  view: View;
  store: ViewStore;
  onPainted: (stepId: string) => void;
}): ReactNode {
  const { view, store, onPainted } = props;
  const { locale, textSize, contrast, stepId } = view;
  const text = useMemo(() => textIn(locale), [locale]);
  const flushes = useRef(new Set<() => void>());
  const lastActivity = useRef(Number.NEGATIVE_INFINITY);

  const send = useCallback(
    (intent: ScreenIntent) => {
      if (intent.type !== 'FIELD_DRAFT' && intent.type !== 'ANSWER')
        for (const flush of flushes.current) flush();
      return store.send(intent);
    },
    [store],
  );
  const beforeSending = useCallback((flush: () => void) => {
    flushes.current.add(flush);
    return () => flushes.current.delete(flush);
  }, []);
  const terminal = useMemo<Terminal>(
    () => ({ view, text, send, beforeSending }),
    [view, text, send, beforeSending],
  );

  useLayoutEffect(() => {
    const page = document.documentElement;
    page.lang = LANGUAGE_TAGS[locale];
    page.dir = DIRECTIONS[locale];
    page.dataset.textSize = textSize;
    page.dataset.contrast = contrast;
  }, [locale, textSize, contrast]);

  useEffect(() => {
    pageChanged(performance.now());
    document
      .querySelector<HTMLElement>('[data-layer="front"] [data-heading]')
      ?.focus({ preventScroll: true });
    let second = 0;
    const first = requestAnimationFrame(() => {
      // The second frame starts only after the first one was handed to the display.
      second = requestAnimationFrame(() => onPainted(stepId));
    });
    return () => {
      cancelAnimationFrame(first);
      cancelAnimationFrame(second);
    };
  }, [stepId, onPainted]);

  const someoneIsHere = (): void => {
    if (view.sessionId === null || view.overlay?.id === 'idle-warning') return;
    const now = performance.now();
    if (now - lastActivity.current < ACTIVITY_MILLISECONDS) return;
    lastActivity.current = now;
    void store.send({ type: 'ACTIVITY' });
  };

  return (
    <TerminalContext value={terminal}>
      <div
        data-root=""
        data-screen={view.screen.id}
        data-step={stepId}
        data-overlay={view.overlay?.id ?? ''}
        data-surface={view.chrome.station?.surface}
        onPointerDownCapture={someoneIsHere}
        onKeyDownCapture={someoneIsHere}
      >
        <Frame
          overlay={
            view.overlay === null ? null : <OverlayPage overlay={view.overlay} key={view.overlay.id} />
          }
        >
          <ScreenPage screen={view.screen} key={pageKey(view)} />
        </Frame>
      </div>
    </TerminalContext>
  );
}
