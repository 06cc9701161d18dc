import { hongKongParts } from '../time.ts';

/** When a window may begin, Hong Kong time; each lasts two hours. At night, when nobody is served. */
export const UPDATE_WINDOW_STARTS = ['22:00', '00:00', '02:00', '04:00'] as const;
export type UpdateWindowStart = (typeof UPDATE_WINDOW_STARTS)[number];

/** Hong Kong times `HH:MM`; one that ends before it begins goes over midnight. */
export interface UpdateWindow {
  readonly from: string;
  readonly to: string;
}

const HOURS = 2;

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export function windowFrom(start: UpdateWindowStart): UpdateWindow {
  const to = (minutesOf(start) / 60 + HOURS) % 24;
  return { from: start, to: `${String(to).padStart(2, '0')}:00` };
}

/** Whether a prepared update may be taken up at this instant. */
export function isInWindow({ from, to }: UpdateWindow, instant: string): boolean {
  const { hour, minute } = hongKongParts(instant);
  const now = hour * 60 + minute;
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  return begins <= ends ? now >= begins && now < ends : now >= begins || now < ends;
}

/** A program that whoever looks after the machine has put beside this one, to be started in its place. */
export interface PreparedUpdate {
  readonly version: string;
  /** It was started, and another one came up: somebody has to look. */
  readonly failed: boolean;
}
