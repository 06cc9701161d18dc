import type { View } from '../domain/terminal/view.ts';

/**
 * Names the page under any overlay. `stepId` changes when something covers the page or uncovers it; the page below,
 * with what is being typed on it, must stay the same one then.
 */
export function pageKey({ sessionId, screen }: View): string {
  const part = screen.id === 'question' ? screen.step : screen.id === 'attest' ? screen.page : '';
  return [sessionId ?? 'none', screen.id, part].join('/');
}
