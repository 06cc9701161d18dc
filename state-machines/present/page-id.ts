import type { Overlay } from '../../domain/terminal/view/overlay.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';

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
    case 'own-language':
      return `own-language.${screen.part}`;
    case 'menu':
      return screen.group === null ? 'menu' : `menu.${screen.group}`;
    case 'attest':
      return `attest.${screen.page}`;
    default:
      return screen.id;
  }
}

/** The name of what is on top: two pages never share one, so a late tap cannot act on the page after its own. */
export function stepIdOf(screen: Screen, overlay: Overlay | null): string {
  return overlay === null ? pageIdOf(screen) : overlay.id;
}
