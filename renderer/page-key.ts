import type { Screen } from '../domain/terminal/view/screen.ts';
import type { View } from '../domain/terminal/view/view.ts';

/**
 * Names the page under any overlay. `stepId` changes when something covers the page or uncovers it; the page below,
 * with what is being typed on it, must stay the same one then.
 */
export function pageKey({ sessionId, screen, chrome }: View): string {
  const name = [sessionId ?? 'none', screen.id, part(screen)].join('/');
  // Nothing is typed on a page that is only watched: it is drawn anew with what the other side typed.
  return chrome.station?.works === false ? `${name}/${JSON.stringify(screen)}` : name;
}

function part(screen: Screen): string {
  switch (screen.id) {
    case 'question':
    case 'record-says':
      return screen.step;
    case 'ask':
      return `${screen.kind}/${screen.page}`;
    case 'calculator-ask':
      return `${screen.calculator}/${screen.page}`;
    case 'resume-row':
      return String(screen.row);
    case 'menu':
      return screen.group ?? '';
    case 'attest':
      return screen.page;
    default:
      return '';
  }
}
