import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { whereNext } from '../../domain/reference-data/look-up/where-next.ts';
import type { Chrome, FlowName, ProgressName } from '../../domain/terminal/view/chrome.ts';
import type { Overlay } from '../../domain/terminal/view/overlay.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { View } from '../../domain/terminal/view/view.ts';

/** The gallery's clock stands still here: Sunday 22 November 2026, 15:42 in Hong Kong. */
export const GALLERY_NOW = '2026-11-22T07:42:00.000Z';

/** Where somebody in Kwun Tong goes next, by the embedded sample data. */
export const where = (only: 'any' | 'service-centre' = 'any') =>
  whereNext(EMBEDDED_REFERENCE_DATA, 'kwun-tong', only, GALLERY_NOW);

export const later = (seconds: number): string =>
  new Date(Date.parse(GALLERY_NOW) + seconds * 1000).toISOString();

const chrome: Chrome = {
  terminalId: 'K0127',
  place: { 'zh-Hant': '觀塘', en: 'Kwun Tong' },
  connection: { online: true, trouble: null, pending: 0 },
  simulated: true,
  progress: null,
  canGoBack: true,
  canLeave: true,
  canFinishLater: false,
  canAskStaff: true,
  print: { offered: [], trouble: null },
  assist: null,
  readerReady: true,
};
export const step = (
  number: number,
  name: ProgressName,
  flow: FlowName = 'registration',
): Partial<Chrome> => ({
  progress: { flow, step: number, of: flow === 'withdrawal' ? 5 : 7, name },
});
export const offline: Partial<Chrome> = { connection: { online: false, trouble: 'no-network', pending: 2 } };
export const assist: Partial<Chrome> = {
  assist: { staffId: 'S0042', role: 'officer', canAttest: true, canSeeStatus: true },
  canAskStaff: false,
};
export const outside: Partial<Chrome> = { canGoBack: false, canLeave: false };

export interface Given {
  readonly chrome?: Partial<Chrome>;
  readonly overlay?: Overlay;
  readonly session?: false;
}

/** A view of a screen; nothing in it belongs to a real person. */
export function view(name: string, screen: Screen, given: Given = {}): View {
  return {
    sessionId: given.session === false ? null : 'gallery',
    stepId: name,
    locale: 'zh-Hant',
    textSize: 'normal',
    contrast: 'paper',
    screen,
    overlay: given.overlay ?? null,
    chrome: { ...chrome, ...given.chrome },
  };
}

/** Name, screen, and what differs from an ordinary page of a visit. */
export type Fixture = readonly [string, Screen, Given?];

/** The page on which the member is sent to staff or to their own phone. */
export const staffNeeded = (given: Partial<Extract<Screen, { id: 'staff-needed' }>>): Screen => ({
  id: 'staff-needed',
  reason: 'attestation',
  staff: true,
  iamSmart: 'no',
  onlyIamSmart: false,
  prepare: false,
  ...given,
});
