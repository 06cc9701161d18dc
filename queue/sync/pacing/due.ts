/** When things that were given back may be tried again, in milliseconds of uptime; the store knows it, too. */
export interface Due {
  /** Tried again after so many milliseconds; at once when it is 0. */
  set(id: string, milliseconds: number): void;
  forget(id: string): void;
  /** Nothing can be claimed: what is due and still not to be had is held by something else. */
  nothingReady(): void;
  /** Milliseconds until the first; Infinity when nothing waits. */
  until(): number;
}

/** The store counts whole milliseconds and its own start; a little later is never too early. */
const CLOCK_MARGIN_MS = 10;

export function createDue(uptime: () => number): Due {
  const at = new Map<string, number>();
  return {
    set(id, milliseconds) {
      if (milliseconds > 0) at.set(id, uptime() + milliseconds + CLOCK_MARGIN_MS);
    },
    forget: (id) => at.delete(id),
    nothingReady() {
      for (const [id, due] of at) if (due <= uptime()) at.delete(id);
    },
    until: () => Math.max(0, Math.min(...at.values()) - uptime()),
  };
}
