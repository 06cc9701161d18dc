import type { Screen, View } from '../domain/terminal/view.ts';

/**
 * Names the page under any overlay. `stepId` changes when something covers the page or uncovers it; the page below,
 * with what is being typed on it, must stay the same one then.
 */
export function pageKey({ sessionId, screen }: View): string {
  return [sessionId ?? 'none', screen.id, part(screen)].join('/');
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
