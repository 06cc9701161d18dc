import type { View } from '../../domain/terminal/view/view.ts';

/** A display: its pixels, and the smallest text on it in pixels (facts/kiosk-ux.md: how far away it is read). */
export interface Format {
  readonly width: number;
  readonly height: number;
  readonly smallestText: number;
}

const FORMATS = {
  kiosk: { width: 1080, height: 1920, smallestText: 28 },
  station: { width: 1920, height: 1080, smallestText: 22.5 },
  van: { width: 1280, height: 800, smallestText: 22 },
} as const satisfies Record<string, Format>;

/** The display on which this view is seen. */
export function formatOf({ chrome }: View): Format {
  if (chrome.station !== undefined) return FORMATS.station;
  return chrome.van === undefined ? FORMATS.kiosk : FORMATS.van;
}

/**
 * Views that need more than their display, and why they may. Everything else fits: nobody should have to push glass to
 * find the rest of a page. On these a button beside the page says that there is more, and the acts stay in sight.
 */
export const LONGER_THAN_A_SCREEN: ReadonlyMap<string, string> = new Map([
  ['review-long', 'the longest name, an address and every optional answer'],
  ['van-visit-review', 'eleven answers, and buttons of 20 mm for a glove, on the lowest display'],
  ['van-language-words', 'as many languages as are signed off, and why the others are not'],
  ['own-language-choice', 'the notice, and as many languages as are signed off'],
  ['own-language-declare', 'the declaration twice: as it was put to the member, and as the screen has it'],
  ['van-visit-own-language-declare', 'the same'],
  ['ask-choice-many', 'two dozen schemes'],
  ['ask-allocation-error', 'two dozen funds'],
  ['prepared-assurance', 'what to bring and where to go, a list; what to do stands before it'],
  ['usability', 'as many pages of figures as a way has'],
  ['usability-saved', 'as many pages of figures as a way has'],
  ['usability-no-drive', 'as many pages of figures as a way has'],
]);
