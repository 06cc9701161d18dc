import '@fontsource/noto-sans-hk/500.css';
import '@fontsource/noto-sans-hk/700.css';
import '../tokens.css';
import '../base.css';
import { useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { TerminalBridge } from '../../domain/terminal/bridge.ts';
import type { View, ViewUpdate } from '../../domain/terminal/view/view.ts';
import { CONTRASTS, LOCALES, TEXT_SIZES } from '../../domain/locale.ts';
import { App } from '../app.tsx';
import { createViewStore } from '../bridge.ts';
import { ClockContext } from '../input/use-seconds-left.ts';
import { transformCatalogues } from '../text/text.ts';
import { GALLERY_NOW } from './fixtures/fixture-parts.ts';
import { FIXTURES } from './fixtures/fixtures.ts';
import './gallery.css';
import { pseudoCatalogue } from './pseudo.ts';

/** Height of the 21.5-inch portrait display in millimetres; the window plays its part at any size. */
const DISPLAY_HEIGHT_MILLIMETRES = 1920 / 4.03;
/** Landscape displays: a van's, and a counter's, which is the wide one. */
const VAN_DIAGONAL_MILLIMETRES = 13.3 * 25.4;
const STATION_DIAGONAL_MILLIMETRES = 21.5 * 25.4;
const STATION_WIDTH = 1500;

function pixelsPerMillimetre(): number {
  const { innerWidth, innerHeight } = window;
  if (innerWidth > innerHeight) {
    const diagonal = innerWidth >= STATION_WIDTH ? STATION_DIAGONAL_MILLIMETRES : VAN_DIAGONAL_MILLIMETRES;
    return Math.hypot(innerWidth, innerHeight) / diagonal;
  }
  return Math.min(innerHeight / DISPLAY_HEIGHT_MILLIMETRES, innerWidth / (1080 / 4.03));
}

function pick<T extends string>(list: readonly [T, ...T[]], wanted: string | null): T {
  return list.find((item) => item === wanted) ?? list[0];
}

const root = document.getElementById('root');
if (root === null) throw new Error('no #root');
const drawn = createRoot(root);

/** What is asked for stands behind the `#`, so that the next view needs no new page. */
function draw(): void {
  const asked = new URLSearchParams(window.location.hash.slice(1));
  const fixture = FIXTURES.get(asked.get('view') ?? '');
  document.documentElement.removeAttribute('data-painted');
  drawn.render(
    fixture === undefined ? <List /> : <Drawn key={window.location.hash} asked={asked} view={fixture} />,
  );
}

function List(): ReactNode {
  return (
    <main className="gallery-list">
      <h1>Gallery</h1>
      <ul>
        {[...FIXTURES.keys()].map((name) => (
          <li key={name}>
            {name}: <a href={`#view=${name}`}>zh-Hant</a> <a href={`#view=${name}&locale=en`}>en</a>{' '}
            <a href={`#view=${name}&size=largest`}>largest</a>{' '}
            <a href={`#view=${name}&contrast=high`}>contrast</a>
          </li>
        ))}
      </ul>
    </main>
  );
}

function Drawn({ asked, view }: { asked: URLSearchParams; view: View }): ReactNode {
  const [bridge] = useState(() => bridgeOf(asked, view));
  const [store] = useState(() => createViewStore(bridge));
  document.documentElement.style.setProperty('--px-per-mm', String(pixelsPerMillimetre()));
  return (
    <ClockContext value={() => Date.parse(GALLERY_NOW)}>
      <App store={store} onPainted={(stepId) => bridge.painted(stepId)} />
    </ClockContext>
  );
}

/** A main process that only remembers language, size and contrast. */
function bridgeOf(asked: URLSearchParams, fixture: View): TerminalBridge {
  let update: ViewUpdate = {
    rev: 1,
    view: {
      ...fixture,
      locale: pick(LOCALES, asked.get('locale')),
      textSize: pick(TEXT_SIZES, asked.get('size')),
      contrast: pick(CONTRASTS, asked.get('contrast')),
    },
  };
  let tell: (update: ViewUpdate) => void = () => undefined;
  return {
    current: () => Promise.resolve(update),
    onUpdate(listener) {
      tell = listener;
      return () => undefined;
    },
    send(intent) {
      const { view } = update;
      const changed =
        intent.type === 'SET_LOCALE'
          ? { ...view, locale: intent.locale }
          : intent.type === 'SET_TEXT_SIZE'
            ? { ...view, textSize: intent.textSize }
            : intent.type === 'SET_CONTRAST'
              ? { ...view, contrast: intent.contrast }
              : view;
      if (changed !== view) {
        update = { rev: update.rev + 1, view: changed };
        tell(update);
      }
      return Promise.resolve({ accepted: true });
    },
    display: () =>
      Promise.resolve({ pixelsPerMillimetre: 4.03, profile: 'kiosk', sound: { volume: 50, muted: true } }),
    painted: () => document.documentElement.setAttribute('data-painted', window.location.hash),
    alive: () => undefined,
  };
}

if (new URLSearchParams(window.location.search).has('pseudo')) {
  transformCatalogues((_locale, catalogue) => pseudoCatalogue(catalogue));
}
window.addEventListener('hashchange', draw);
draw();
