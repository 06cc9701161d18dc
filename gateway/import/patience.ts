/** Tries for what another process holds up. */
export const TRIES = 4;
/** The wait between them, in milliseconds. */
export const BETWEEN_TRIES_MS = 250;
