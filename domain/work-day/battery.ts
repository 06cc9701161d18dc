/** A van's battery, as its system tells it. */
export interface Battery {
  /** 0 to 100. */
  readonly percent: number;
  readonly charging: boolean;
}

/** From here on the bar says it in words: about an hour's work (our own figure; facts/ has none). */
export const BATTERY_LOW_PERCENT = 20;
