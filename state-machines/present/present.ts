import { passageOf } from '../../domain/speech/passage.ts';
import type { Surface } from '../../domain/terminal/surface.ts';
import type { Chrome } from '../../domain/terminal/view/chrome.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { View } from '../../domain/terminal/view/view.ts';
import { sessionParts, speechPart } from '../children.ts';
import type { TerminalSnapshot } from '../terminal.machine.ts';
import { chromeOf } from './chrome.ts';
import { stationParts } from '../station/on-top.ts';
import { overlayOf } from './overlay.ts';
import { stepIdOf } from './page-id.ts';
import { presentAt } from './station-view.ts';
import { whereTo } from './where.ts';
import { screenOf } from './screen.ts';
import { vanAccepts } from '../van/accepts.ts';
import { vanOnTop, vanParts, type VanParts } from '../van/on-top.ts';
import { prefillBar, vanBar, vanOverlay, vanScreen } from './van-screen.ts';

/**
 * The picture of a snapshot for a window. Pure: the same snapshot gives the same view.
 *
 * @param surface at a station whose window it is for; elsewhere there is one for both
 */
export function present(terminal: TerminalSnapshot, surface: Surface = 'shared'): View {
  const station = stationParts(terminal);
  const view =
    station === null
      ? presentShared(terminal)
      : presentAt(terminal, station, surface === 'member' ? 'member' : 'staff');
  return withReading(terminal, view);
}

function presentShared(terminal: TerminalSnapshot): View {
  const parts = sessionParts(terminal);
  const van = vanOnTop(terminal);
  const screen =
    van !== null
      ? vanScreen(van, terminal.context)
      : parts === null
        ? terminalScreen(terminal)
        : screenOf(parts);
  const overlay =
    van !== null
      ? vanOverlay(van, terminal.context)
      : parts === null
        ? null
        : overlayOf(parts, terminal.context);
  const { config } = terminal.context.outside;
  const context = parts?.session.context;
  return {
    sessionId: context?.visit.sessionId ?? null,
    stepId: stepIdOf(screen, overlay),
    locale: context?.locale ?? config.defaultLocale,
    textSize: context?.textSize ?? 'normal',
    contrast: context?.contrast ?? 'paper',
    screen,
    overlay,
    chrome:
      van === null ? withBar(terminal, chromeOf(terminal.context, parts, screen)) : vanChrome(terminal, van),
  };
}

/** Whether the words on top can be read aloud: only where there is a voice for them. */
function withReading(terminal: TerminalSnapshot, view: View): View {
  const { speech } = terminal.context.outside.ports;
  const child = speechPart(terminal);
  if (speech === undefined || child === null) return view;
  const passage = passageOf(view);
  if (passage === null || !speech.can(passage)) return view;
  return { ...view, chrome: { ...view.chrome, reading: { on: child.matches('speaking') } } };
}

function withBar(terminal: TerminalSnapshot, chrome: Chrome): Chrome {
  const van = vanParts(terminal);
  if (van === null) return chrome;
  const context = sessionParts(terminal)?.session.context;
  const prefill = context === undefined ? null : prefillBar(context);
  return { ...chrome, van: { ...vanBar(van), ...(prefill === null ? {} : { prefill }) } };
}

/** The frame around a van's own page: nothing of a visit can be done. */
function vanChrome(terminal: TerminalSnapshot, van: VanParts): Chrome {
  const chrome = chromeOf(terminal.context, null, { id: 'van-language', offers: [] });
  return { ...chrome, van: vanBar(van), canGoBack: vanAccepts(van, { type: 'BACK' }) };
}

/** What the terminal shows without a session. */
function terminalScreen(terminal: TerminalSnapshot): Screen {
  const { reasons, keptItemsSafe, outside } = terminal.context;
  if (terminal.matches('starting')) return { id: 'starting' };
  if (terminal.matches('outOfService')) {
    return { id: 'out-of-service', reasons, keptItemsSafe, where: whereTo(outside, 'any') };
  }
  return { id: 'self-test' };
}
