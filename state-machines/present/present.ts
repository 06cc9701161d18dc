import type { Chrome, Overlay, Screen, View } from '../../domain/terminal/view.ts';
import { sessionParts } from '../children.ts';
import type { TerminalSnapshot } from '../terminal.machine.ts';
import { chromeOf } from './chrome.ts';
import { overlayOf } from './overlay.ts';
import { whereTo } from './where.ts';
import { screenOf } from './screen.ts';
import { vanAccepts } from '../van/accepts.ts';
import { vanOnTop, vanParts, type VanParts } from '../van/on-top.ts';
import { vanBar, vanOverlay, vanScreen } from './van-screen.ts';

/** The picture of a snapshot. Pure: the same snapshot gives the same view. */
export function present(terminal: TerminalSnapshot): View {
  const parts = sessionParts(terminal);
  const van = vanOnTop(terminal);
  const screen =
    van !== null
      ? vanScreen(van, terminal.context)
      : parts === null
        ? terminalScreen(terminal)
        : screenOf(parts);
  const overlay = van !== null ? vanOverlay(van) : parts === null ? null : overlayOf(parts, terminal.context);
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

function withBar(terminal: TerminalSnapshot, chrome: Chrome): Chrome {
  const van = vanParts(terminal);
  return van === null ? chrome : { ...chrome, van: vanBar(van) };
}

/** The frame around a van's own page: nothing of a visit can be done. */
function vanChrome(terminal: TerminalSnapshot, van: VanParts): Chrome {
  const chrome = chromeOf(terminal.context, null, { id: 'van-language' });
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

/** The name of the page beneath any overlay. */
export function pageIdOf(screen: Screen): string {
  switch (screen.id) {
    case 'question':
      return `question.${screen.step}`;
    case 'record-says':
      return `record-says.${screen.step}`;
    case 'ask':
      return `ask.${screen.kind}.${screen.page}`;
    case 'calculator-ask':
      return `ask.${screen.calculator}.${screen.page}`;
    case 'calculation':
      return `calculation.${screen.calculator}`;
    case 'resume-row':
      return `resume-row.${String(screen.row)}`;
    case 'menu':
      return screen.group === null ? 'menu' : `menu.${screen.group}`;
    case 'attest':
      return `attest.${screen.page}`;
    default:
      return screen.id;
  }
}

/** The name of what is on top: two pages never share one, so a late tap cannot act on the page after its own. */
function stepIdOf(screen: Screen, overlay: Overlay | null): string {
  return overlay === null ? pageIdOf(screen) : overlay.id;
}
