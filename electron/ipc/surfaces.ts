import type { IntentType } from '../../domain/terminal/intent/intent.ts';
import type { Surface } from '../../domain/terminal/surface.ts';
import { WHOSE_INTENT } from '../../domain/terminal/intent/whose-intent.ts';

/**
 * What a window may ask for. A kiosk has one display, so staff work on the member's own screen: its surface is `shared`,
 * and the machine decides by the staff lease. A station has one window for each (docs/adr/0033).
 */
export function mayAsk(surface: Surface, intent: IntentType): boolean {
  if (surface === 'shared') return true;
  const whose = WHOSE_INTENT[intent];
  return whose === 'both' || whose === surface;
}
