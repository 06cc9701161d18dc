const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * Milliseconds to wait after so many tries in a row that were not right: two may be slips of the finger, then each
 * costs more. Six guesses at a PIN of four digits are one in 1,667, and a person who has forgotten theirs asks a
 * supervisor long before the sixth. Our own choice of figures: the platform publishes none.
 */
const WAITS: readonly number[] = [0, 0, 0, 30 * SECOND, 2 * MINUTE, 10 * MINUTE];

/** Tries in a row after which only another person, or a newer PIN of the platform's, opens the badge again. */
export const MOST_PIN_TRIES = WAITS.length;

export type PinGate =
  | { readonly state: 'open' }
  /** Whole seconds until the next try. */
  | { readonly state: 'wait'; readonly seconds: number }
  | { readonly state: 'locked' };

/**
 * Whether a PIN may be tried now.
 *
 * @param tries counted since the last right PIN, the one under way included
 * @param elapsed milliseconds by the budget clock since the last of them; a clock that was lost may make it negative
 */
export function pinGate(tries: number, elapsed: number): PinGate {
  const wait = WAITS[tries];
  if (wait === undefined) return { state: 'locked' };
  const left = wait - Math.max(0, elapsed);
  return left > 0 ? { state: 'wait', seconds: Math.ceil(left / SECOND) } : { state: 'open' };
}
