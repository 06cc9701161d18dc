import '@fontsource/noto-sans-hk/500.css';
import '@fontsource/noto-sans-hk/700.css';
import '../tokens.css';
import '../base.css';
import { createRoot } from 'react-dom/client';
import type { TerminalBridge } from '../../domain/terminal/bridge.ts';
import type { ViewUpdate } from '../../domain/terminal/view.ts';
import { CONTRASTS, LOCALES, TEXT_SIZES } from '../../domain/locale.ts';
import { App } from '../app.tsx';
import { createViewStore } from '../bridge.ts';
import { ClockContext } from '../input/use-seconds-left.ts';
import { transformCatalogues } from '../text/text.ts';
import { GALLERY_NOW } from './fixture-parts.ts';
import { FIXTURES } from './fixtures.ts';
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

const asked = new URLSearchParams(window.location.search);
const fixture = FIXTURES.get(asked.get('view') ?? '');
const root = document.getElementById('root');
if (root === null) throw new Error('no #root');

if (fixture === undefined) {
  createRoot(root).render(
    <main className="gallery-list">
      <h1>Gallery</h1>
      <ul>
        {[...FIXTURES.keys()].map((name) => (
          <li key={name}>
            {name}: <a href={`?view=${name}`}>zh-Hant</a> <a href={`?view=${name}&locale=en`}>en</a>{' '}
            <a href={`?view=${name}&locale=en&pseudo=1`}>longer</a>{' '}
            <a href={`?view=${name}&size=largest`}>largest</a>{' '}
            <a href={`?view=${name}&contrast=high`}>contrast</a>
          </li>
        ))}
      </ul>
    </main>,
  );
} else {
  if (asked.has('pseudo')) transformCatalogues((_locale, catalogue) => pseudoCatalogue(catalogue));
  document.documentElement.style.setProperty('--px-per-mm', String(pixelsPerMillimetre()));
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
  const bridge: TerminalBridge = {
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
    painted: () => document.documentElement.setAttribute('data-painted', ''),
    alive: () => undefined,
  };
  const now = (): number => Date.parse(GALLERY_NOW);
  createRoot(root).render(
    <ClockContext value={now}>
      <App store={createViewStore(bridge)} onPainted={(stepId) => bridge.painted(stepId)} />
    </ClockContext>,
  );
}
